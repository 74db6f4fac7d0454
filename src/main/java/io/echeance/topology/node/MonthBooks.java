package io.echeance.topology.node;

import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.MonthSums;
import io.echeance.core.ledger.PostedEntry;
import io.echeance.topology.store.MonthRows;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The books month by month, as the running proof reads them: what each month's entries add up to, written once a
 * transaction, and which months are closed. Neither asks for the other: the topics are read in no order.
 */
record MonthBooks(
        KeyValueStore<String, MonthSums> sums,
        KeyValueStore<String, MonthClosed> closed,
        SortedMap<String, MonthSums> added) {

    MonthBooks(KeyValueStore<String, MonthSums> sums, KeyValueStore<String, MonthClosed> closed) {
        this(sums, closed, new TreeMap<>());
    }

    void add(PostedEntry entry) {
        MonthSums one = MonthSums.of(entry);
        added.merge(MonthRows.key(one.seller(), one.month()), one, MonthSums::plus);
    }

    /** At the end of a transaction. */
    void write() {
        added.forEach((key, more) -> {
            MonthSums before = sums.get(key);
            sums.put(key, before == null ? more : before.plus(more));
        });
        added.clear();
    }

    /** Judged when it was taken; the first of a month is the one. */
    void close(MonthClosed closing) {
        closed.putIfAbsent(MonthRows.key(closing.seller(), closing.month()), closing);
    }
}
