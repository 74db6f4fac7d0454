package io.echeance.core.lateness;

import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.Outstanding;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;

/** Interest and fees that were forgiven (<i>remise</i>): of a debt by its key, or of all that were late on that day. */
record Waivers(Situation situation, Outstanding outstanding) {

    boolean cover(Receivable debt) {
        for (PenaltyWaived waiver : situation.waivers()) {
            boolean isMeant = waiver.receivable().equals(PenaltyWaived.ALL)
                    ? wasLate(debt, waiver)
                    : waiver.receivable().equals(debt.key().toString());
            if (isMeant) {
                return true;
            }
        }
        return false;
    }

    private boolean wasLate(Receivable debt, PenaltyWaived waiver) {
        return debt.dueOn().isBefore(waiver.on())
                && outstanding.of(debt, waiver.on().minusDays(1)).isPositive();
    }
}
