package io.echeance.serde.record;

import io.echeance.core.ledger.BankProof;
import io.echeance.core.ledger.BankProof.StatementEnds;
import io.echeance.core.ledger.SuspenseSum;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code bank-statements}: a statement of account that was taken, with the ids of its entries.
 *
 * @param account of the seller, its IBAN where the bank gives one
 * @param dialect format and version of its file
 * @param statementId what the bank calls it
 * @param openingOn null: the bank does not say
 * @param digest of all that it holds: the same statement again has the same, whatever the bank calls it
 * @param seller in whose books it is posted; null: in nobody's
 */
public record TakenStatement(
        String account,
        String dialect,
        String statementId,
        @Nullable LocalDate openingOn,
        Money opening,
        @Nullable LocalDate closingOn,
        Money closing,
        List<TakenEntry> entries,
        String digest,
        @Nullable String seller) {

    /**
     * An entry, without any of its words.
     *
     * @param id of the payment too, if it is one
     * @param after what the account held with it
     * @param bare the bank said nothing of whom it is from: details may follow
     * @param out what left the bank with it and is no fee of the bank; below 0.00: what came in and is no payment;
     *     null: it is a payment or a fee, or was taken before
     * @param trace what came in shares with its return; null: nothing is known of that
     * @param takesBack the entry that it takes back; its own id: it may be of several, and names none; null: it is no
     *     return, or none came in that it may take back
     */
    public record TakenEntry(
            String id,
            LocalDate bookedOn,
            Money after,
            boolean bare,
            @Nullable Money out,
            @Nullable String trace,
            @Nullable String takesBack) {

        private TakenEntry without(Set<String> known) {
            return known.contains(id) ? new TakenEntry(id, bookedOn, after, bare, null, trace, takesBack) : this;
        }
    }

    public TakenStatement {
        entries = List.copyOf(entries);
    }

    /** The same, its entries told otherwise. */
    public TakenStatement of(List<TakenEntry> others) {
        return new TakenStatement(
                account, dialect, statementId, openingOn, opening, closingOn, closing, others, digest, seller);
    }

    /** By the id of a return, the entry that it takes back. */
    public Map<String, String> takenBack() {
        Map<String, String> entriesByReturn = new HashMap<>();
        for (TakenEntry entry : entries) {
            if (entry.takesBack() != null) {
                entriesByReturn.put(entry.id(), entry.takesBack());
            }
        }
        return entriesByReturn;
    }

    /**
     * The same, posted in somebody's books.
     *
     * @param known ids of what was posted before
     */
    public TakenStatement bookedBy(@Nullable String whose, Set<String> known) {
        List<TakenEntry> posted =
                entries.stream().map(entry -> entry.without(known)).toList();
        return new TakenStatement(
                account, dialect, statementId, openingOn, opening, closingOn, closing, posted, digest, whose);
    }

    /** When it closes; before all days if the bank does not say. */
    public LocalDate lastDay() {
        return Objects.requireNonNullElse(closingOn, LocalDate.MIN);
    }

    /** What the bank says of its account. */
    public BankProof proof() {
        return BankProof.taken(account, new StatementEnds(openingOn, opening, closingOn, closing, digest));
    }

    /** What left the bank with it, and is no fee: it counts once, however often the statement comes. */
    public BankProof wentOut() {
        Money out = entries.stream()
                .map(TakenEntry::out)
                .flatMap(Stream::ofNullable)
                .reduce(Money.ZERO, Money::plus);
        return BankProof.suspended(account, new SuspenseSum(Money.ZERO, Money.ZERO, out));
    }
}
