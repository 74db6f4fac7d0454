package io.echeance.core.terms;

import io.echeance.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's record may lead to; whatever harms a person is only proposed, and a human decides (GDPR, art. 22).
 * Thresholds count incidents in 365 days; null: the seller has no such rule.
 *
 * @param loyaltyAbove net amount paid in 365 days above which the loyalty price is offered
 * @param creditLimits the seller limits what customers may owe: each order shows what it adds to that
 */
public record StandingTerms(
        @Nullable Integer watchFromIncidents,
        @Nullable Integer prepaymentFromIncidents,
        @Nullable Integer surchargeFromIncidents,
        @Nullable Integer blockFromIncidents,
        boolean blockOnDispute,
        @Nullable Money loyaltyAbove,
        boolean creditLimits) {

    /** No such rules. */
    public static final StandingTerms NONE = new StandingTerms(null, null, null, null, false, null, false);

    /** Whether anything follows from a debt that became late. */
    public boolean countsIncidents() {
        return watchFromIncidents != null
                || prepaymentFromIncidents != null
                || surchargeFromIncidents != null
                || blockFromIncidents != null;
    }
}
