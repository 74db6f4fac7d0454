package io.echeance.query.http;

import io.echeance.core.admission.MonthClosings;
import io.echeance.core.ledger.FinancialYear;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.MonthSums;
import io.echeance.core.ledger.PostedEntry;
import io.echeance.core.ledger.PostedEntry.PostedLine;
import io.echeance.core.ledger.Posting;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.document.EntriesFile;
import io.echeance.query.Issuing;
import io.echeance.query.MonthShelf;
import io.echeance.query.command.EntriesDesk;
import io.echeance.query.instance.Ledgers;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The books of entries that are given it; a month is closed at once, as the stream would close it. */
public final class BookedLedgers implements Ledgers, EntriesDesk {

    private final List<LedgerEntry> entries = new CopyOnWriteArrayList<>();
    private final MonthClosings closings = new MonthClosings();
    private final Map<String, Issuing> issuing = new TreeMap<>();

    public void post(Collection<LedgerEntry> more) {
        entries.addAll(more);
    }

    /** How a seller's documents get their numbers. */
    public void issue(String seller, Issuing how) {
        issuing.put(seller, how);
    }

    void close(MonthClosed fact) {
        synchronized (closings) {
            closings.take(fact);
        }
    }

    private List<LedgerEntry> of(String seller) {
        return entries.stream().filter(entry -> entry.seller().equals(seller)).toList();
    }

    @Override
    public List<MonthShelf> months() {
        return List.of(
                new MonthShelf(0, seller -> List.copyOf(MonthSums.of(of(seller)).values()), this::closed));
    }

    /** Of all sellers. */
    List<MonthClosed> allClosed() {
        return entries.stream()
                .map(LedgerEntry::seller)
                .distinct()
                .flatMap(seller -> closed(seller).stream())
                .toList();
    }

    private List<MonthClosed> closed(String seller) {
        synchronized (closings) {
            return List.copyOf(closings.of(seller).values());
        }
    }

    @Override
    public Optional<RunningBalance> balance(String seller) {
        return of(seller).stream()
                .map(entry -> Posting.of(posted(entry), null))
                .reduce(
                        Optional.empty(),
                        (sum, posting) ->
                                Optional.of(sum.orElse(RunningBalance.NOTHING).plus(posting)),
                        (one, other) -> other);
    }

    private static PostedEntry posted(LedgerEntry entry) {
        return new PostedEntry(
                entry.entryId(),
                entry.orderId(),
                entry.seller(),
                entry.journal(),
                entry.on(),
                entry.piece(),
                entry.pieceOn(),
                entry.label(),
                entry.reverses(),
                entry.lines().stream()
                        .map(line -> new PostedLine(
                                line.account(), line.party(), line.debit(), line.credit(), line.matching()))
                        .toList());
    }

    @Override
    public Optional<Issuing> issuing(String seller) {
        return Optional.ofNullable(issuing.get(seller));
    }

    @Override
    public byte[] entries(String seller, YearMonth month) {
        FinancialYear asked = new FinancialYear(month.atDay(1), month.atEndOfMonth());
        return new EntriesFile(asked, of(seller), UnaryOperator.identity(), UnaryOperator.identity())
                .text()
                .getBytes(EntriesFile.CHARSET);
    }
}
