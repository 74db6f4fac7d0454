package io.echeance.app.cluster;

import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.settings.Setting;
import io.echeance.core.admission.ClosableDays;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.topology.Topic;
import io.echeance.topology.store.Calendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** The topic of closed days: a day is published to every partition, or to none. */
public final class BusinessDays implements AutoCloseable {

    private static final String CLOCK = "echeance-clock";

    private final Cluster cluster;
    private final Publisher publisher;
    private final List<TopicPartition> partitions;
    private final AcceptedDays accepted;

    private BusinessDays(Cluster cluster) {
        this.cluster = cluster;
        this.partitions = cluster.partitions(Topic.BUSINESS_DAYS);
        this.publisher = Publisher.only(cluster, CLOCK);
        this.accepted = new AcceptedDays(
                new ClosableDays(cluster.settings().isTrue(Setting.DAYS_SIMULATED)),
                partitions.stream().map(TopicPartition::partition).toList());
    }

    /** An older clock of the same cluster can close no more days. */
    public static BusinessDays take(Cluster cluster) {
        BusinessDays days = new BusinessDays(cluster);
        try {
            days.read();
            return days;
        } catch (RuntimeException e) {
            days.close();
            throw e;
        }
    }

    private void read() {
        try (TopicReader reader = TopicReader.fromBeginning(cluster, List.of(Topic.BUSINESS_DAYS))) {
            reader.rest(read -> read.as(DayClosed.class)
                    .ifPresent(day -> accepted.received(
                            read.record().partition(),
                            read.record().offset(),
                            day.date(),
                            Calendar.dayOf(read.record().timestamp()))));
        }
    }

    /** The last day that was closed, and accepted by the stream. */
    public Optional<LocalDate> last() {
        return accepted.last();
    }

    /** The records that closed nothing, whoever wrote them: where each lies, and why. */
    public List<String> refused() {
        return accepted.refused();
    }

    /** Why the stream would refuse this day, published today; empty: it will not. */
    public Optional<String> objection(LocalDate day, LocalDate today) {
        return accepted.objection(day, today);
    }

    public void close(LocalDate day) {
        close(day, day);
    }

    /** Days that follow each other, in one transaction: nothing is published between them. */
    public void close(LocalDate first, LocalDate last) {
        List<LocalDate> days = first.datesUntil(last.plusDays(1)).toList();
        publisher.publish(days.stream()
                .flatMap(day -> partitions.stream()
                        .map(partition ->
                                new Entry(Topic.BUSINESS_DAYS, null, new DayClosed(day), partition.partition())))
                .toList());
        days.forEach(day ->
                partitions.forEach(partition -> accepted.received(partition.partition(), -1, day, day.plusDays(1))));
    }

    @Override
    public void close() {
        publisher.close();
    }
}
