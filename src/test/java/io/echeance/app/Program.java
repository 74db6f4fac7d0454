package io.echeance.app;

import static org.awaitility.Awaitility.await;

import io.echeance.house.Distribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a process of its own, as a user starts it. */
final class Program implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("answered at (http://\\S+)[.]");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** The jar, which names the libraries beside it. */
    private static final String PRODUCTION = Distribution.JAR.toAbsolutePath().toString();

    /** As the launcher does. */
    private static final int FIRST_THAT_WARNS = 23;

    private final Process process;
    private final Path out;
    private final Path err;

    private Program(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param folder takes what it prints */
    static Program start(Path folder, String... arguments) throws IOException {
        String classPath = arguments[0].equals("demo") ? Distribution.demoClassPath() : PRODUCTION;
        return start(folder, classPath, Distribution.asRehearsed(), arguments);
    }

    /** Without what is the demo's, each class from its library, and with more options for its JVM. */
    static Program production(Path folder, List<String> options, String... arguments) throws IOException {
        return start(folder, PRODUCTION, options, arguments);
    }

    private static Program start(Path folder, String classPath, List<String> options, String... arguments)
            throws IOException {
        Path out = Files.createTempFile(folder, arguments[0], ".out");
        Path err = Files.createTempFile(folder, arguments[0], ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dregistry.directory=" + System.getProperty("registry.directory")));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, Echeance.class.getName()));
        if (Runtime.version().feature() >= FIRST_THAT_WARNS) {
            command.add(1, "--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Program(process, out, err);
    }

    /** Waits until it has printed this. */
    Program untilItSays(String text) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> said().contains(text) || !process.isAlive());
        if (!said().contains(text)) {
            throw new AssertionError("it ended with " + process.exitValue() + " and said: " + said());
        }
        return this;
    }

    /** Where it answers questions. */
    String address() {
        Matcher address = ADDRESS.matcher(said());
        if (!address.find()) {
            throw new AssertionError("it answers no questions: " + said());
        }
        return address.group(1);
    }

    /**
     * Ctrl-C, and waits for its status. Where this very process was started with SIGINT ignored (a background job of a
     * shell), its children inherit that, and SIGTERM stands in for it: both take the same way.
     */
    int interrupted() throws IOException, InterruptedException {
        return signalled(isInterruptIgnored() ? "TERM" : "INT");
    }

    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16))
                .anyMatch(ignored -> (ignored & 0b10) != 0);
    }

    /** Sends it a signal, as {@code kill} does, and waits for its status. */
    int signalled(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        return status();
    }

    int status() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end, and said: " + said());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean endsWithin(long nanos) throws InterruptedException {
        return process.waitFor(nanos, TimeUnit.NANOSECONDS);
    }

    String said() {
        try {
            return Files.readString(out) + Files.readString(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}, and waits until it is gone. */
    void killed() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
