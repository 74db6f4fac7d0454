package io.echeance.embedded;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's server ends the whole JVM on a fatal fault. In our process it must not: the fault is passed to the brokers
 * that run here, and the thread that met it ends.
 */
final class KafkaExit implements AutoCloseable {
    private static final Set<KafkaExit> WATCHING = ConcurrentHashMap.newKeySet();

    private final CompletableFuture<Void> fault = new CompletableFuture<>();

    private KafkaExit() {}

    static KafkaExit watch() {
        KafkaExit watch = new KafkaExit();
        WATCHING.add(watch);
        Exit.setExitProcedure(KafkaExit::refuse);
        Exit.setHaltProcedure(KafkaExit::refuse);
        return watch;
    }

    /** Completes exceptionally when Kafka would have ended the process. */
    CompletableFuture<Void> fault() {
        return fault;
    }

    private static void refuse(int status, @Nullable String message) {
        IllegalStateException fault = new IllegalStateException(
                "Kafka met a fatal fault, which its log explains" + (message == null ? "" : ": " + message));
        WATCHING.forEach(watch -> watch.fault.completeExceptionally(fault));
        throw fault;
    }

    /** The procedures stay ours: a thread of a broker that failed may still call them. */
    @Override
    public void close() {
        WATCHING.remove(this);
    }
}
