package io.echeance.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Which child runs for a directory: its process number and the instant of its start, for numbers are used again. */
record PidFile(Path file) {
    private static final int PATIENCE_SECONDS = 5;

    void write(ProcessHandle child) {
        try {
            Files.writeString(file, child.pid() + " " + startedAt(child) + "\n");
        } catch (IOException e) {
            throw StorageFailure.of(file, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StorageFailure.of(file, e);
        }
    }

    /** Ends the child of a run that was killed before it could. The caller holds the directory's lock. */
    void endForgotten() {
        process().ifPresent(child -> {
            child.destroy();
            if (!hasEnded(child)) {
                child.destroyForcibly();
                hasEnded(child);
            }
        });
    }

    /** The child, if it runs. */
    Optional<ProcessHandle> process() {
        try {
            String[] words = Files.exists(file) ? Files.readString(file).strip().split(" ", 2) : new String[0];
            if (words.length != 2 || !words[0].matches("\\d{1,18}")) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> startedAt(process).equals(words[1]));
        } catch (IOException e) {
            throw StorageFailure.of(file, e);
        }
    }

    private static String startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static boolean hasEnded(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
