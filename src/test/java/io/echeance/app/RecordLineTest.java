package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.cluster.TopicReader;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.registry.Reading;
import io.echeance.topology.Topic;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A line of read")
class RecordLineTest {

    private static final Rejected REJECTED = new Rejected(
            LocalDate.of(2026, 1, 12),
            null,
            null,
            Reason.MALFORMED,
            "it has no value",
            "payments",
            3,
            41,
            Bytes.wrap(new byte[] {1}),
            null,
            null,
            null,
            null);

    private static TopicReader.Read read(byte @Nullable [] value, Reading<?> content) {
        return new TopicReader.Read(
                Topic.REJECTED,
                new ConsumerRecord<>(
                        "rejected",
                        0,
                        7,
                        0,
                        TimestampType.CREATE_TIME,
                        1,
                        1,
                        "T-1".getBytes(StandardCharsets.UTF_8),
                        value,
                        new RecordHeaders(),
                        Optional.empty()),
                content);
    }

    @Test
    @DisplayName("tells where the record lies beside what it says itself, of a place too")
    void bothPlaces() {
        assertThat(RecordLine.of(read(new byte[] {0}, new Reading.Readable<>(REJECTED)), true)
                        .toString())
                .startsWith("{\"@partition\":0,\"@offset\":7,\"@time\":\"1970-01-01T00:00:00Z\",\"@key\":\"T-1\",")
                .contains("\"topic\":\"payments\",\"partition\":3,\"offset\":41,\"key\":\"AQ==\"");
    }

    @Test
    @DisplayName("tells of a deletion what was deleted")
    void aDeletion() {
        assertThat(RecordLine.of(read(null, new Reading.Unreadable<>("it has no value")), false)
                        .toString())
                .endsWith("\"@key\":\"T-1\",\"deleted\":true}");
    }
}
