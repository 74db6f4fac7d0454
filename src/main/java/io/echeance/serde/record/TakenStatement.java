package io.echeance.serde.record;

import io.echeance.core.ledger.BankProof;
import io.echeance.core.ledger.BankProof.StatementEnds;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
     */
    public record TakenEntry(String id, LocalDate bookedOn, Money after, boolean bare) {}

    public TakenStatement {
        entries = List.copyOf(entries);
    }

    /** The same, posted in somebody's books. */
    public TakenStatement bookedBy(@Nullable String whose) {
        return new TakenStatement(
                account, dialect, statementId, openingOn, opening, closingOn, closing, entries, digest, whose);
    }

    /** When it closes; before all days if the bank does not say. */
    public LocalDate lastDay() {
        return Objects.requireNonNullElse(closingOn, LocalDate.MIN);
    }

    /** What the bank says of its account. */
    public BankProof proof() {
        return BankProof.taken(account, new StatementEnds(openingOn, opening, closingOn, closing, digest));
    }
}
