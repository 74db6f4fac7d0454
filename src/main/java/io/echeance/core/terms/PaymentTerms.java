package io.echeance.core.terms;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When invoices go out and fall due.
 *
 * @param dueDays days after the document's date; 0: on receipt
 * @param dueEndOfMonth the days are counted to the end of a month (<i>fin de mois</i>); null: to their own last day
 * @param dueOnLast where no plan was agreed: the first day of this month on or before the start of the service,
 *     instead of {@code dueDays}; null: no such date
 * @param maxInstalments the longest monthly plan; 0: none
 * @param lastInstalmentMonth the plan ends at the latest with this month, the first that ends on or after the start of
 *     the service; null: no limit
 * @param depositAllowed an order may ask for a deposit (<i>acompte</i>)
 * @param depositPercent what an order that names no deposit pays as one, in percent of the customer's part of the price
 *     with VAT; null: then there is none
 * @param secondPersonAbove where a person places a payment of more than that, it takes effect when a second one has
 *     decided the same; null: one person is enough
 * @param numberNeedsSender a document's number alone, in the text of a bank that does not know who pays, places money
 *     only where the sender's name is that of whom it asks: where many owe the same, a slip in it names another's debt
 * @param rules what the rules may do that know whose money a payment is; one that is not named applies
 */
public record PaymentTerms(
        BillingMoment billing,
        int dueDays,
        @Nullable EndOfMonth dueEndOfMonth,
        @Nullable Month dueOnLast,
        int maxInstalments,
        @Nullable Month lastInstalmentMonth,
        boolean depositAllowed,
        @Nullable Percent depositPercent,
        Set<Method> methods,
        @Nullable Money secondPersonAbove,
        boolean numberNeedsSender,
        Map<MatchingRule, RuleMode> rules) {

    public PaymentTerms {
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    }

    /** What a rule may do: it applies, where the terms do not speak of it. */
    public RuleMode mode(MatchingRule rule) {
        return rules.getOrDefault(rule, RuleMode.APPLIES);
    }

    public enum BillingMoment {
        /** On the day of the order. */
        AT_ORDER,
        /** On the day after the service has ended, or the very day on which its whole is reported as delivered. */
        AT_DELIVERY
    }

    /**
     * How days and the end of a month make a due date. "45 jours fin de mois" (Code de commerce, L441-10 I) is read in
     * both ways, and the administration admits both where the contract says which.
     */
    public enum EndOfMonth {
        /** The last day of the month in which the days end: 15 January and 45 days are 1 March, due on 31 March. */
        DAYS_THEN_MONTH_END,
        /** So many days after the last day of the document's month: 15 January, 31 January and 45 days, 17 March. */
        MONTH_END_THEN_DAYS;

        /** The due date of a document of that day. */
        public LocalDate dueOn(LocalDate documentOn, int days) {
            return switch (this) {
                case DAYS_THEN_MONTH_END -> lastOfMonth(documentOn.plusDays(days));
                case MONTH_END_THEN_DAYS -> lastOfMonth(documentOn).plusDays(days);
            };
        }

        private static LocalDate lastOfMonth(LocalDate day) {
            return day.with(TemporalAdjusters.lastDayOfMonth());
        }
    }

    public enum Method {
        TRANSFER,
        CARD,
        SEPA_DEBIT,
        CHEQUE,
        PAYPAL
    }
}
