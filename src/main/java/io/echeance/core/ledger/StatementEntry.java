package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import java.time.LocalDate;

/**
 * Posts what a bank has booked, when its statement is taken in: what came in or went out waits in 471 (<i>compte
 * d'attente</i>) until it is known what it is. Payments leave it for their payers as their orders get them, returns
 * bring it back, fees of the bank do not wait. So 512100 is the bank's balance, whatever orders know.
 *
 * @param account of the seller with the bank
 * @param id of the entry, that of the payment too
 * @param bookedOn by the bank
 * @param amount above 0.00: received
 * @param isFee the bank charges it for its services
 */
public record StatementEntry(String account, String id, LocalDate bookedOn, Money amount, boolean isFee) {

    /**
     * @param on of the entry: that of the statement
     * @throws IllegalArgumentException if nothing was booked
     */
    public LedgerEntry posted(String seller, LocalDate on) {
        LedgerAccount other = isFee ? LedgerAccount.BANK_CHARGES : LedgerAccount.SUSPENSE;
        String label = isFee ? "Frais bancaires " : amount.isNegative() ? "Décaissement " : "Encaissement ";
        Lines lines = new Lines().debit(LedgerAccount.BANK_BY_STATEMENT, amount).credit(other, amount);
        return new LedgerEntry(
                "bank/" + account + "/" + id,
                account,
                seller,
                Journal.BANK.code(),
                on,
                id,
                bookedOn,
                label + id,
                null,
                lines.lines());
    }
}
