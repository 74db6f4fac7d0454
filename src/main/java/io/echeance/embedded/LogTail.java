package io.echeance.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a child process has written to its log since it started.
 *
 * @param from the size of the file at that moment, in bytes
 */
record LogTail(Path file, long from) {
    private static final String CAUSE = "Caused by: ";
    private static final int LIMIT_BYTES = 1 << 20;

    /** What will be written from now on. */
    static LogTail fromNow(Path file) {
        try {
            return new LogTail(file, Files.exists(file) ? Files.size(file) : 0);
        } catch (IOException e) {
            return new LogTail(file, 0);
        }
    }

    /** The line that says most: the last cause of an exception, else the last line of all. */
    String reason() {
        List<String> lines = text().lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> causes =
                lines.stream().filter(line -> line.startsWith(CAUSE)).toList();
        if (causes.isEmpty()) {
            return lines.isEmpty() ? "no output" : lines.getLast();
        }
        return causes.getLast().substring(CAUSE.length());
    }

    boolean mentions(String word) {
        return text().contains(word);
    }

    private String text() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(from);
            byte[] bytes = new byte[Math.clamp(log.length() - from, 0, LIMIT_BYTES)];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
