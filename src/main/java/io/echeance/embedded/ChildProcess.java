package io.echeance.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A JVM started by this one. It does not outlive its parent, not even one that was killed: a shell beside it waits for
 * the end of its standard input, which the operating system closes with the parent. Ctrl-C in the terminal reaches the
 * parent only, which then stops its children in the right order. Where there is no {@code /bin/sh}, it is started bare.
 */
final class ChildProcess {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final String LEASH = """
        trap '' INT
        exec 3<&0 </dev/null
        (while read -r line; do :; done; kill $$) <&3 >/dev/null 2>&1 &
        exec 3<&-
        exec "$@"
        """;
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    private final Process process;
    private volatile boolean asked;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /**
     * @param arguments of {@code java}
     * @param log takes both outputs, after what stands there already
     */
    static ChildProcess java(List<String> arguments, Path log) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            command.addAll(List.of(SHELL.toString(), "-c", LEASH, "sh"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        try {
            return new ChildProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start());
        } catch (IOException e) {
            throw StorageFailure.of(log, e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * Asks {@code ready} again and again: a child cannot notify us.
     *
     * @throws CannotStart with {@code whyItEnded} if it has ended, or because the limit has passed
     */
    void awaitReady(BooleanSupplier ready, Duration limit, Supplier<String> whyItEnded) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (hasEnded(BETWEEN_QUESTIONS)) {
                throw new CannotStart(whyItEnded.get());
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart("Process %d was not ready after %d s: its log says why."
                        .formatted(process.pid(), limit.toSeconds()));
            }
        }
    }

    private boolean hasEnded(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        }
    }

    /** Completes with the exit status, but not if we asked for the end. */
    CompletableFuture<Integer> endedByItself() {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        var unused = process.onExit().thenAccept(ended -> {
            if (!asked) {
                status.complete(ended.exitValue());
            }
        });
        return status;
    }

    /** Asks it to end; {@link #awaitEnd} waits for it. */
    void terminate() {
        asked = true;
        process.destroy();
    }

    /** Ends it at once, as a power cut would. */
    void kill() {
        asked = true;
        process.destroyForcibly();
        awaitEnd(KILL_LIMIT);
    }

    /** Waits, and kills it if it takes longer than {@code limit}. */
    void awaitEnd(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
