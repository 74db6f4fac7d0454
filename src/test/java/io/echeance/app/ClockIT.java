package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.cluster.Cluster;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.topology.Topic;
import io.echeance.topology.store.Calendar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The clock on a real broker")
class ClockIT {

    @TempDir
    private Path folder;

    private Configured here;

    @Test
    @DisplayName("is silenced by no stray day, and says after a long outage what to do")
    void nothingSilencesTheClock() throws IOException {
        here = Configured.shared(folder, "clock", "query.port=-1");
        try (Cluster reached = here.reach();
                RunningInstance processor = RunningInstance.on(reached)) {
            play(reached);
            processor.requireHealth();
        }
    }

    private void play(Cluster cluster) {
        assertThat(here.call("clock", "--day-by-day", "--from", "2026-01-12", "--to", "2026-01-13")
                        .lines())
                .hasSize(2);
        stray(cluster, LocalDate.of(9999, 12, 31));
        stray(cluster, LocalDate.now(Calendar.ZONE).plusYears(3));

        Call refused = here.call("clock", "--once");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("more than 40 days after 2026-01-13", "'clock --catch-up'");

        LocalDate yesterday = new DayClock(InstantSource.system()).lastOver();
        assertThat(here.call("clock", "--catch-up").lines())
                .startsWith("2026-02-22 is closed", "2026-04-03 is closed")
                .endsWith(yesterday + " is closed");
        Call again = here.call("clock", "--once");
        assertThat(again.status()).isZero();
        assertThat(again.out()).isEmpty();

        here.awaitQuiet();
        assertThat(here.all("facts")).anyMatch(line -> line.contains(yesterday.toString()));
        assertThat(here.all("rejected"))
                .hasSize(2 * Configured.PARTITIONS)
                .anyMatch(line -> line.contains("the day 9999-12-31 is outside"))
                .anyMatch(line -> line.contains("was not over when this was written"));
    }

    /** As a program would that is not ours. */
    private static void stray(Cluster cluster, LocalDate day) {
        byte[] value =
                cluster.serde(Topic.BUSINESS_DAYS).serializer().serialize(Topic.BUSINESS_DAYS.id(), new DayClosed(day));
        try (Producer<byte[], byte[]> hand = cluster.poster()) {
            String days = cluster.topics().of(Topic.BUSINESS_DAYS);
            for (int partition = 0; partition < Configured.PARTITIONS; partition++) {
                var unused = hand.send(new ProducerRecord<>(days, partition, null, value));
            }
        }
    }
}
