package io.echeance.core.decision;

import io.echeance.core.admission.Weight;
import io.echeance.core.invoice.Draft;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.order.Account;
import io.echeance.core.order.Output;
import io.echeance.core.order.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fact or a closed day leads to.
 *
 * @param account the account afterwards
 * @param outputs what is newly said, in order
 * @param drafts the documents among them, each with what its invoice needs to know, in the same order
 * @param entries what is newly posted to the books, in order
 * @param statement the whole position afterwards; null while the order is not placed
 */
public record Decision(
        Account account,
        List<Output> outputs,
        List<Draft> drafts,
        List<LedgerEntry> entries,
        @Nullable Statement statement) {

    /** Whether all that it leads to fits the records of the stream; {@code most} is of account and statement. */
    boolean fits(int most) {
        return Weight.fits(account, statement, outputs, most);
    }

    /** Nothing is posted, and there is no position. */
    static Decision unplaced(Account account, List<Output> outputs) {
        return new Decision(account, outputs, List.of(), List.of(), null);
    }
}
