package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry (<i>écriture</i>): its debits equal its credits. It is never changed; what corrects it is an entry after it.
 *
 * @param entryId names it, the same on every replay
 * @param orderId the order; of what a bank booked, the account
 * @param seller whose books
 * @param journal JournalCode
 * @param on EcritureDate: the {@code today} on which it was made; never backdated
 * @param piece PieceRef: the document, payment or refund that it comes from
 * @param pieceOn PieceDate: its date; the value date of a payment
 * @param label EcritureLib, in French
 * @param reverses the entry that it takes back, a credit note its invoice's in part; null: none
 */
public record LedgerEntry(
        String entryId,
        String orderId,
        String seller,
        String journal,
        LocalDate on,
        String piece,
        LocalDate pieceOn,
        String label,
        @Nullable String reverses,
        List<LedgerLine> lines) {

    /** Between the order and the payer, in the id of an entry that gives something up. */
    static final String GIVEN_UP = "/given-up/";

    /** @throws IllegalArgumentException if it does not balance, or has no lines */
    public LedgerEntry {
        Money debits = Money.ZERO;
        Money credits = Money.ZERO;
        for (LedgerLine line : lines) {
            debits = debits.plus(line.debit());
            credits = credits.plus(line.credit());
        }
        if (lines.isEmpty() || !debits.equals(credits)) {
            throw new IllegalArgumentException(entryId + " does not balance: " + debits + " and " + credits);
        }
    }

    /** Of what of a payer's debt is given up, or taken back of that; {@link Bookkeeper#givenUp} names it so. */
    boolean isGivingUp() {
        return entryId.startsWith(orderId + GIVEN_UP);
    }
}
