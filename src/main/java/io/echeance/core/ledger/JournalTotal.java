package io.echeance.core.ledger;

import io.echeance.core.money.Money;

/**
 * What a journal posted to an account.
 *
 * @param journal JournalCode
 * @param account CompteNum
 * @param label CompteLib
 */
public record JournalTotal(String journal, String account, String label, Money debit, Money credit) {

    /** Orders by journal, then by account. */
    String key() {
        return journal + " " + account;
    }

    /** Both of one journal and account. */
    JournalTotal plus(JournalTotal other) {
        return new JournalTotal(journal, account, label, debit.plus(other.debit), credit.plus(other.credit));
    }
}
