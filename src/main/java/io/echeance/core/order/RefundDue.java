package io.echeance.core.order;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * Money to pay back. Said again with a smaller amount (0.00: withdrawn) when a later fact shows that less is owed.
 *
 * @param refundId {@code orderId/payer/refund/n}
 * @param dueBy last day to pay it back in time
 */
public record RefundDue(
        LocalDate on, String orderId, String refundId, String payer, Money amount, LocalDate dueBy, List<String> basis)
        implements Output {}
