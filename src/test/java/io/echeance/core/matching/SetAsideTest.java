package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.SetAside;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person sets some of a payment of 100.00 aside, or all of it, and it comes back. */
class SetAsideTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final PaymentPart PART = new PaymentPart("Y-1001", null, null, null);

    private final InMemory matching = new InMemory();
    private final List<String> placed = new ArrayList<>();

    @BeforeEach
    void know() {
        matching.learn(new KnownName("Y-1001", "Y-1001", List.of("ANN")), TODAY);
    }

    private void take(PaymentFact fact) {
        for (Step.Result result : matching.take(fact, TODAY)) {
            if (result instanceof Step.Placed(PaymentFact part, PaymentFact source)) {
                placed.add(part.getClass().getSimpleName() + " " + part.movementId() + " at " + part.orderId());
            }
            assertThat(result).isNotInstanceOf(Step.Refused.class);
        }
    }

    private String suspense() {
        return matching.suspense().stream()
                .map(waiting -> waiting.setAside() == null
                        ? waiting.fact().movementId() + " waits"
                        : waiting.fact().movementId() + " " + waiting.setAside().amount() + " aside")
                .collect(Collectors.joining(", "));
    }

    private void received(String factId, LocalDate on) {
        take(new PaymentReceived(factId, null, on, "P", null, Money.of("100.00"), Method.TRANSFER, "MERCI"));
    }

    private void comesBack() {
        take(new PaymentReturned("r", null, TODAY, "P", "AM04"));
    }

    private void decide(String id, @Nullable String replaces, @Nullable SetAside aside, PaymentPart... parts) {
        take(new PaymentApplied(id, TODAY, "P", List.of(parts), aside, "eve", replaces));
    }

    private static SetAside aside(String amount) {
        return new SetAside(Money.of(amount), SetAside.Why.TO_CLARIFY);
    }

    /** Money that has left again is nobody's to place. */
    @Test
    void whatIsSetAsideIsSoUntilItComesBack() {
        received("f", TODAY);
        decide("d1", null, aside("40.00"), PART);
        comesBack();

        assertThat(placed).contains("PaymentReturned P#1 at Y-1001");
        assertThat(suspense()).isEmpty();
    }

    @Test
    void allOfAPaymentThatIsSetAsideComesBack() {
        received("f", TODAY);
        decide("d1", null, aside("100.00"));
        comesBack();
        assertThat(suspense()).isEmpty();
        assertThat(matching.announce(TODAY.plusDays(40))).isEmpty();

        decide("d2", "d1", aside("100.00")); // for another reason: the money is gone all the same
        assertThat(suspense()).isEmpty();

        decide("d3", "d2", null, PART); // it was meant for that order after all
        assertThat(placed).containsExactly("PaymentReturned P at Y-1001", "PaymentReceived P at Y-1001");
    }

    @Test
    void whatHadComeBackIsNotSetAside() {
        received("f", TODAY);
        comesBack();
        decide("d1", null, aside("100.00"));

        assertThat(suspense()).isEmpty();
    }

    @Test
    void aDebitPresentedAgainIsSetAsideOnItsOwn() {
        received("f", TODAY);
        decide("d1", null, aside("100.00"));
        comesBack();
        received("f2", TODAY.plusDays(5));
        assertThat(suspense()).isEqualTo("P waits");

        decide("d2", "d1", aside("100.00"));
        assertThat(suspense()).isEqualTo("P 100.00 aside");
    }
}
