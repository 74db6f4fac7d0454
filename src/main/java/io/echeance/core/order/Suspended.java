package io.echeance.core.order;

import io.echeance.core.order.PaymentFact.PaymentReceived;
import java.time.LocalDate;
import java.util.List;

/**
 * A payment whose reference names no order or invoice that we know (<i>compte d'attente</i>): tried again whenever one
 * appears, and told to a person after three days. It is never dropped.
 *
 * @param since the day on which it reached us
 */
public record Suspended(PaymentReceived payment, LocalDate since) {

    private static final int PATIENCE_DAYS = 3;

    /** The morning after the third day. */
    public LocalDate toldOn() {
        return since.plusDays(PATIENCE_DAYS).plusDays(1);
    }

    /** What a person is told. */
    public DunningAlert alert(LocalDate today) {
        return new DunningAlert(
                today,
                payment.orderId(),
                DunningAlert.Kind.UNMATCHED_PAYMENT,
                payment.payerId(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                payment.amount(),
                payment.reference(),
                List.of());
    }
}
