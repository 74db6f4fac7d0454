package io.echeance.app;

import io.echeance.app.cluster.Instance;
import io.echeance.app.cluster.QueryService;
import io.echeance.app.settings.Settings;
import io.echeance.app.settings.SettingsFile;
import io.echeance.app.terminal.StopSignal;
import java.time.Duration;
import java.util.Map;

/**
 * What {@code run} does until it needs a broker. {@code ./echeance} plays it once a jar, so that the JVM can keep the
 * classes as they lie in memory: the next run starts with a quarter less work.
 */
final class Rehearsal {

    /** Until the clients have loaded what they would talk to a broker with; nobody waits for it. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    private static final int PARTITIONS = 4;

    private Rehearsal() {}

    /** @param arguments a folder for its state */
    public static void main(String... arguments) {
        // Nobody listens there.
        Settings settings = SettingsFile.read("rehearsal", """
            bootstrap.servers=127.0.0.1:9
            apicurio.registry.url=http://127.0.0.1:9
            application.id=rehearsal
            state.dir=%s
            query.port=0
            """.formatted(arguments[0]), Map.of());
        QueryService answers = QueryService.listen(settings);
        Instance.start(answers.settings(), PARTITIONS);
        StopSignal.heed(signal -> {
            var unused = signal.within(LONG_ENOUGH);
        });
        // Nothing is closed: the stream would wait for its broker.
        System.exit(0);
    }
}
