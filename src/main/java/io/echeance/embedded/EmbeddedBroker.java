package io.echeance.embedded;

import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka broker (and controller) in this process, on the loopback interface, with its log in a directory. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    /** After a fault, some of Kafka's threads wait for others that are dead. */
    private static final Duration STOP_LIMIT_AFTER_FAULT = Duration.ofSeconds(3);

    private static final long FULL_BYTES = 16L << 20;

    private final BrokerSettings settings;
    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final KafkaExit exit;

    private EmbeddedBroker(BrokerSettings settings, DirectoryLock lock, KafkaRaftServer server, KafkaExit exit) {
        this.settings = settings;
        this.lock = lock;
        this.server = server;
        this.exit = exit;
    }

    /**
     * Returns when clients can write and read.
     *
     * @throws CannotStart if a port is taken, or the directory is damaged, in use, full or not writable
     */
    public static EmbeddedBroker start(BrokerSettings wanted) {
        DirectoryLock lock = DirectoryLock.acquire(wanted.directory());
        KafkaExit exit = KafkaExit.watch();
        try {
            BrokerSettings settings = wanted.withPortsChosen();
            BrokerStorage.prepare(settings);
            Set<String> partitions = settings.isAlone() ? BrokerStorage.partitions(settings.directory()) : Set.of();
            KafkaRaftServer server = run(settings, exit);
            requireAll(partitions, settings.directory(), server, exit);
            return new EmbeddedBroker(settings, lock, server, exit);
        } catch (RuntimeException e) {
            exit.close();
            lock.close();
            throw e;
        }
    }

    /** In a thread of its own: a fault in another thread of Kafka's may leave the start waiting for ever. */
    private static KafkaRaftServer run(BrokerSettings settings, KafkaExit exit) {
        CompletableFuture<KafkaRaftServer> created = new CompletableFuture<>();
        CompletableFuture<Void> started = inBackground("broker-start", () -> {
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
            created.complete(server);
            server.startup();
        });
        try {
            CompletableFuture.anyOf(started, exit.fault()).get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
            return created.join();
        } catch (ExecutionException e) {
            stopIfCreated(created, exit);
            throw explain(settings, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            stopIfCreated(created, exit);
            throw new CannotStart(
                    "The broker was not ready after %d s: its log says why.".formatted(START_LIMIT.toSeconds()), e);
        } catch (InterruptedException e) {
            stopIfCreated(created, exit);
            Thread.currentThread().interrupt();
            throw new CannotStart("The start of the broker was interrupted.", e);
        }
    }

    private static void requireAll(Set<String> partitions, Path directory, KafkaRaftServer server, KafkaExit exit) {
        Set<String> lost = new TreeSet<>(partitions);
        lost.removeAll(BrokerStorage.partitions(directory));
        if (!lost.isEmpty()) {
            stop(server, exit);
            throw BrokerStorage.damaged(directory, "its metadata log has lost " + String.join(", ", lost), null);
        }
    }

    private static void stopIfCreated(CompletableFuture<KafkaRaftServer> created, KafkaExit exit) {
        if (created.isDone()) {
            stop(created.join(), exit);
        }
    }

    private static CannotStart explain(BrokerSettings settings, Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        Path directory = settings.directory();
        if (root instanceof BindException) {
            return new CannotStart(Ports.taken(settings.port(), "broker"), failure);
        }
        if (StorageFailure.isDiskFull(failure)) {
            return new CannotStart(StorageFailure.diskFull(directory), failure);
        }
        String reason = String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
        return root instanceof Error
                ? new CannotStart("The broker cannot start: " + root, failure)
                : BrokerStorage.damaged(directory, reason, failure);
    }

    /** What a client calls {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return settings.address();
    }

    /** The port in use, also where any was asked for. */
    public int port() {
        return settings.port();
    }

    /** Completes with a sentence for the user if the broker dies by itself: a full disk, a damaged log. */
    public CompletableFuture<String> failure() {
        return exit.fault().handle((never, fault) -> sentence(settings.directory(), fault));
    }

    private static String sentence(Path directory, Throwable fault) {
        return directory.toFile().getUsableSpace() < FULL_BYTES
                ? StorageFailure.diskFull(directory)
                : "The broker on %s has failed: %s.".formatted(directory, fault.getMessage());
    }

    @Override
    public void close() {
        exit.close();
        stop(server, exit);
        lock.close();
    }

    private static void stop(KafkaRaftServer server, KafkaExit exit) {
        Duration limit = exit.fault().isDone() ? STOP_LIMIT_AFTER_FAULT : STOP_LIMIT;
        CompletableFuture<Void> stopped = inBackground("broker-stop", () -> {
            server.shutdown();
            server.awaitShutdown();
        });
        try {
            stopped.get(limit.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The broker did not stop cleanly; it recovers its log at the next start.", e);
        }
    }

    private static CompletableFuture<Void> inBackground(String name, Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }
}
