package io.echeance.topology.runtime;

import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Graph;
import io.echeance.topology.Parts;
import io.echeance.topology.node.ReferenceData;
import io.echeance.topology.node.RegistryRetry;
import io.echeance.topology.node.Sealing;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance of the stream.
 *
 * <p>While the registry is away it waits and begins again, for as long as it takes. State whose files are damaged is
 * set aside and restored, see {@link DamagedStores}. Anything else that nobody foresaw stops it, with nothing half
 * done: {@link #failure} tells, and whoever runs it starts another one after a while.
 */
public final class EcheanceStreams implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EcheanceStreams.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    /** A disk that damages more than that in one run damages what is restored as well. */
    private static final int RESTORES = 3;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final ReferenceData reference = new ReferenceData();
    private final AtomicInteger restores = new AtomicInteger();
    private final DamagedStores damaged;
    private final RegistrySerdes serdes;
    private final KafkaStreams streams;

    /**
     * Does not start yet.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a setting is wrong
     */
    public EcheanceStreams(StreamSettings settings) {
        Properties properties = settings.properties();
        damaged = new DamagedStores(settings.stateDirectory(), settings.applicationId());
        serdes = RegistrySerdes.configured(settings.registry());
        RegistryRetry patience = RegistryRetry.of(settings.patience(), this::takes);
        Parts parts = new Parts(
                serdes,
                reference,
                patience,
                RegistryRetry.endless(this::takes),
                settings.slice(),
                settings.partitions(),
                settings.ids(),
                settings.closable(),
                settings.topics(),
                new Sealing(settings::masterKey, reference));
        Topology graph = Graph.of(parts);
        MemberName.give(properties, graph.describe());
        streams = new KafkaStreams(graph, properties);
        streams.setUncaughtExceptionHandler(this::failed);
        streams.setStateListener((now, before) -> {
            LOG.info("The stream is {} (it was {}).", now, before);
            if (now == KafkaStreams.State.ERROR) {
                failure.complete(new IllegalStateException("the stream has failed; its log says why"));
            }
        });
    }

    private boolean takes(Duration pause) {
        try {
            return !closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private StreamThreadExceptionResponse failed(Throwable thrown) {
        if (StopOnFailure.isRegistryLoss(thrown) && closing.getCount() > 0) {
            LOG.warn("The schema registry has been unreachable for long: the open transaction is given up and begun"
                    + " again.");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        if (DamagedStores.isDamage(thrown) && closing.getCount() > 0 && isSetAside(thrown)) {
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        if (closing.getCount() > 0) {
            LOG.error("The stream stops; nothing of the open transaction is committed.", thrown);
        }
        failure.complete(thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private boolean isSetAside(Throwable damage) {
        try {
            return restores.incrementAndGet() <= RESTORES && damaged.setAside(damage);
        } catch (UncheckedIOException e) {
            LOG.error("Damaged state cannot be set aside.", e);
            return false;
        }
    }

    /** Reads terms and rates whole, then begins; returns after the former. A registry that is away is waited for. */
    public void start() {
        // Only now: this instance holds its state directory, and nothing of it is open yet.
        damaged.setAside();
        streams.start();
    }

    /** Whether it has tasks, all of them restored, and works. */
    public boolean isReady() {
        return streams.state() == KafkaStreams.State.RUNNING
                && streams.metadataForLocalThreads().stream()
                        .anyMatch(thread -> !thread.activeTasks().isEmpty());
    }

    /** Completes with the cause if it stops by itself. */
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    /** The terms and rates that it knows. */
    public ReferenceData reference() {
        return reference;
    }

    /** For queries and metrics. */
    public KafkaStreams kafkaStreams() {
        return streams;
    }

    /** Finishes what is open and leaves the group, so that others take over at once. */
    @Override
    public void close() {
        close(true);
    }

    /**
     * Finishes what is open.
     *
     * @param leave false: it keeps its tasks until its session times out, and finds them again if it is back before
     *     ({@link MemberName})
     */
    public void close(boolean leave) {
        closing.countDown();
        GroupMembershipOperation group =
                leave ? GroupMembershipOperation.LEAVE_GROUP : GroupMembershipOperation.REMAIN_IN_GROUP;
        boolean closed =
                streams.close(CloseOptions.groupMembershipOperation(group).withTimeout(CLOSE_LIMIT));
        if (!closed) {
            LOG.warn(
                    "The stream did not stop within {} s; what is open is begun again later.", CLOSE_LIMIT.toSeconds());
        }
        serdes.close();
    }
}
