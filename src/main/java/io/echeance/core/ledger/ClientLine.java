package io.echeance.core.ledger;

import io.echeance.core.money.Money;

/** A line of a client's account, with the entry that it stands in. */
public record ClientLine(LedgerEntry entry, LedgerLine line) {

    /** Whose account it is. */
    public String party() {
        return line.party() == null ? "" : line.party();
    }

    /** Debit less credit. */
    public Money balance() {
        return line.debit().minus(line.credit());
    }
}
