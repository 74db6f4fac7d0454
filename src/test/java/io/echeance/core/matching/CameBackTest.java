package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.SetAside;
import io.echeance.core.order.Suspended;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A payment of 100.00, P, that names nobody, and its return, in whatever order they come, and whoever decides. */
@DisplayName("Money that has come back")
class CameBackTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final InMemory matching = new InMemory();
    private final List<PaymentDecided> decided = new ArrayList<>();
    private @Nullable String standing;

    /**
     * p10, r12: a payment and a return of the 10. and the 12. of March, each a fact of that name; Y-1001: that order is
     * placed; all, parts, aside, back: what a person decides about the payment: all of it to an order, 60.00 and 40.00
     * to two, 40.00 aside and the rest to an order, back into suspense. r12/60: a bank says that 60.00 left, -100 that
     * 100.00 came in.
     */
    @ParameterizedTest(name = "{0}: waits {1}, gone {2}")
    @DisplayName("waits no more, nor what says so; what of an id has not come back waits")
    @CsvSource(delimiter = '|', textBlock = """
        p10                           | p10     |
        p10 r12                       |         | p10 r12
        r12                           | r12     |
        r12 p10                       |         | r12 p10
        p10 r12 r13                   |         | p10 r12 r13
        p10 r12 p14                   | p14     | p10 r12
        p10 r12 p14 r16               |         | p10 r12 p14 r16
        p10 r10 p5                    | p10     | r10 p5
        p10 r12 all                   |         |
        p10 r12 aside                 |         | p10
        p10 r12 back                  |         | p10 r12
        p10 back r12                  |         | p10 r12
        p10 all r12 back              |         | p10 r12
        p10 parts r12 back            |         | p10 r12
        p10 aside r12 back            |         | p10 r12
        p10 all back r12              |         | p10 r12
        r12 p10 all back              |         | r12 p10
        p10 all r12 back p14          | p14     | p10 r12
        p10 all r12 back all          |         |
        p10 all r12 back parts back   |         | p10 r12
        p10 parts r12 all back p14 r16 |        | p10 r12 p14 r16
        p10 r12/100                   |         | p10 r12/100
        p10 r12/60                    | p10 r12/60 |
        p10 r12/-100                  | p10 r12/-100 |
        r12/60 p10                    | p10 r12/60 |
        r11/60 r12/100 p10            | r11/60  | p10 r12/100
        p10 r12/60 r13/100            | r12/60  | p10 r13/100
        p10 r12/100 r13/100           | r13/100 | p10 r12/100
        p10 r12/60 r13/100 p14/60     | p14/60 r12/60 | p10 r13/100
        p10 r12/60 r13                | r12/60  | p10 r13
        p10 all r12/60                | r12/60  |
        p10 all r12/60 back           | p10 r12/60 |
        p10 all r12/100 back          |         | p10 r12/100
        p10 parts r12/60              | r12/60  |
        p10 parts r12/100 back        |         | p10 r12/100
        """)
    void waitsNoMore(String happens, @Nullable String waits, @Nullable String gone) {
        learn("Y-1001");
        learn("Y-1002");
        for (String one : happens.split(" ")) {
            happens(one);
        }

        assertThat(names(matching.suspense())).isEqualTo(sorted(waits));
        assertThat(names(matching.cameBack())).isEqualTo(sorted(gone));
        assertThat(matching.leads(new OpenOrders(List.of())))
                .hasSize(sorted(waits).startsWith("p") ? 1 : 0);
        assertThat(decided).allMatch(PaymentDecided::addsUp);
        assertThat(matching.announce(TODAY.plusDays(90))).hasSize(waits == null ? 0 : waits.split(" ").length);
    }

    @ParameterizedTest(name = "{0}: open {1}, returned {2}")
    @DisplayName("is open to no decision: it is said to have come back")
    @CsvSource({
        "p10 back, 100.00, ",
        "p10 r12 back, 0.00, 100.00",
        "p10 all back, 100.00, ",
        "p10 all r12 back, 0.00, 100.00",
        "p10 parts r12 back, 0.00, 100.00",
        "p10 aside r12 back, 0.00, 100.00",
        "p10 r12 all, 0.00, ",
        "p10 r12 p14 back, 100.00, ",
    })
    void isOpenToNoDecision(String happens, String open, @Nullable String returned) {
        learn("Y-1001");
        learn("Y-1002");
        for (String one : happens.split(" ")) {
            happens(one);
        }

        assertThat(decided.getLast().open()).isEqualTo(Money.of(open));
        assertThat(decided.getLast().returned()).isEqualTo(returned == null ? null : Money.of(returned));
        assertThat(decided).allMatch(PaymentDecided::addsUp);
    }

    private void learn(String order) {
        matching.learn(new KnownName(order, order, List.of("ANN")), TODAY);
    }

    private void happens(String one) {
        PaymentPart all = new PaymentPart("Y-1001", null, null, null);
        PaymentPart some = new PaymentPart("Y-1002", null, Money.of("60.00"), null);
        switch (one) {
            case "all" -> decide(null, all);
            case "parts" -> decide(null, some, all);
            case "aside" -> decide(new SetAside(Money.of("40.00"), SetAside.Why.TO_CLARIFY), all);
            case "back" -> decide(null);
            default -> take(one.startsWith("p") ? payment(one) : returned(one));
        }
    }

    private static PaymentReceived payment(String name) {
        Money amount = sum(name) == null ? Money.of("100.00") : sum(name);
        return new PaymentReceived(name, null, on(name), "P", null, amount, Method.TRANSFER, "MERCI");
    }

    private static PaymentReturned returned(String name) {
        return new PaymentReturned(name, null, on(name), "P", "AM04", sum(name));
    }

    private static @Nullable Money sum(String name) {
        int at = name.indexOf('/');
        return at < 0 ? null : Money.of(name.substring(at + 1) + ".00");
    }

    private static LocalDate on(String name) {
        return LocalDate.of(2026, 3, Integer.parseInt(name.substring(1).split("/")[0]));
    }

    private void decide(@Nullable SetAside aside, PaymentPart... parts) {
        String id = "d" + decided.size();
        take(new PaymentApplied(id, TODAY, "P", List.of(parts), aside, "eve", standing));
        standing = id;
    }

    private void take(PaymentFact fact) {
        for (Step.Result result : matching.take(fact, TODAY)) {
            assertThat(result).isNotInstanceOf(Step.Refused.class);
            if (result instanceof Step.Decided said) {
                decided.add(said.outcome());
            }
        }
    }

    private static String names(List<Suspended> some) {
        return some.stream().map(one -> one.fact().factId()).sorted().collect(Collectors.joining(" "));
    }

    private static String sorted(@Nullable String names) {
        return names == null ? "" : Stream.of(names.split(" ")).sorted().collect(Collectors.joining(" "));
    }
}
