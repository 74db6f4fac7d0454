package io.echeance.app;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the libraries may say on stderr. */
final class Quiet {

    /**
     * One says at each start that its way of making connections is a shared one, the other that it finds its own
     * settings twice on some class paths. Held, or their levels would be forgotten.
     */
    private static final List<Logger> TALKATIVE =
            List.of(Logger.getLogger("io.apicurio.registry.client"), Logger.getLogger("org.javamoney.moneta"));

    private static final String LIBRARIES = "libraries.log";
    private static final String CONFIGURATION = "logback.configurationFile";

    private Quiet() {}

    /** Before anything logs. Short commands tell their failures themselves, in one line. */
    static void begin(String... arguments) {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.SEVERE));
        boolean staysUp = arguments.length > 0 && (arguments[0].equals("run") || arguments[0].equals("demo"));
        if (!staysUp && System.getProperty(LIBRARIES) == null) {
            System.setProperty(LIBRARIES, "ERROR");
        }
    }

    /** The demo's terminal is for its story: what broker and stream log goes into a file of its directory. */
    static void intoFile(Path directory) {
        System.setProperty("log.directory", directory.resolve("logs").toString());
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, "logback-demo.xml");
        }
    }
}
