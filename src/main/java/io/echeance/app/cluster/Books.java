package io.echeance.app.cluster;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.BankProof;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.ledger.SuspenseChange;
import io.echeance.core.ledger.SuspenseSum;
import io.echeance.core.money.Money;
import io.echeance.core.order.Statement;
import io.echeance.serde.record.TakenStatement;
import io.echeance.topology.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The books as the topics have them, with what they are checked against and what gives them names. */
public final class Books {

    private final Map<String, LedgerEntry> byId = new LinkedHashMap<>();
    private final List<String> atFault = new ArrayList<>();
    private final Map<String, RunningBalance> proofs = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, Party> parties = new HashMap<>();
    private final Map<String, Statement> statements = new HashMap<>();
    private final SortedMap<String, List<TakenStatement>> bank = new TreeMap<>();
    private final Map<String, SuspenseSum> suspense = new HashMap<>();

    private Books() {}

    /** All that is committed by now. */
    public static Books read(Cluster cluster) {
        Books books = new Books();
        List<Topic> topics = List.of(
                Topic.LEDGER_ENTRIES,
                Topic.TRIAL_BALANCES,
                Topic.INVOICES,
                Topic.PARTIES,
                Topic.STATEMENTS,
                Topic.BANK_STATEMENTS,
                Topic.SUSPENSE_CHANGES);
        try (TopicReader reader = TopicReader.fromBeginning(cluster, topics)) {
            reader.rest().forEach(books::take);
        }
        return books;
    }

    private void take(TopicReader.Read read) {
        if (read.topic() == Topic.LEDGER_ENTRIES) {
            // An entry that stands there again was said by a replay: the first one is the entry.
            read.as(LedgerEntry.class)
                    .ifPresentOrElse(
                            entry -> byId.putIfAbsent(entry.entryId(), entry), () -> atFault.add(read.sentence()));
        }
        read.as(RunningBalance.class).ifPresent(balance -> proofs.put(balance.seller(), balance));
        read.as(Invoice.class)
                .ifPresent(invoice -> numbers.put(invoice.document().id().text(), invoice.number()));
        read.as(Party.class).ifPresent(party -> parties.put(party.id(), party));
        read.as(TakenStatement.class)
                .ifPresent(taken -> bank.computeIfAbsent(taken.account(), first -> new ArrayList<>())
                        .add(taken));
        read.as(SuspenseChange.class)
                .ifPresent(change -> suspense.merge(change.account(), change.sum(), SuspenseSum::plus));
        read.as(Statement.class).ifPresent(statement -> statements.put(statement.orderId(), statement));
    }

    /** By seller. */
    public SortedMap<String, List<LedgerEntry>> entries() {
        SortedMap<String, List<LedgerEntry>> entries = new TreeMap<>();
        byId.values()
                .forEach(entry -> entries.computeIfAbsent(entry.seller(), seller -> new ArrayList<>())
                        .add(entry));
        return entries;
    }

    /** Records of the books that are no entries: where each stands, and why it is none. */
    public List<String> atFault() {
        return atFault;
    }

    /** What the stream's running proof says of a seller's books. */
    public Optional<RunningBalance> proofOf(String seller) {
        return Optional.ofNullable(proofs.get(seller));
    }

    /** What the statements say is owed to a seller: invoiced and not paid. */
    public Money owedTo(String seller) {
        return statements.values().stream()
                .filter(statement -> statement.seller().equals(seller))
                .flatMap(statement -> statement.payers().stream())
                .map(position -> position.invoiced().minus(position.paid()))
                .reduce(Money.ZERO, Money::plus);
    }

    /** Of each of a seller's accounts whose statements were posted. */
    public List<BankProof> banksOf(String seller) {
        List<LedgerEntry> entries = entries().getOrDefault(seller, List.of());
        return bank.entrySet().stream()
                .filter(account ->
                        entries.stream().anyMatch(entry -> entry.orderId().equals(account.getKey())))
                .map(account -> BankProof.of(
                        account.getValue().stream().map(TakenStatement::proof).toList(), entries))
                .toList();
    }

    /** What should stand in 471 of a seller's money, by those who know where it is. */
    public SuspenseSum suspenseOf(String seller) {
        return banksOf(seller).stream()
                .map(BankProof::account)
                .map(account -> bank.getOrDefault(account, List.of()).stream()
                        .map(taken -> taken.wentOut().suspense())
                        .reduce(suspense.getOrDefault(account, SuspenseSum.NOTHING), SuspenseSum::plus))
                .reduce(SuspenseSum.NOTHING, SuspenseSum::plus);
    }

    public Optional<Party> party(String id) {
        return Optional.ofNullable(parties.get(id));
    }

    /** A document's number; what is none, or has none yet, is its own name. */
    public String numberOf(String piece) {
        return numbers.getOrDefault(piece, piece);
    }
}
