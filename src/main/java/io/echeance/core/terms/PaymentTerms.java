package io.echeance.core.terms;

import java.time.Month;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When invoices go out and fall due.
 *
 * @param dueDays days after the document's date; 0: on receipt
 * @param dueOnLast where no plan was agreed: the first day of this month on or before the start of the service,
 *     instead of {@code dueDays}; null: no such date
 * @param maxInstalments the longest monthly plan; 0: none
 * @param lastInstalmentMonth the plan ends at the latest with this month, the first that ends on or after the start of
 *     the service; null: no limit
 * @param depositAllowed an order may ask for a deposit (<i>acompte</i>)
 */
public record PaymentTerms(
        Billing billing,
        int dueDays,
        @Nullable Month dueOnLast,
        int maxInstalments,
        @Nullable Month lastInstalmentMonth,
        boolean depositAllowed,
        Set<Method> methods) {

    public enum Billing {
        /** On the day of the order. */
        AT_ORDER,
        /** On the day after the service has ended, or the very day on which its whole is told to be delivered. */
        AT_DELIVERY
    }

    public enum Method {
        TRANSFER,
        CARD,
        SEPA_DEBIT,
        CHEQUE,
        PAYPAL
    }
}
