package io.echeance.core.terms;

import io.echeance.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What happens with the share of a third-party funder (<i>subrogation de paiement</i>).
 *
 * @param agreementDeadline the last day on which its decision counts
 * @param refusedOrCut who owes what it refuses or cuts
 * @param silent who owes its share when it has said nothing by the deadline
 * @param unpaidAfterDays days after the due date on whose morning what it has not paid falls back; null: never
 * @param evidenceNeeded its invoice waits for attendance sheets and the like
 * @param fileFee what the customer owes, once and net, for the handling; null: nothing
 */
public record FundingTerms(
        Deadline agreementDeadline,
        Fallback refusedOrCut,
        Fallback silent,
        @Nullable Integer unpaidAfterDays,
        boolean evidenceNeeded,
        @Nullable Money fileFee) {

    public enum Deadline {
        SERVICE_START,
        SERVICE_END
    }

    /**
     * Who owes what a funder does not.
     *
     * @param awaitAcceptanceDays null: the customer, at once. Else the customer once it accepts the revised
     *     conditions, within so many days of the decision; until then nobody.
     */
    public record Fallback(@Nullable Integer awaitAcceptanceDays) {}
}
