package io.echeance.topology.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.admission.ClosableDays;
import io.echeance.core.admission.PersonalIds;
import io.echeance.topology.TopicNames;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The stream")
class StreamSettingsTest {

    private static Properties with(Map<String, String> clients) {
        return new StreamSettings(
                        "echeance",
                        Path.of("state"),
                        1,
                        StreamSettings.DEFAULT_SLICE,
                        1,
                        PersonalIds.NO_EMAIL,
                        new ClosableDays(false),
                        StreamSettings.DEFAULT_PATIENCE,
                        StreamSettings.DEFAULT_STATE_MEMORY_BYTES,
                        clients,
                        Map.of(),
                        TopicNames.PLAIN,
                        null)
                .properties();
    }

    @Test
    @DisplayName("writes what every client can read, unless it is told otherwise")
    void writesWhatEveryClientReads() {
        assertThat(with(Map.of())).containsEntry("producer.compression.type", "gzip");
        assertThat(with(Map.of("producer.compression.type", "zstd")))
                .containsEntry("producer.compression.type", "zstd");
    }

    @Test
    @DisplayName("does not run with less than exactly once")
    void keepsItsPromises() {
        assertThatThrownBy(() -> with(Map.of("processing.guarantee", "at_least_once")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("exactly_once_v2");
    }
}
