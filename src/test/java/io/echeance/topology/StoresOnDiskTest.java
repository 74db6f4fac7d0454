package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.admission.ClosableDays;
import io.echeance.serde.RegistryInMemory;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.node.ReferenceData;
import io.echeance.topology.node.RegistryRetry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The stores on disk")
class StoresOnDiskTest {

    /** Each is a RocksDB of its own in each partition: opened at a start, closed at a stop, with files and threads. */
    private static final int A_PARTITION = 25;

    @Test
    @DisplayName("of a partition are no more than they were")
    void areCounted(@TempDir Path state) {
        RegistryInMemory registry = new RegistryInMemory();
        RegistryRetry never = RegistryRetry.of(Duration.ZERO, pause -> false);
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put("processing.exception.handler.global.enabled", true);
        try (RegistrySerdes serdes = RegistrySerdes.configured(registry.settings());
                TopologyTestDriver driver = new TopologyTestDriver(
                        Graph.of(new Parts(serdes, new ReferenceData(), never, never, 1, 1, new ClosableDays(false))),
                        settings)) {
            assertThat(driver.getAllStateStores().values().stream().filter(StateStore::persistent))
                    .hasSizeLessThanOrEqualTo(A_PARTITION);
        }
    }
}
