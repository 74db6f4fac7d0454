package io.echeance.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The Apicurio schema registry in a child process, on the loopback interface. It keeps schemas and their ids in one H2
 * file: with ids lost, every record written before would point to nothing, or to another schema.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    /**
     * It takes seconds; on a machine that is busy, or starts many at once, minutes. One that has ended is not waited
     * for.
     */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final RegistryProgram program;
    private final Path directory;
    private final DirectoryLock lock;
    private final PidFile pidFile;
    private final int port;
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private ChildProcess process;

    private EmbeddedRegistry(RegistryProgram program, Path directory, DirectoryLock lock, int wantedPort) {
        this.program = program;
        this.directory = directory;
        this.lock = lock;
        this.pidFile = new PidFile(directory.resolve("registry.pid"));
        pidFile.endForgotten();
        this.port = Ports.claim(wantedPort, "registry");
        this.process = spawn();
    }

    /**
     * Starts it without waiting for it; then {@link #awaitReady}.
     *
     * @param directory for its storage and its log file
     * @param port 0 = any free one
     * @throws CannotStart if the port is taken, or the directory is in use or not writable
     */
    public static EmbeddedRegistry launch(RegistryProgram program, Path directory, int port) {
        DirectoryLock lock = DirectoryLock.acquire(directory);
        try {
            return new EmbeddedRegistry(program, directory.toAbsolutePath(), lock, port);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Returns when schemas can be registered. */
    public static EmbeddedRegistry start(RegistryProgram program, Path directory, int port) {
        EmbeddedRegistry registry = launch(program, directory, port);
        try {
            registry.awaitReady();
            return registry;
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    /** After {@link #stop}: on the same port, with the same schemas. Does not wait. */
    public void relaunch() {
        process = spawn();
    }

    private ChildProcess spawn() {
        ChildProcess child = ChildProcess.java(arguments(), logFile());
        pidFile.write(child.handle());
        var unused = child.endedByItself()
                .thenAccept(status -> failure.complete(
                        "The registry has ended with status %d: its log %s says why.".formatted(status, logFile())));
        return child;
    }

    /** A write delay of 0: an id that was given out is on the disk, even if the process is killed the moment after. */
    private List<String> arguments() {
        return List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dquarkus.http.host=" + Ports.LOOPBACK,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.management.host=" + Ports.LOOPBACK,
                "-Dquarkus.management.port=0",
                "-Dquarkus.otel.sdk.disabled=true",
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=jdbc:h2:file:" + directory.resolve("schemas") + ";WRITE_DELAY=0",
                "-jar",
                program.runner().toString());
    }

    /** Waits until it answers, and gives a new one its rule. */
    public void awaitReady() {
        try (RegistryRules rules = new RegistryRules(api())) {
            process.awaitReady(() -> rules.answer() && rules.requireCompatibility(), START_LIMIT, this::trouble);
        }
    }

    /** It does not always end by itself then. */
    private Optional<String> trouble(LogTail log) {
        if (log.mentions("File corrupted")) {
            return Optional.of(
                    "The registry's storage in %s is damaged: put a copy of it in its place, or name a new directory."
                            .formatted(directory));
        }
        if (log.mentions("No space left")) {
            return Optional.of(StorageFailure.diskFull(directory));
        }
        return log.mentions("in use by another process")
                ? Optional.of(Ports.taken(port, "registry"))
                : Optional.empty();
    }

    /** Where the registry's own clients and serdes go. */
    public URI api() {
        return address().resolve("/apis/registry/v3");
    }

    /** Where clients of Confluent's registry go. */
    public URI confluentApi() {
        return address().resolve("/apis/ccompat/v7");
    }

    public URI address() {
        return URI.create("http://" + Ports.LOOPBACK + ":" + port);
    }

    public Path logFile() {
        return directory.resolve("registry.log");
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with a sentence for the user if the registry ends by itself. */
    public CompletableFuture<String> failure() {
        return failure;
    }

    /** Asks it to end without waiting. */
    void terminate() {
        process.terminate();
    }

    /** Ends it and waits; {@link #relaunch} brings it back. */
    public void stop() {
        terminate();
        process.awaitEnd(STOP_LIMIT);
        pidFile.delete();
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
        pidFile.delete();
    }

    @Override
    public void close() {
        stop();
        lock.close();
    }
}
