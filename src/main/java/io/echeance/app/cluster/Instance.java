package io.echeance.app.cluster;

import io.echeance.app.settings.Setting;
import io.echeance.app.settings.Settings;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.app.terminal.WrongCall;
import io.echeance.core.admission.ClosableDays;
import io.echeance.core.admission.PersonalIds;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.runtime.EcheanceStreams;
import io.echeance.topology.runtime.StreamSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;

/** The stream, as settings say. It starts beside the one who starts it, who may close it at any time. */
public final class Instance implements AutoCloseable {

    private static final long MEBIBYTE = 1L << 20;

    private final EcheanceStreams stream;
    private final CompletableFuture<Void> starting;
    private final boolean leaves;
    private final String applicationId;

    private Instance(EcheanceStreams stream, boolean leaves, String applicationId) {
        this.stream = stream;
        this.leaves = leaves;
        this.applicationId = applicationId;
        this.starting = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("stream-start").start(this::start);
    }

    /** @param partitions that the topics have, as {@link TopicCheck} found */
    public static Instance start(Settings settings, int partitions) {
        try {
            return new Instance(
                    new EcheanceStreams(streamSettings(settings, partitions)),
                    settings.isTrue(Setting.STOP_LEAVES_GROUP),
                    settings.text(Setting.APPLICATION_ID));
        } catch (ConfigException wrong) {
            throw new WrongCall("the settings cannot be used: " + wrong.getMessage(), wrong);
        } catch (StreamsException e) {
            throw new WorkFailed("the stream cannot start: " + innermost(e), e);
        }
    }

    private void start() {
        try {
            stream.start();
            starting.complete(null);
        } catch (Throwable e) {
            // An error too: nobody else would learn that it does not start.
            starting.completeExceptionally(e);
        }
    }

    private static StreamSettings streamSettings(Settings settings, int partitions) {
        return new StreamSettings(
                settings.text(Setting.APPLICATION_ID),
                Path.of(settings.text(Setting.STATE_DIR)).toAbsolutePath(),
                settings.count(Setting.NUM_STREAM_THREADS),
                settings.count(Setting.CLOSE_SLICE),
                partitions,
                PersonalIds.of(settings.text(Setting.IDS_PERSONAL)).orElseThrow(),
                new ClosableDays(settings.isTrue(Setting.DAYS_SIMULATED)),
                Duration.ofMillis(settings.count(Setting.REGISTRY_PATIENCE_MS)),
                settings.count(Setting.STATE_MEMORY_MIB) * MEBIBYTE,
                settings.forKafka(),
                settings.forClients(),
                settings.topics(),
                masterKey(settings));
    }

    /** Null: none is set, and nothing is sealed. */
    static @Nullable MasterKey masterKey(Settings settings) {
        if (!settings.has(Setting.PRIVACY_MASTER_KEY_FILE)) {
            return null;
        }
        try {
            return MasterKey.in(Path.of(settings.text(Setting.PRIVACY_MASTER_KEY_FILE)));
        } catch (IOException e) {
            throw new WrongCall("the master key cannot be used: " + e.getMessage(), e);
        }
    }

    public EcheanceStreams stream() {
        return stream;
    }

    /** @throws WorkFailed if it has stopped by itself */
    public void requireHealth() {
        if (starting.isCompletedExceptionally()) {
            throw new WorkFailed("the stream could not start: " + reason(starting.exceptionNow()));
        }
        if (stream.failure().isDone()) {
            throw new WorkFailed("the stream has stopped, with nothing half done: "
                    + reason(stream.failure().join()) + ". Its log says more; start it again once that is mended.");
        }
    }

    private String reason(Throwable failure) {
        return Denial.ofStream(failure, applicationId)
                .map(denied -> "the brokers do not allow " + denied)
                .orElseGet(() -> innermost(failure));
    }

    private static String innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
    }

    @Override
    public void close() {
        stream.close(leaves);
    }
}
