package io.echeance.app.cluster;

import io.echeance.app.settings.Setting;
import io.echeance.app.settings.Settings;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.query.command.TopicPostbox;
import io.echeance.query.http.Limits;
import io.echeance.query.http.QueryServer;
import io.echeance.query.http.QuerySettings;
import io.echeance.query.http.QuerySettings.Tls;
import io.echeance.query.http.Token;
import io.echeance.query.instance.Keepers.Address;
import io.echeance.query.instance.Lags;
import io.echeance.query.instance.StreamHoldings;
import io.echeance.query.instance.StreamShelves;
import io.echeance.topology.Topic;
import io.echeance.topology.runtime.EcheanceStreams;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The query server of an instance, as settings say. It listens before the stream starts, which is told its address. */
public final class Answers implements AutoCloseable {

    private static final String NOT_AT_ALL = "-1";

    private final Settings settings;
    private final @Nullable QueryServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private @Nullable Cluster cluster;
    private @Nullable TopicPostbox postbox;

    private Answers(Settings settings, @Nullable QueryServer server) {
        this.settings = settings;
        this.server = server;
    }

    public static Answers listen(Settings settings) {
        if (settings.text(Setting.QUERY_PORT).equals(NOT_AT_ALL)) {
            return new Answers(settings, null);
        }
        String host = settings.text(Setting.QUERY_HOST);
        try {
            QueryServer server = QueryServer.start(of(settings));
            Settings known = settings.has(Setting.APPLICATION_SERVER)
                    ? settings
                    : settings.with(
                            Map.of(Setting.APPLICATION_SERVER.key(), host + ":" + server.port()), "query server");
            return new Answers(known, server);
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
        cluster = reached;
        TopicPostbox posts = new TopicPostbox(reached.serdes(), reached.poster(), reached.reader());
        postbox = posts;
        Clock time = Clock.systemUTC();
        server.answerFrom(
                new StreamHoldings(stream::kafkaStreams, stream.reference(), self(), lags, time),
                new StreamShelves(
                        stream::kafkaStreams,
                        reached.partitions(Topic.FACTS).size(),
                        self(),
                        time),
                posts);
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
        if (postbox != null) {
            postbox.close();
        }
        if (cluster != null) {
            cluster.close();
        }
        executor.shutdownNow();
    }
}
