package io.echeance.topology.node;

import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Facts go where their key leads, the marker of a day to every partition, a day to the partition that its key names.
 */
public final class LogPartitioner implements StreamPartitioner<String, LoggedFact> {

    static String key(int partition) {
        return Integer.toString(partition);
    }

    static Set<Integer> all(int partitions) {
        return IntStream.range(0, partitions).boxed().collect(Collectors.toSet());
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, LoggedFact entry, int partitions) {
        return switch (entry.payload()) {
            case Received received -> Optional.empty();
            case DayMarker marker -> Optional.of(all(partitions));
            case LoggedFact.Day day -> Optional.of(Set.of(Integer.parseInt(key)));
        };
    }

    /** Where a key leads that says nothing of a partition: as the producer has it. */
    static int partition(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
