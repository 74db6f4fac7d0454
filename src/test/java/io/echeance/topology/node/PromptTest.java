package io.echeance.topology.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A node has what it made committed")
class PromptTest {

    private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
    private final Prompt<String, String, String, String> node = new Prompt<>(new Echo());
    private long now = 1_000_000;

    /** Says what it hears. */
    private final class Echo implements Processor<String, String, String, String> {
        @Override
        public void process(Record<String, String> record) {
            context.forward(record);
        }
    }

    @BeforeEach
    void init() {
        context.setCurrentSystemTimeMs(now);
        node.init(context);
    }

    private boolean commitsAfter(Duration pause) {
        now += pause.toMillis();
        context.setCurrentSystemTimeMs(now);
        context.resetCommit();
        node.process(new Record<>("key", "value", now));
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
}
