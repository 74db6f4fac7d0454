package io.echeance.topology.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import io.echeance.serde.record.LoggedFact;
import java.time.Duration;
import java.time.LocalDate;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A node has what it made committed")
class PromptTest {

    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private final Prompt<String, Object, String, Object> node = new Prompt<>(new Echo());
    private long now = 1_000_000;

    /** Says what it hears. */
    private final class Echo implements Processor<String, Object, String, Object> {
        @Override
        public void process(Record<String, Object> record) {
            context.forward(record);
        }
    }

    @BeforeEach
    void init() {
        context.setCurrentSystemTimeMs(now);
        node.init(context);
    }

    private boolean commitsAfter(Duration pause) {
        return commitsAfter(pause, "value");
    }

    private boolean commitsAfter(Duration pause, Object value) {
        now += pause.toMillis();
        context.setCurrentSystemTimeMs(now);
        context.resetCommit();
        node.process(new Record<>("key", value, now));
        return context.committed();
    }

    @Test
    @DisplayName("at once when nothing came for a while, and only then")
    void afterAPause() {
        assertThat(commitsAfter(Duration.ofMillis(200))).isTrue();
        assertThat(commitsAfter(Duration.ZERO)).isFalse();
        assertThat(commitsAfter(Duration.ofMillis(110))).isFalse();
        assertThat(commitsAfter(Duration.ofMillis(110))).isFalse();
        assertThat(commitsAfter(Duration.ofSeconds(5))).isTrue();
        assertThat(context.forwarded()).hasSize(5);
    }

    @Test
    @DisplayName("but not what only marks a day, behind which a fact is committed at once all the same")
    void notForMarkers() {
        DayMarker marker = new DayMarker(LocalDate.of(2026, 3, 2), Stage.PAYMENTS, 0);
        assertThat(commitsAfter(Duration.ofSeconds(5), marker)).isFalse();
        assertThat(commitsAfter(Duration.ofSeconds(5), new LoggedFact(null, marker)))
                .isFalse();
        assertThat(commitsAfter(Duration.ZERO)).isTrue();
    }
}
