package io.echeance.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

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
    private final LogTail log;
    private volatile boolean asked;

    private ChildProcess(Process process, LogTail log) {
        this.process = process;
        this.log = log;
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
            LogTail fromNow = LogTail.fromNow(log);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new ChildProcess(process, fromNow);
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
     * @param trouble a sentence about what its log tells, if that means that the wait is in vain
     * @throws CannotStart with that sentence, or because the child has ended, or the limit has passed
     */
    void awaitReady(BooleanSupplier ready, Duration limit, Function<LogTail, Optional<String>> trouble) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            boolean ended = hasEnded(BETWEEN_QUESTIONS);
            Optional<String> known = trouble.apply(log);
            if (known.isPresent()) {
                throw new CannotStart(known.get());
            }
            if (ended) {
                throw new CannotStart("A process that should serve us has ended (%s): its log %s tells more."
                        .formatted(log.reason(), log.file()));
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart("A process that should serve us was not ready after %d s: its log %s says why."
                        .formatted(limit.toSeconds(), log.file()));
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
