package io.echeance.core.order;

import io.echeance.core.money.Money;
import java.time.LocalDate;

/**
 * A debt (<i>créance</i>): what one document asks of its payer for one day.
 *
 * @param principal what is asked for after credit notes
 * @param original what was asked for before any credit note
 * @param dueOn the day on which it falls due, brought forward by an acceleration
 * @param agreedDueOn the day that its document says; {@link Document.Due#NEVER} while it is held back
 */
public record Receivable(
        ReceivableKey key,
        Document.Kind kind,
        String payer,
        Money principal,
        Money original,
        LocalDate dueOn,
        LocalDate agreedDueOn,
        LocalDate issuedOn) {

    /** Whether it can be late, bear interest and have a ladder; fees and interest cannot. */
    public boolean isPrincipal() {
        return kind.isPrincipal();
    }

    /** Its document has no number yet, and waits for it: it falls due on no day. */
    public boolean isHeldBack() {
        return agreedDueOn.equals(Document.Due.NEVER);
    }
}
