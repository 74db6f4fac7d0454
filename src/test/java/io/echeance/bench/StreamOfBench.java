package io.echeance.bench;

import io.echeance.core.admission.ClosableDays;
import io.echeance.core.admission.PersonalIds;
import io.echeance.topology.Installation;
import io.echeance.topology.runtime.EcheanceStreams;
import io.echeance.topology.runtime.StreamSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The stream with the settings of the product, in a process of its own. */
final class StreamOfBench {

    private StreamOfBench() {}

    public static void main(String... arguments) throws IOException {
        Map<String, Object> clients = new HashMap<>(Map.of("bootstrap.servers", arguments[0]));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("kafka."))
                .forEach(name -> clients.put(name.substring("kafka.".length()), System.getProperty(name)));
        StreamSettings settings = new StreamSettings(
                arguments[3],
                Path.of(arguments[2]),
                Integer.getInteger("threads", 1),
                StreamSettings.DEFAULT_SLICE,
                Installation.PARTITIONS,
                PersonalIds.NO_EMAIL,
                new ClosableDays(true),
                StreamSettings.DEFAULT_PATIENCE,
                StreamSettings.DEFAULT_STATE_MEMORY_BYTES,
                clients,
                Map.of("apicurio.registry.url", arguments[1]),
                Installation.names(arguments[3]),
                null);
        try (EcheanceStreams streams = new EcheanceStreams(settings)) {
            var unused = streams.failure().thenRun(() -> Runtime.getRuntime().halt(1));
            streams.start();
            BenchProcess.untilClosed();
        }
        System.exit(0);
    }
}
