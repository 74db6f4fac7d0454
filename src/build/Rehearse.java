import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Has a JVM keep the classes of a run as they lie in memory, for the processes of the integration tests: each of them
 * starts with two fifths less work. Nobody waits for it; until it is there they start as they always did.
 */
final class Rehearse {

    private static final int FIRST_THAT_KEEPS_MORE = 25;
    private static final int FIRST_THAT_WARNS = 23;

    private Rehearse() {}

    /** @param arguments the jar, and what is kept of it */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path kept = Path.of(arguments[1]);
        Files.deleteIfExists(kept);
        Path half = kept.resolveSibling(kept.getFileName() + ".half");
        int jdk = Runtime.version().feature();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                (jdk < FIRST_THAT_KEEPS_MORE ? "-XX:ArchiveClassesAtExit=" : "-XX:AOTCacheOutput=") + half,
                "-classpath",
                arguments[0],
                "io.echeance.app.Rehearsal",
                kept + ".state"));
        if (jdk >= FIRST_THAT_WARNS) {
            command.add(1, "--sun-misc-unsafe-memory-access=allow");
        }
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (Files.exists(half)) {
            Files.move(half, kept, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
