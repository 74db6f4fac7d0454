package io.echeance.app.cluster;

import io.echeance.app.person.PersonsByRequest;
import io.echeance.app.settings.Setting;
import io.echeance.app.settings.Settings;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.console.Console;
import io.echeance.query.access.TopicAccessLog;
import io.echeance.query.command.TopicPostbox;
import io.echeance.query.health.Heartbeat;
import io.echeance.query.health.Measures;
import io.echeance.query.health.RegistryProbe;
import io.echeance.query.health.SellersBooks;
import io.echeance.query.health.Vitals;
import io.echeance.query.http.Backing;
import io.echeance.query.http.Limits;
import io.echeance.query.http.QueryServer;
import io.echeance.query.http.QuerySettings;
import io.echeance.query.http.QuerySettings.Tls;
import io.echeance.query.http.Token;
import io.echeance.query.instance.KeyOwners.Address;
import io.echeance.query.instance.Lags;
import io.echeance.query.instance.StreamHoldings;
import io.echeance.query.instance.StreamLedgers;
import io.echeance.query.instance.StreamShelves;
import io.echeance.query.instance.Unsealed;
import io.echeance.topology.Topic;
import io.echeance.topology.runtime.EcheanceStreams;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The query server of an instance, as settings say. It listens before the stream starts, which learns its address. */
public final class QueryService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueryService.class);
    private static final String NOT_AT_ALL = "-1";

    private final Settings settings;
    private final @Nullable QueryServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

    private QueryService(Settings settings, @Nullable QueryServer server) {
        this.settings = settings;
        this.server = server;
    }

    public static QueryService listen(Settings settings) {
        if (settings.text(Setting.QUERY_PORT).equals(NOT_AT_ALL)) {
            return new QueryService(settings, null);
        }
        String host = settings.text(Setting.QUERY_HOST);
        try {
            QueryServer server = QueryServer.start(of(settings), new Console());
            Settings known = settings.has(Setting.APPLICATION_SERVER)
                    ? settings
                    : settings.with(
                            Map.of(Setting.APPLICATION_SERVER.key(), host + ":" + server.port()), "query server");
            return new QueryService(known, server);
        } catch (RuntimeException e) {
            throw new WorkFailed(
                    "no questions can be answered at " + host + ":" + settings.text(Setting.QUERY_PORT) + ": "
                            + e.getMessage() + ". Set query.port to a free port, or to -1 to answer none.",
                    e);
        }
    }

    private static QuerySettings of(Settings settings) {
        List<Token> tokens =
                settings.has(Setting.QUERY_TOKENS) ? Token.parse(settings.text(Setting.QUERY_TOKENS)) : List.of();
        Tls tls = settings.has(Setting.QUERY_TLS_KEYSTORE)
                ? new Tls(Path.of(settings.text(Setting.QUERY_TLS_KEYSTORE)), settings.text(Setting.QUERY_TLS_PASSWORD))
                : null;
        return new QuerySettings(
                settings.text(Setting.QUERY_HOST),
                settings.count(Setting.QUERY_PORT),
                tokens,
                tls,
                Limits.USUAL.withPerSecond(settings.count(Setting.QUERY_REQUESTS_PER_SECOND)));
    }

    /** The settings, with the address under which the other instances find this one. */
    public Settings settings() {
        return settings;
    }

    /** Where it answers; empty: it does not. */
    public Optional<String> address() {
        return Optional.ofNullable(server).map(QueryServer::address);
    }

    /** From now on it answers from this stream. */
    public void answerFrom(Instance instance) {
        if (server == null) {
            return;
        }
        EcheanceStreams stream = instance.stream();
        Lags lags = new Lags(
                () -> stream.kafkaStreams().allLocalStorePartitionLags(),
                executor,
                settings.count(Setting.QUERY_COPY_LAG));
        Cluster reached = Cluster.reach(settings);
        toClose.add(reached);
        TopicPostbox posts = new TopicPostbox(reached.serdes(), reached.topics(), reached.poster(), reached.reader());
        toClose.add(posts);
        TopicAccessLog accesses = new TopicAccessLog(reached.serdes(), reached.topics(), reached.poster());
        toClose.add(accesses);
        Clock time = Clock.systemUTC();
        KafkaStreams streams = stream.kafkaStreams();
        Unsealed unsealed =
                Unsealed.of(() -> streams, Instance.masterKey(settings), reached.serdes(), reached.topics());
        int partitions = reached.partitions(Topic.FACTS).size();
        StreamShelves shelves = new StreamShelves(() -> streams, partitions, self(), time, unsealed);
        SellersBooks books = new SellersBooks(streams);
        RegistryProbe registry = new RegistryProbe(registryAddress());
        IntSupplier refused = () -> stream.reference().refused().size();
        Heartbeat heartbeat = new Heartbeat(streams, Duration.ofMillis(settings.count(Setting.STREAM_PATIENCE_MS)));
        Measures measures = new Measures(heartbeat, shelves, books::here, refused);
        toClose.add(registry);
        toClose.add(measures);
        server.answerFrom(new Backing(
                new StreamHoldings(() -> streams, stream.reference(), self(), lags, time, unsealed),
                shelves,
                posts,
                new StreamLedgers(streams, partitions),
                new PostedFiles(reached),
                new MonthEntries(reached),
                accesses,
                new PersonsByRequest(reached),
                new TopicAudit(reached, unsealed),
                new Vitals(
                        () -> stream.failure().isDone(),
                        heartbeat::complaint,
                        stream::isReady,
                        registry,
                        shelves,
                        books::here,
                        refused),
                measures::text));
    }

    private URI registryAddress() {
        return URI.create(
                settings.has(Setting.SCHEMA_REGISTRY_URL)
                        ? settings.text(Setting.SCHEMA_REGISTRY_URL)
                        : settings.text(Setting.APICURIO_REGISTRY_URL) + "/system/info");
    }

    private Address self() {
        String self = settings.text(Setting.APPLICATION_SERVER);
        int colon = self.lastIndexOf(':');
        return new Address(self.substring(0, colon), Integer.parseInt(self.substring(colon + 1)));
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        while (!toClose.isEmpty()) {
            try {
                toClose.removeLast().close();
            } catch (Exception e) {
                LOG.debug("Could not be closed.", e);
            }
        }
        executor.shutdownNow();
    }
}
