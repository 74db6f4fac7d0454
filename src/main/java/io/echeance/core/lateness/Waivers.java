package io.echeance.core.lateness;

import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.Outstanding;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;

/** Interest and fees that were forgiven (<i>remise</i>): of a debt by its key, or of all that were late on that day. */
public record Waivers(Situation situation, Outstanding outstanding) {

    /** Whether one of those that were given is meant for the debt. */
    public boolean cover(Receivable debt) {
        return situation.waivers().stream().anyMatch(waiver -> isMeant(debt, waiver));
    }

    /** Whether a waiver is meant for the debt, given or not. */
    public boolean isMeant(Receivable debt, PenaltyWaived waiver) {
        return waiver.receivable().equals(PenaltyWaived.ALL)
                ? wasLate(debt, waiver)
                : waiver.receivable().equals(debt.key().toString());
    }

    private boolean wasLate(Receivable debt, PenaltyWaived waiver) {
        return debt.dueOn().isBefore(waiver.on())
                && outstanding.of(debt, waiver.on().minusDays(1)).isPositive();
    }
}
