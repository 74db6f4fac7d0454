package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.admission.ClosableDays;
import io.echeance.serde.RegistryInMemory;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.node.ReferenceData;
import io.echeance.topology.node.RegistryRetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The stores on disk")
class StoresOnDiskTest {

    @Test
    @DisplayName("of a partition lie in five RocksDB, one a part that keeps more than a few rows")
    void areCounted(@TempDir Path state) throws IOException {
        RegistryInMemory registry = new RegistryInMemory();
        RegistryRetry never = RegistryRetry.of(Duration.ZERO, pause -> false);
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put("processing.exception.handler.global.enabled", true);
        try (RegistrySerdes serdes = RegistrySerdes.configured(registry.settings());
                TopologyTestDriver driver = new TopologyTestDriver(
                        Graph.of(new Parts(serdes, new ReferenceData(), never, never, 1, 1, new ClosableDays(false))),
                        settings)) {
            assertThat(driver.getAllStateStores()).hasSizeGreaterThan(20);
            assertThat(databases(state))
                    .containsExactlyInAnyOrder(
                            "accounts-part", "customers-part", "numbering-part", "payments-part", "proof-part");
        }
    }

    /** Each is opened at a start and closed at a stop, with files and threads of its own. */
    private static List<String> databases(Path state) throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(file -> file.endsWith("CURRENT"))
                    .map(file -> String.valueOf(file.getParent().getFileName()))
                    .toList();
        }
    }
}
