package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentDecided.FirstDecision;
import io.echeance.core.order.PaymentDeduction;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.SetAside;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of Y-1001 and Y-1002 more than 1000.00 is placed by two persons; of Z-1003 by one. */
@DisplayName("A decision that places more than a seller's limit")
class SecondPersonTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Money LIMIT = Money.of("1000.00");

    private final InMemory matching = new InMemory();

    @BeforeEach
    void know() {
        matching.learn(new KnownName("Y-1001", "Y-1001", List.of("ANN"), List.of(), LIMIT, List.of()), TODAY);
        matching.learn(new KnownName("Y-1002", "Y-1002", List.of("ANN"), List.of(), LIMIT, List.of()), TODAY);
        matching.learn(new KnownName("Z-1003", "Z-1003", List.of("BOB")), TODAY);
        paid("P", "1000.01");
    }

    private void paid(String id, String amount) {
        matching.take(
                new PaymentReceived("f-" + id, null, TODAY, id, null, Money.of(amount), Method.TRANSFER, "MERCI"),
                TODAY);
    }

    private String decide(String factId, @Nullable String by, String... orders) {
        return decideAnew(factId, by, null, orders);
    }

    private String decideAnew(String factId, @Nullable String by, @Nullable String replaces, String... orders) {
        List<PaymentPart> parts = List.of(orders).stream()
                .map(order -> new PaymentPart(order, null, null, null))
                .toList();
        return take(new PaymentApplied(factId, TODAY, "P", parts, null, by, replaces));
    }

    private String take(PaymentApplied decision) {
        return matching.take(decision, TODAY).stream()
                .map(result -> switch (result) {
                    case Step.Refused refused ->
                        refused.fact().factId() + " " + refused.refusal().reason();
                    case Step.Placed placed -> "to " + placed.fact().orderId();
                    case Step.Decided decided -> "by " + decided.outcome().by();
                    case Step.Withdrawn withdrawn -> "from " + withdrawn.fact().orderId();
                    case Step.Sent sent -> "sent";
                    case Step.RemindersHeld held -> "held";
                })
                .collect(Collectors.joining(", "));
    }

    private String waiting() {
        return matching.awaitingSecond().stream()
                .map(waiting -> waiting.fact().factId())
                .collect(Collectors.joining(", "));
    }

    @Test
    @DisplayName("waits for a second person, and takes effect when he has decided the same")
    void waitsForASecondPerson() {
        assertThat(decide("d1", "ann", "Y-1001")).isEmpty();
        assertThat(waiting()).isEqualTo("d1");
        assertThat(matching.suspense()).hasSize(1);

        assertThat(decide("d2", "bob", "Y-1001")).isEqualTo("to Y-1001, by bob");
        assertThat(waiting()).isEmpty();
        assertThat(matching.suspense()).isEmpty();
    }

    @Test
    @DisplayName("is named for ever by the decision that confirms it, and by none that confirms nothing")
    void isNamedByWhatConfirmsIt() {
        LocalDate tomorrow = TODAY.plusDays(1);
        List<PaymentPart> parts = List.of(new PaymentPart("Y-1001", null, null, null));
        decide("d0", "ann", "Z-1003");
        matching.take(new PaymentApplied("d1", TODAY, "P", parts, null, "ann", "d0"), TODAY);

        List<Step.Result> taken =
                matching.take(new PaymentApplied("d2", tomorrow, "P", parts, null, "bob", "d0"), tomorrow);
        List<Step.Result> taken2 =
                matching.take(new PaymentApplied("d3", tomorrow, "P", List.of(), null, "ann", "d2"), tomorrow);

        assertThat(firsts(taken)).containsExactly(new FirstDecision(TODAY, "d1", "ann"));
        assertThat(firsts(taken2)).containsOnlyNulls();
    }

    private static List<@Nullable FirstDecision> firsts(List<Step.Result> results) {
        List<@Nullable FirstDecision> firsts = new ArrayList<>();
        for (Step.Result result : results) {
            if (result instanceof Step.Decided decided) {
                firsts.add(decided.outcome().first());
            }
        }
        return firsts;
    }

    @Test
    @DisplayName("is confirmed by whoever says the same in another order, or with the amount that is left")
    void isConfirmedInOtherWords() {
        PaymentPart some = new PaymentPart("Y-1001", null, Money.of("400.00"), null);
        PaymentPart rest = new PaymentPart("Y-1002", null, null, null);
        PaymentPart saidRest = new PaymentPart("Y-1002", null, Money.of("600.01"), null);
        PaymentPart less = new PaymentPart("Y-1002", null, Money.of("500.01"), null);
        SetAside aside = new SetAside(Money.of("100.00"), SetAside.Why.TO_CLARIFY);
        take(new PaymentApplied("d1", TODAY, "P", List.of(some, rest), null, "ann", null));

        assertThat(take(new PaymentApplied("d2", TODAY, "P", List.of(less, some), aside, "bob", null)))
                .as("it says something else")
                .isEqualTo("d1 CONTRADICTS_EARLIER_FACT");
        take(new PaymentApplied("d3", TODAY, "P", List.of(some, rest), null, "ann", null));
        assertThat(take(new PaymentApplied("d4", TODAY, "P", List.of(saidRest, some), null, "bob", null)))
                .contains("to Y-1001", "to Y-1002", "by bob");
    }

    @Test
    @DisplayName("is not confirmed by who made it, nor by who does not say who he is; the same again is nothing new")
    void isNotConfirmedByTheSame() {
        assertThat(decide("d0", null, "Y-1001")).isEqualTo("d0 MALFORMED");
        decide("d1", "ann", "Y-1001");

        assertThat(decide("d1", "ann", "Y-1001")).isEmpty();
        assertThat(decide("d2", "ann", "Y-1001")).isEqualTo("d2 CONTRADICTS_EARLIER_FACT");
        assertThat(decide("d3", null, "Y-1001")).isEqualTo("d3 MALFORMED");
        assertThat(decide("d1", "ann", "Y-1002")).isEqualTo("d1 CONTRADICTS_EARLIER_FACT");
        assertThat(waiting()).isEqualTo("d1");
    }

    @Test
    @DisplayName("that another one took the place of stays refused when it is sent again: the other one waits")
    void staysRefused() {
        decide("d1", "ann", "Y-1001");
        assertThat(decide("d2", "bob", "Y-1002")).isEqualTo("d1 CONTRADICTS_EARLIER_FACT");

        assertThat(decide("d1", "ann", "Y-1001")).isEmpty();
        assertThat(waiting()).isEqualTo("d2");
        assertThat(decide("d1", "ann", "Y-1002")).isEqualTo("d1 CONTRADICTS_EARLIER_FACT");
        assertThat(decide("d3", "ann", "Y-1002")).isEqualTo("to Y-1002, by ann");
        assertThat(decide("d1", "ann", "Y-1001")).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "eve, Eve",
        "eve, ' EVE '",
        "eve, e v\u200be",
        "e\u0301ve, \u00e9ve",
        "eve, \uff45\uff56\uff45",
        "eve, e\ufe0fve",
        "eve, e\u034fve",
        "eve, e\u20ddve",
        "eve, e\u3164ve",
        "eve, e\u115fve",
        "eve, e\u1160ve",
        "eve, e\uffa0ve",
        "eve, e\u2800ve",
        "e\u0301ve, e\ufe0f\u0301ve",
        "person-mark/k/a, person-mark/k/a"
    })
    @DisplayName("is not confirmed by the same person who writes his name in another way")
    void isNotConfirmedByAnotherSpelling(String first, String again) {
        decide("d1", first, "Y-1001");

        assertThat(decide("d2", again, "Y-1001")).isEqualTo("d2 CONTRADICTS_EARLIER_FACT");
        assertThat(waiting()).isEqualTo("d1");
        assertThat(decide("d3", "\u200b ", "Y-1001")).isEqualTo("d3 MALFORMED");
    }

    @Test
    @DisplayName("is confirmed by another mark of the same master key, and nobody reads a mark")
    void isConfirmedByAnotherMark() {
        decide("d1", "person-mark/k/a", "Y-1001");

        assertThat(decide("d2", "person-mark/k/b", "Y-1001")).isEqualTo("to Y-1001, by null");
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"eve, person-mark/k/a", "person-mark/k/a, person-mark/new/a", "person-mark/k/a, bob"})
    @DisplayName("waits anew where nobody can tell any more whether somebody else decides: the first is refused")
    void waitsAnewWhereNobodyCanTell(String first, String again) {
        decide("d1", first, "Y-1001");
        assertThat(decide("d1", again, "Y-1001")).as("the same fact again").isEmpty();

        assertThat(decide("d2", again, "Y-1001")).isEqualTo("d1 CONTRADICTS_EARLIER_FACT");
        assertThat(waiting()).isEqualTo("d2");
        assertThat(decide("d3", again, "Y-1001")).isEqualTo("d3 CONTRADICTS_EARLIER_FACT");
    }

    @Test
    @DisplayName("counts what was kept of the payment too, which is no more than came")
    void countsWhatWasKept() {
        matching.take(
                new PaymentReceived("f-Q", null, TODAY, "Q", null, Money.of("600.00"), Method.TRANSFER, "MERCI"),
                TODAY);

        assertThat(take(kept("d1", "400.00"))).isEqualTo("to Y-1001, by ann");
        assertThat(take(kept("d2", "400.01"))).isEmpty();
        assertThat(waiting()).isEqualTo("d2");
        assertThat(take(kept("d3", "600.01"))).isEqualTo("d3 DOES_NOT_ADD_UP");
    }

    private static PaymentApplied kept(String factId, String amount) {
        return new PaymentApplied(
                factId,
                TODAY,
                "Q",
                List.of(new PaymentPart("Y-1001", null, null, null)),
                null,
                "ann",
                factId.equals("d1") ? null : "d1",
                List.of(new PaymentDeduction(PaymentDeduction.KeptBy.BANK_FEE, Money.of(amount))));
    }

    @Test
    @DisplayName("makes way for another, which waits in its turn, and is refused")
    void makesWayForAnother() {
        decide("d1", "ann", "Y-1001");

        assertThat(decide("d2", "bob", "Y-1002")).isEqualTo("d1 CONTRADICTS_EARLIER_FACT");
        assertThat(waiting()).isEqualTo("d2");
        assertThat(decide("d3", "ann", "Y-1002")).isEqualTo("to Y-1002, by ann");
    }

    @Test
    @DisplayName("is refused by a second person who decides that the payment waits, or sets it aside")
    void isRefusedBySomebodyWhoPlacesNothing() {
        decide("d1", "ann", "Y-1001");

        assertThat(decide("d2", "bob")).isEqualTo("by bob, d1 CONTRADICTS_EARLIER_FACT");
        assertThat(waiting()).isEmpty();
        assertThat(matching.suspense()).hasSize(1);

        decideAnew("d3", "ann", "d2", "Y-1001");
        assertThat(waiting()).isEqualTo("d3");
        SetAside aside = new SetAside(Money.of("1000.01"), SetAside.Why.TO_CLARIFY);
        assertThat(take(new PaymentApplied("d4", TODAY, "P", List.of(), aside, "bob", "d2")))
                .isEqualTo("by bob, d3 CONTRADICTS_EARLIER_FACT");
    }

    @Test
    @DisplayName("is announced to nobody as money that waits")
    void isAnnouncedToNobody() {
        decide("d1", "ann", "Y-1001");

        assertThat(matching.announce(TODAY.plusDays(5))).hasSize(1);
        assertThat(matching.announce(TODAY.plusDays(6))).isEmpty();
    }

    @Test
    @DisplayName("is one of a payment beyond the limit of one of its orders: another is taken from one person")
    void isBeyondALimit() {
        assertThat(decide("d1", "ann", "Z-1003")).isEqualTo("to Z-1003, by ann");
        assertThat(decideAnew("d2", "ann", "d1", "Y-1001")).isEmpty();
        assertThat(decideAnew("d3", "bob", "d1", "Y-1001")).isEqualTo("from Z-1003, to Y-1001, by bob");
        paid("Q", "1000.00");
        assertThat(take(new PaymentApplied(
                        "d4", TODAY, "Q", List.of(new PaymentPart("Y-1001", null, null, null)), null, null, null)))
                .isEqualTo("to Y-1001, by null");
    }
}
