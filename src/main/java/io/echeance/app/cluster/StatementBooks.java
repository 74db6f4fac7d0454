package io.echeance.app.cluster;

import io.echeance.bank.BankStatement;
import io.echeance.bank.BankStatement.Balances;
import io.echeance.core.admission.MonthClosings;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.StatementEntry;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which seller's books a bank's account is in: of that seller whose invoices ask to be paid on it. An account of
 * several sellers, or of none, is in no books: its money is posted as orders get it. Where no invoice asks for money on
 * it any more, for its seller has another account, it stays in the books that it was in.
 */
public final class StatementBooks {

    private final Map<String, Set<String>> sellers = new HashMap<>();
    private final Map<String, String> before;
    private final MonthClosings closings;

    /** Of sellers none of whom has closed a month, nor had another account. */
    public StatementBooks(Collection<Party> parties, Set<String> sellers) {
        this(parties, sellers, Map.of(), new MonthClosings());
    }

    /**
     * @param parties all that are known
     * @param sellers whoever has terms
     * @param before whose books an account was in when the last statement of it was taken that was in somebody's
     * @param closings of their books
     */
    public StatementBooks(
            Collection<Party> parties, Set<String> sellers, Map<String, String> before, MonthClosings closings) {
        this.before = Map.copyOf(before);
        this.closings = closings;
        for (Party party : parties) {
            String iban = party.iban();
            if (iban != null && sellers.contains(party.id())) {
                this.sellers
                        .computeIfAbsent(iban.replaceAll("\\s", ""), none -> new HashSet<>())
                        .add(party.id());
            }
        }
    }

    /** Empty: it is in no books. */
    public Optional<String> sellerOf(String account) {
        Set<String> found = sellers.getOrDefault(account, Set.of());
        if (found.isEmpty()) {
            return Optional.ofNullable(before.get(account));
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /**
     * The entries of a statement, dated as it closes; where that month is closed, on the first day that is open.
     *
     * @param known ids of what was posted before
     */
    public List<LedgerEntry> of(BankStatement statement, Set<String> known) {
        Balances balances = statement.balances();
        LocalDate closing = balances == null ? null : balances.closingOn();
        return sellerOf(statement.account()).stream()
                .flatMap(seller -> statement.entries().stream()
                        .filter(entry -> !known.contains(entry.id()))
                        .filter(entry -> !entry.movement().amount().isZero())
                        .map(entry -> new StatementEntry(
                                        statement.account(),
                                        entry.id(),
                                        entry.movement().bookedOn(),
                                        entry.movement().amount(),
                                        entry.isFee())
                                .posted(
                                        seller,
                                        closings.open(
                                                seller,
                                                closing == null
                                                        ? entry.movement().bookedOn()
                                                        : closing))))
                .toList();
    }
}
