package io.echeance.app.cluster;

import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.topology.Topic;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** The topic of closed days: a day is told to every partition, or to none. */
public final class BusinessDays implements AutoCloseable {

    private static final String CLOCK = "echeance-clock";

    private final Cluster cluster;
    private final Publisher publisher;
    private final List<TopicPartition> partitions;

    private BusinessDays(Cluster cluster) {
        this.cluster = cluster;
        this.partitions = cluster.partitions(Topic.BUSINESS_DAYS);
        this.publisher = Publisher.only(cluster, CLOCK);
    }

    /** An older clock of the same cluster can close no more days. */
    public static BusinessDays take(Cluster cluster) {
        return new BusinessDays(cluster);
    }

    /** The last day that was closed. */
    public Optional<LocalDate> last() {
        try (TopicReader reader = TopicReader.fromBeginning(cluster, List.of(Topic.BUSINESS_DAYS))) {
            return reader.rest().stream()
                    .flatMap(read -> read.as(DayClosed.class).stream())
                    .map(DayClosed::date)
                    .max(Comparator.naturalOrder());
        }
    }

    public void close(LocalDate day) {
        publisher.publish(partitions.stream()
                .map(partition -> new Entry(Topic.BUSINESS_DAYS, null, new DayClosed(day), partition.partition()))
                .toList());
    }

    @Override
    public void close() {
        publisher.close();
    }
}
