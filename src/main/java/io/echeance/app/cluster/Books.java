package io.echeance.app.cluster;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.money.Money;
import io.echeance.core.order.Statement;
import io.echeance.topology.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The books as the topics have them, with what they are checked against and what gives them names. */
public final class Books {

    private final SortedMap<String, List<LedgerEntry>> entries = new TreeMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, Party> parties = new HashMap<>();
    private final Map<String, Statement> statements = new HashMap<>();

    private Books() {}

    /** All that is committed by now. */
    public static Books read(Cluster cluster) {
        Books books = new Books();
        List<Topic> topics = List.of(Topic.LEDGER_ENTRIES, Topic.INVOICES, Topic.PARTIES, Topic.STATEMENTS);
        try (TopicReader reader = TopicReader.fromBeginning(cluster, topics)) {
            reader.rest().forEach(books::take);
        }
        return books;
    }

    private void take(TopicReader.Read read) {
        read.as(LedgerEntry.class)
                .ifPresent(entry -> entries.computeIfAbsent(entry.seller(), seller -> new ArrayList<>())
                        .add(entry));
        read.as(Invoice.class)
                .ifPresent(invoice -> numbers.put(invoice.document().id(), invoice.number()));
        read.as(Party.class).ifPresent(party -> parties.put(party.id(), party));
        read.as(Statement.class).ifPresent(statement -> statements.put(statement.orderId(), statement));
    }

    /** By seller. */
    public SortedMap<String, List<LedgerEntry>> entries() {
        return entries;
    }

    /** What the statements say is owed to a seller: invoiced and not paid. */
    public Money owedTo(String seller) {
        return statements.values().stream()
                .filter(statement -> statement.seller().equals(seller))
                .flatMap(statement -> statement.payers().stream())
                .map(position -> position.invoiced().minus(position.paid()))
                .reduce(Money.ZERO, Money::plus);
    }

    public Optional<Party> party(String id) {
        return Optional.ofNullable(parties.get(id));
    }

    /** A document's number; what is none, or has none yet, is its own name. */
    public String numberOf(String piece) {
        return numbers.getOrDefault(piece, piece);
    }
}
