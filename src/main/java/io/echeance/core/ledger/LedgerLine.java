package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of an entry: a debit or a credit, the other one being zero, neither negative.
 *
 * @param account CompteNum
 * @param party CompAuxNum: whose account with us it is; null where accounts are not kept by party
 * @param matching EcritureLet: what settles what (<i>lettrage</i>); null: not said here; {@link
 *     Lettering} works it out
 */
public record LedgerLine(
        String account,
        @Nullable String party,
        Money debit,
        Money credit,
        @Nullable String matching) {

    public LedgerLine {
        boolean oneSided = debit.isZero() ? credit.isPositive() : debit.isPositive() && credit.isZero();
        if (!oneSided) {
            throw new IllegalArgumentException(
                    "a line is a debit or a credit: " + account + " " + debit + " " + credit);
        }
    }

    /** CompteLib. */
    public String label() {
        return LedgerAccount.labelOf(account);
    }
}
