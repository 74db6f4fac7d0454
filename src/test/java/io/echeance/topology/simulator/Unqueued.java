package io.echeance.topology.simulator;

import io.echeance.core.matching.PaymentFile;
import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.PaymentFile.Whereabouts;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.serde.record.PaymentRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The payments as a register sees them that has no queue: no decision is ever being asked about, so whatever comes of
 * its payment goes ahead of it.
 */
record Unqueued(KeyValueStore<String, PaymentRow> rows, Saboteur saboteur, Set<String> asked)
        implements KeyValueStore<String, PaymentRow> {

    Unqueued(KeyValueStore<String, PaymentRow> rows, Saboteur saboteur) {
        this(rows, saboteur, new HashSet<>());
    }

    @Override
    public @Nullable PaymentRow get(String key) {
        PaymentRow row = rows.get(key);
        boolean decides = row != null && row.file().entries().stream().anyMatch(Unqueued::isAsked);
        if (!decides || !saboteur.strikes(Fault.NO_QUEUE_OF_DECISIONS)) {
            return row;
        }
        row.file().entries().stream()
                .filter(Unqueued::isAsked)
                .forEach(entry -> asked.add(entry.fact().factId()));
        return with(row, Whereabouts.ASKED, Whereabouts.SENT);
    }

    private static boolean isAsked(Filed entry) {
        return entry.fact() instanceof PaymentApplied && entry.state() == Whereabouts.ASKED;
    }

    private PaymentRow with(PaymentRow row, Whereabouts from, Whereabouts to) {
        List<Filed> entries = row.file().entries().stream()
                .map(entry -> asked.contains(entry.fact().factId()) && entry.state() == from ? in(to, entry) : entry)
                .toList();
        return new PaymentRow(new PaymentFile(entries, row.file().behind()), row.asking());
    }

    private static Filed in(Whereabouts state, Filed entry) {
        return new Filed(
                entry.fact(), entry.since(), state, entry.orderId(), entry.answers(), entry.allotment(), entry.held());
    }

    @Override
    public void put(String key, @Nullable PaymentRow row) {
        rows.put(key, row == null ? null : with(row, Whereabouts.SENT, Whereabouts.ASKED));
        asked.clear();
    }

    @Override
    public PaymentRow putIfAbsent(String key, PaymentRow row) {
        return rows.putIfAbsent(key, row);
    }

    @Override
    public void putAll(List<KeyValue<String, PaymentRow>> entries) {
        rows.putAll(entries);
    }

    @Override
    public PaymentRow delete(String key) {
        return rows.delete(key);
    }

    @Override
    public KeyValueIterator<String, PaymentRow> range(String from, String to) {
        return rows.range(from, to);
    }

    @Override
    public KeyValueIterator<String, PaymentRow> all() {
        return rows.all();
    }

    @Override
    public long approximateNumEntries() {
        return rows.approximateNumEntries();
    }

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        rows.init(context, root);
    }

    @Override
    public void close() {
        rows.close();
    }

    @Override
    public boolean persistent() {
        return rows.persistent();
    }

    @Override
    public boolean isOpen() {
        return rows.isOpen();
    }

    @Override
    public Position getPosition() {
        return rows.getPosition();
    }
}
