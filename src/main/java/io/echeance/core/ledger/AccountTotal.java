package io.echeance.core.ledger;

import io.echeance.core.money.Money;

/**
 * What was posted to an account.
 *
 * @param account CompteNum
 * @param label CompteLib
 */
public record AccountTotal(String account, String label, Money debit, Money credit) {

    /** Both of one account. */
    AccountTotal plus(AccountTotal other) {
        return new AccountTotal(account, label, debit.plus(other.debit), credit.plus(other.credit));
    }
}
