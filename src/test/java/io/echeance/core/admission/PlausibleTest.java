package io.echeance.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.OrderRescheduled;
import io.echeance.core.order.PaymentFact.RefundPaid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Slips of the pen are refused before they can overflow anything. */
class PlausibleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 12);

    private static @Nullable String wrong(Fact fact) {
        Admission.Refusal refusal = Admission.atTheDoor(fact);
        return refusal == null ? null : refusal.sentence();
    }

    private static RefundPaid refund(LocalDate on, String amount) {
        return new RefundPaid("f1", "T-1", on, "T-1/ACME/refund/1", "ACME", Money.of(amount));
    }

    private static OrderRescheduled moved(LocalDate end) {
        return new OrderRescheduled("f1", "T-1", DAY, ContractParty.SELLER, DAY, end);
    }

    @Test
    void datesOfTwoCenturiesAreTaken() {
        assertThat(wrong(refund(LocalDate.of(1990, 1, 1), "1.00"))).isNull();
        assertThat(wrong(moved(LocalDate.of(2199, 12, 31)))).isNull();
        assertThat(wrong(refund(LocalDate.of(1989, 12, 31), "1.00")))
                .isEqualTo("no date lies before 1990-01-01 or after 2199-12-31, as 1989-12-31 does");
        assertThat(wrong(moved(LocalDate.of(2200, 1, 1)))).contains("2200-01-01");
        assertThat(wrong(new DunningHeld(
                        "f1", "T-1", DAY, "h1", null, HoldReason.GRACE, LocalDate.of(20260, 2, 1), null)))
                .contains("+20260-02-01");
    }

    @Test
    void aFactHasAnId() {
        assertThat(wrong(new RefundPaid(" ", "T-1", DAY, "r", "ACME", Money.of("1.00"))))
                .isEqualTo("factId is empty");
    }

    @Test
    void aDayBeyondTheCalendarIsBroughtToItsEnd() {
        assertThat(Plausible.nearest(DAY)).isEqualTo(DAY);
        assertThat(Plausible.nearest(LocalDate.EPOCH)).isEqualTo(LocalDate.of(1990, 1, 1));
        assertThat(Plausible.nearest(LocalDate.MAX)).isEqualTo(LocalDate.of(2199, 12, 31));
    }
}
