package io.echeance.core.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that we say to the world about an order. Once said it is never changed; what corrects it is said after it.
 */
public sealed interface Output permits Document, Alert, RefundDue, ServiceHold, PaymentDecided, Rejection {

    /** The day that it bears: {@code today} when it was said. */
    LocalDate on();

    /** Null where no order is known yet. */
    @Nullable
    String orderId();
}
