package io.echeance.core.dunning;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.Alert;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.Announced;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Issued;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.settlement.Debts;
import io.echeance.core.settlement.Settlement;
import io.echeance.serde.record.AlertKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 100.00 fell due on 1 March; on 10 March the customer promises to pay some of it by the 20th. */
class PromisesTest {

    @ParameterizedTest(name = "promised {0}, paid {1} on {2}; {3} of {4}: {5}, next on {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                "50.00, -, -, close, 2026-03-20, -, 2026-03-21", // its last day is not over
                "50.00, -, -, close, 2026-03-21, PROMISE_BROKEN, -",
                "50.00, -, -, fact, 2026-03-21, -, 2026-03-22", // a fact judges nothing: the next close does
                "50.00, 50.00, 2026-03-20, close, 2026-03-21, -, -", // kept on its last day
                "50.00, 50.00, 2026-03-09, close, 2026-03-21, PROMISE_BROKEN, -", // paid before it was given
                "50.00, 49.99, 2026-03-15, close, 2026-03-21, PROMISE_BROKEN, -",
                "150.00, 100.00, 2026-03-15, close, 2026-03-21, -, -" // nothing is late any more
            })
    void isKeptOrBroken(
            String promised,
            @Nullable String paid,
            @Nullable String paidOn,
            String occasion,
            String today,
            @Nullable String expected,
            @Nullable LocalDate nextOn) {
        AnOrder order = AnOrder.of("alegria-online", "2026-01-15")
                .received(new DunningHeld(
                        "h1",
                        AnOrder.ID,
                        day("2026-03-10"),
                        "h1",
                        null,
                        HoldReason.PROMISE,
                        day("2026-03-20"),
                        Money.of(promised)));
        if (paid != null && paidOn != null) {
            order.paid("p1", AnOrder.CUSTOMER, paid, paidOn);
        }

        Announced announced = announced(order.asOf(today), occasion);

        assertThat(announced.outputs().stream()
                        .map(Alert.class::cast)
                        .map(alert -> AlertKind.of(alert).name())
                        .collect(Collectors.joining()))
                .isEqualTo(expected == null ? "" : expected);
        if (nextOn != null) {
            assertThat(announced.nextOn()).isEqualTo(nextOn);
        }
    }

    private static Announced announced(Situation situation, String occasion) {
        Map<String, Receipts> receipts = Receipts.byPayer(situation);
        Settlement settlement = Settlement.of(
                situation,
                receipts,
                List.of(Debts.document(Kind.INVOICE, AnOrder.CUSTOMER, 1, "100.00 on 2026-03-01")),
                List.of());
        Dunned dunned =
                new Dunned(settlement, List.of(), List.of(), new Steps(List.of()), List.of(), Announced.NOTHING);
        Deadlines deadlines =
                new Deadlines(situation, Holds.of(situation), receipts, settlement, dunned, Issued.NOTHING);
        return occasion.equals("close") ? deadlines.atClose() : deadlines.atFact();
    }
}
