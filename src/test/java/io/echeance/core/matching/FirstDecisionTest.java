package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.PaymentDetail;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** P brings 1200.00, and of Y-1001 more than 1000.00 is placed by two persons. */
@DisplayName("A first decision of two")
class FirstDecisionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final PaymentReturned BACK = new PaymentReturned("r", null, TODAY, "P", "AC04");

    private final InMemory matching = new InMemory();

    @BeforeEach
    void know() {
        matching.learn(
                new KnownName("Y-1001", "Y-1001", List.of("ANN"), List.of(), Money.of("1000.00"), List.of()), TODAY);
        take(paid("first", "1200.00"));
    }

    private static PaymentReceived paid(String factId, String amount) {
        return new PaymentReceived(factId, null, TODAY, "P", null, Money.of(amount), Method.TRANSFER, "MERCI");
    }

    private String decide(String factId, String by) {
        return decide(factId, "P", by);
    }

    private String decide(String factId, String payment, String by) {
        return take(new PaymentApplied(
                factId, TODAY, payment, List.of(new PaymentPart("Y-1001", null, null, null)), null, by, null));
    }

    private String take(PaymentFact fact) {
        return matching.take(fact, TODAY).stream()
                .map(result -> switch (result) {
                    case Step.Refused refused ->
                        refused.fact().factId() + " " + refused.refusal().reason();
                    case Step.Placed placed -> "to " + placed.fact().orderId();
                    case Step.Decided decided ->
                        "by " + decided.outcome().by() + " " + decided.outcome().amount();
                    case Step.Withdrawn withdrawn -> "withdrawn";
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
    @DisplayName("holds nothing up, and is void once its payment has come back: two decide about what came back")
    void isVoidOnceItsPaymentHasComeBack() {
        decide("d1", "ann");
        assertThat(take(BACK)).isEqualTo("d1 CONTRADICTS_EARLIER_FACT");
        assertThat(waiting()).isEmpty();

        assertThat(decide("d2", "bob")).isEmpty();
        assertThat(decide("d3", "ann")).isEqualTo("to Y-1001, to Y-1001, by ann 1200.00");
    }

    @Test
    @DisplayName("is void once its payment is presented again, and stays refused: two decide about what is there")
    void isVoidOnceItsPaymentIsPresentedAgain() {
        take(BACK);
        decide("d1", "ann");
        assertThat(waiting()).isEqualTo("d1");
        assertThat(take(paid("second", "1500.00"))).isEqualTo("d1 CONTRADICTS_EARLIER_FACT");

        assertThat(decide("d2", "bob")).isEmpty();
        assertThat(decide("d1", "ann")).as("that was refused").isEmpty();
        assertThat(waiting()).isEqualTo("d2");
        assertThat(decide("d3", "ann")).isEqualTo("to Y-1001, by ann 1500.00");
    }

    @Test
    @DisplayName("is needed of each payment of a sum that a bank's details divide: else they would get round it")
    void isNeededOfEachPaymentOfADividedSum() {
        List<PaymentDetail> thirds = List.of(
                new PaymentDetail(Money.of("400.00"), null, "A"),
                new PaymentDetail(Money.of("400.00"), null, "B"),
                new PaymentDetail(Money.of("400.00"), null, "C"));
        take(new PaymentDetailed("n", TODAY, "P", thirds, "N"));
        matching.close(TODAY);

        assertThat(decide("d1", DerivedIds.part("P", 1), "ann")).isEmpty();
        assertThat(waiting()).isEqualTo("d1");
        assertThat(decide("d2", DerivedIds.part("P", 1), "bob")).isEqualTo("to Y-1001, by bob 400.00");
    }

    @Test
    @DisplayName("stands while its own payment does, whatever is heard of an earlier one")
    void standsWhileItsOwnPaymentDoes() {
        take(BACK);
        take(paid("second", "1500.00"));
        decide("d1", "ann");
        assertThat(take(BACK)).isEmpty();
        matching.learn(new KnownName("X-1", "X-1", List.of("BOB")), TODAY);

        assertThat(decide("d2", "bob")).isEqualTo("to Y-1001, by bob 1500.00");
    }
}
