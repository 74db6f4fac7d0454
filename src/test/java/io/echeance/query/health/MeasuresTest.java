package io.echeance.query.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.ledger.RunningBalance;
import io.echeance.query.instance.KeyOwners.Address;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.Shelves;
import io.echeance.query.instance.TemporarilyUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What cannot be measured")
class MeasuresTest {

    private interface Look {
        List<PartitionView> at() throws TemporarilyUnavailable;
    }

    private static Shelves shelves(Look look) {
        return new Shelves() {
            @Override
            public int partitions() {
                return 1;
            }

            @Override
            public List<PartitionView> here() throws TemporarilyUnavailable {
                return look.at();
            }

            @Override
            public List<Address> others() {
                return List.of();
            }
        };
    }

    private static List<RunningBalance> received(Runnable books) {
        books.run();
        return List.of();
    }

    private static String measured(Look look, Runnable books) {
        Properties settings = new Properties();
        settings.put("application.id", "measured");
        settings.put("bootstrap.servers", "localhost:1");
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("anything");
        try (KafkaStreams streams = new KafkaStreams(builder.build(), settings);
                Measures measures = new Measures(
                        new Heartbeat(streams, Duration.ofMinutes(5)), shelves(look), () -> received(books), () -> 0)) {
            return measures.text();
        }
    }

    @Test
    @DisplayName("is said to be so, with why: late amounts do not vanish without a word")
    void isSaidToBeSo() {
        String failed = measured(
                () -> {
                    throw new IllegalStateException("a store is damaged");
                },
                () -> {
                    throw new IllegalStateException("likewise");
                });
        assertThat(failed)
                .contains(
                        "echeance_unmeasured{what=\"book\",why=\"failed\"} 1.0",
                        "echeance_unmeasured{what=\"proof\",why=\"failed\"} 1.0");

        String moving = measured(
                () -> {
                    throw new TemporarilyUnavailable("tasks move");
                },
                () -> {});
        assertThat(moving)
                .contains(
                        "echeance_unmeasured{what=\"book\",why=\"moving\"} 1.0",
                        "echeance_unmeasured{what=\"proof\",why=\"\"} 0.0");
    }
}
