package io.echeance.console;

import io.echeance.query.worklist.Reason;
import io.echeance.query.worklist.Worklist.Row;
import java.time.LocalDate;
import java.util.List;

/**
 * The worklist as its page shows it.
 *
 * @param rowsInAll of which the first are shown
 * @param hidden how many rest
 * @param more whether orders are late that were not looked at
 */
public record WorklistView(
        List<Row> rows, LocalDate today, int rowsInAll, int hidden, int considered, boolean more, Filter filter) {

    /** What is asked for; empty: anything. */
    public record Filter(String seller, String owner, String reason, boolean all) {

        public List<Reason> reasons() {
            return List.of(Reason.values());
        }

        public boolean isSet() {
            return all || !seller.isEmpty() || !owner.isEmpty() || !reason.isEmpty();
        }
    }
}
