package io.echeance.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Broker and registry side by side on one data directory: all that the stream needs, on this machine. Who starts it
 * closes it, in a shutdown hook too: after the stream, which still writes while it stops. An end without that loses
 * nothing committed, and takes the registry along.
 */
public final class LocalCluster implements AutoCloseable {
    private final DataDirectory directory;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private LocalCluster(DataDirectory directory, EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.directory = directory;
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Both start at the same time; returns when both are ready.
     *
     * @param dataDirectory new, or left behind by an earlier run
     * @param brokerPort 0 = any free one
     * @param registryPort likewise
     * @throws CannotStart with a sentence for the user
     */
    public static LocalCluster start(Path dataDirectory, int brokerPort, int registryPort) {
        BrokerLibraries.require();
        return start(RegistryProgram.find(), DataDirectory.open(dataDirectory), brokerPort, registryPort);
    }

    private static LocalCluster start(
            RegistryProgram program, DataDirectory directory, int brokerPort, int registryPort) {
        try {
            EmbeddedRegistry registry = EmbeddedRegistry.launch(program, directory.registry(), registryPort);
            try {
                EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.alone(directory.broker(), brokerPort));
                return ready(new LocalCluster(directory, broker, registry));
            } catch (RuntimeException e) {
                registry.close();
                throw e;
            }
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static LocalCluster ready(LocalCluster cluster) {
        try {
            cluster.registry.awaitReady();
            return cluster;
        } catch (RuntimeException e) {
            cluster.broker.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Where the registry's own clients and serdes go. */
    public URI registryApi() {
        return registry.api();
    }

    /** Where clients of Confluent's registry go. */
    public URI confluentApi() {
        return registry.confluentApi();
    }

    public DataDirectory directory() {
        return directory;
    }

    public EmbeddedBroker broker() {
        return broker;
    }

    public EmbeddedRegistry registry() {
        return registry;
    }

    /** Completes with a sentence for the user if one of the two ends by itself: nothing can go on then. */
    public CompletableFuture<String> failure() {
        return broker.failure().applyToEither(registry.failure(), sentence -> sentence);
    }

    /** Takes a few seconds. */
    @Override
    public void close() {
        registry.terminate();
        broker.close();
        registry.close();
        directory.close();
    }
}
