package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers what one entry posts, an account and party at a time. An amount of zero leaves no line, a negative debit is a
 * credit.
 */
final class Lines {

    private record AccountOfParty(LedgerAccount account, String party) implements Comparable<AccountOfParty> {
        @Override
        public int compareTo(AccountOfParty other) {
            int byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : party.compareTo(other.party);
        }
    }

    private static final String NOBODY = "";

    private final Map<AccountOfParty, Money> debits = new TreeMap<>();

    Lines debit(LedgerAccount account, Money amount) {
        debits.merge(new AccountOfParty(account, NOBODY), amount, Money::plus);
        return this;
    }

    Lines credit(LedgerAccount account, Money amount) {
        return debit(account, amount.negate());
    }

    /** What a party owes more. */
    Lines debitClient(String party, Money amount) {
        debits.merge(new AccountOfParty(LedgerAccount.CLIENTS, party), amount, Money::plus);
        return this;
    }

    Lines creditClient(String party, Money amount) {
        return debitClient(party, amount.negate());
    }

    List<LedgerLine> lines() {
        List<LedgerLine> lines = new ArrayList<>();
        debits.forEach((place, amount) -> {
            if (!amount.isZero()) {
                lines.add(new LedgerLine(
                        place.account.number(),
                        place.party.equals(NOBODY) ? null : place.party,
                        amount.orZero(),
                        amount.negate().orZero(),
                        null));
            }
        });
        return lines;
    }
}
