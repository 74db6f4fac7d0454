package io.echeance.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.echeance.app.settings.Settings;
import io.echeance.app.settings.SettingsFile;
import io.echeance.serde.registry.RegistryUnavailable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What runs for long")
class BrokersAwaitedTest {

    private final AtomicInteger pauses = new AtomicInteger();
    private final Settings settings = SettingsFile.local(Map.of());

    private String afterThese(Iterator<? extends Exception> failures) {
        if (failures.hasNext()) {
            throw ClusterTrouble.of(settings, failures.next());
        }
        return "there";
    }

    @Test
    @DisplayName("waits for brokers and a registry that do not answer, or whose names nobody knows yet")
    void waits() {
        Iterator<Exception> failures = List.<Exception>of(
                        new KafkaException(
                                "Failed to create new KafkaAdminClient",
                                new ConfigException("No resolvable bootstrap urls given in bootstrap.servers")),
                        new TimeoutException("Timed out waiting for a node assignment."),
                        new java.util.concurrent.TimeoutException(),
                        new RegistryUnavailable("connection refused", new java.io.IOException()))
                .iterator();

        assertThat(BrokersAwaited.ask(() -> afterThese(failures), wait -> pauses.incrementAndGet() > 4))
                .contains("there");
        assertThat(pauses).hasValue(4);
    }

    @Test
    @DisplayName("ends when it is stopped meanwhile")
    void isStopped() {
        Iterator<Exception> failures =
                List.<Exception>of(new TimeoutException("silence")).iterator();

        assertThat(BrokersAwaited.ask(() -> afterThese(failures), wait -> true)).isEmpty();
    }

    @Test
    @DisplayName("does not wait for what does not mend itself")
    void refused() {
        Iterator<Exception> failures = List.<Exception>of(new SaslAuthenticationException("wrong password"))
                .iterator();

        assertThatExceptionOfType(ClusterTrouble.class)
                .isThrownBy(() -> BrokersAwaited.ask(() -> afterThese(failures), wait -> false))
                .withMessageContaining("does not let us in");
    }
}
