package io.echeance.topology.node;

import io.echeance.core.matching.KnownName;
import io.echeance.core.order.Statement;
import io.echeance.serde.record.ReferenceNews.ReferenceKnown;
import io.echeance.serde.record.ReferenceNews.ReferencesKnown;
import io.echeance.topology.store.AtCommit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What the accounts of a partition say at the end of each transaction: the names that became known in it, a record for
 * each partition where they are looked up; and of each order the last statement.
 */
final class LastWords {

    /** Names of a record at most. */
    private static final int MOST = 500;

    private final ProcessorContext<String, Object> context;
    private final int partitions;
    private final SortedMap<Integer, List<ReferenceKnown>> names = new TreeMap<>();
    private final Map<String, Record<String, Object>> statements = new LinkedHashMap<>();

    LastWords(ProcessorContext<String, Object> context, int partitions) {
        this.context = context;
        this.partitions = partitions;
        AtCommit.does(Accounts.NAME, context, this::say);
    }

    void name(KnownName known, long at) {
        int partition = LogPartitioner.partition(known.key(), partitions);
        List<ReferenceKnown> there = names.computeIfAbsent(partition, none -> new ArrayList<>());
        there.add(new ReferenceKnown(known, at));
        if (there.size() >= MOST) {
            say();
        }
    }

    void state(String orderId, Statement statement, long at) {
        statements.put(orderId, new Record<>(orderId, statement, at));
    }

    /** Also before the marker of a day, behind which nothing of the day may come. */
    void say() {
        names.forEach((partition, known) -> context.forward(new Record<>(
                LogPartitioner.key(partition),
                new ReferencesKnown(known),
                known.getFirst().at())));
        names.clear();
        statements.values().forEach(context::forward);
        statements.clear();
    }
}
