package io.echeance.topology.node;

import io.echeance.serde.record.LoggedFact;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Facts go where their key leads; a day goes to the partition that its key names. */
public final class DaysToTheirPartition implements StreamPartitioner<String, LoggedFact> {

    static String key(int partition) {
        return Integer.toString(partition);
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, LoggedFact entry, int partitions) {
        return switch (entry.payload()) {
            case LoggedFact.Told told -> Optional.empty();
            case LoggedFact.Day day -> Optional.of(Set.of(Integer.parseInt(key)));
        };
    }
}
