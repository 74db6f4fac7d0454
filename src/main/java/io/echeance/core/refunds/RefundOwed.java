package io.echeance.core.refunds;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A refund, and how much of it is still owed.
 *
 * @param unpaid not paid back yet
 * @param increase what a withdrawal that is refunded late costs us by that day (Code de la consommation, L242-4)
 */
public record RefundOwed(
        String refundId,
        String payer,
        Money amount,
        Money unpaid,
        LocalDate dueBy,
        Money increase,
        List<String> basis) {}
