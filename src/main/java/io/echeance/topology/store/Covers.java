package io.echeance.topology.store;

import io.echeance.core.decision.Decision;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.Statement;
import io.echeance.core.statement.Standings;
import io.echeance.serde.record.Cover;
import io.echeance.serde.record.Cover.DebtChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Carries what drawings show over to the cover of their account. */
public final class Covers {

    private Covers() {}

    /** @param drawn in order; the day that a drawing is for is that of its changes, not the moment of working it off */
    public static Cover drawn(Cover cover, List<Decision> drawn) {
        Cover after = cover;
        for (Decision drawing : drawn) {
            Statement statement = Objects.requireNonNull(drawing.statement(), "a drawing has a statement");
            OrderStanding standing = Standings.of(drawing.account(), statement);
            if (!standing.equals(after.standing())) {
                List<DebtChange> changes = new ArrayList<>();
                AgeingRow.changes(after.standing(), standing)
                        .forEach((debtor, cents) ->
                                changes.add(new DebtChange(statement.today(), debtor.kind(), debtor.dueOn(), cents)));
                after = after.showing(standing, changes);
            }
        }
        return after;
    }
}
