package io.echeance.core.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record of the books adds to its seller's running balance.
 *
 * @param seller {@link RunningBalance#NOBODY} where a record does not say whose it is
 * @param entryId null: it cannot be read
 * @param on the entry's date
 * @param totals what is to be added
 * @param banks what it posts to accounts with banks
 * @param again the same entry stood there before and was added then: nothing is added twice
 * @param fault null: none
 */
public record Posting(
        String seller,
        @Nullable String entryId,
        @Nullable LocalDate on,
        List<AccountTotal> totals,
        List<BankProof> banks,
        boolean again,
        @Nullable EntryFault fault) {

    /** An entry that stands there for the first time. */
    public static Posting of(PostedEntry entry, @Nullable EntryFault fault) {
        return new Posting(
                entry.seller(), entry.entryId(), entry.on(), entry.totals(), BankProof.booked(entry), false, fault);
    }

    /** One that was added before; said otherwise, it is a fault. */
    public static Posting again(PostedEntry entry, @Nullable EntryFault fault) {
        return new Posting(entry.seller(), entry.entryId(), entry.on(), List.of(), List.of(), fault == null, fault);
    }

    /** A record that nobody can read. */
    public static Posting unreadable(EntryFault fault) {
        return new Posting(RunningBalance.NOBODY, null, null, List.of(), List.of(), false, fault);
    }
}
