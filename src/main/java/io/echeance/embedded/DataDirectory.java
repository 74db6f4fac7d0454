package io.echeance.embedded;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where broker, registry and application keep what they know. A marker file tells it from any other directory, so that
 * nobody's own files are taken for ours; a lock keeps a second run out.
 */
public final class DataDirectory implements AutoCloseable {
    static final String MARKER = "echeance-data";
    private static final String FORMAT = "échéance data directory, format ";
    private static final String CURRENT = "1";
    private static final long MEBIBYTE = 1024 * 1024;
    /** Below this much, the broker would soon stop in the middle of its work. */
    private static final long NEEDED_MEBIBYTES = 200;

    private final Path path;
    private final DirectoryLock lock;

    private DataDirectory(Path path, DirectoryLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the directory for this run, and makes it if it is new.
     *
     * @throws CannotStart if it is in use, damaged, somebody else's, not writable, or its disk is full
     */
    public static DataDirectory open(Path path) {
        return open(path, NEEDED_MEBIBYTES);
    }

    static DataDirectory open(Path path, long neededMebibytes) {
        Path directory = path.toAbsolutePath().normalize();
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new CannotStart("%s is not a directory: name another one.".formatted(directory));
        }
        try {
            boolean isNew = isNew(directory);
            if (!isNew) {
                checkMarker(directory);
            }
            DirectoryLock lock = DirectoryLock.acquire(directory);
            try {
                checkSpace(directory, neededMebibytes);
                if (isNew) {
                    Files.writeString(directory.resolve(MARKER), FORMAT + CURRENT + "\n");
                }
                return new DataDirectory(directory, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw StorageFailure.of(directory, e);
        }
    }

    private static boolean isNew(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.allMatch(entry -> entry.endsWith(DirectoryLock.FILE));
        }
    }

    private static void checkMarker(Path directory) throws IOException {
        Path marker = directory.resolve(MARKER);
        if (!Files.exists(marker)) {
            throw new CannotStart(
                    "The directory %s holds other files and no data of ours: name a new or an empty directory."
                            .formatted(directory));
        }
        String format = read(marker)
                .filter(text -> text.startsWith(FORMAT))
                .orElseThrow(() -> new CannotStart(
                        "The data directory %s is damaged (its file %s cannot be read): name a new directory."
                                .formatted(directory, MARKER)));
        String number = format.substring(FORMAT.length()).strip();
        if (!number.equals(CURRENT)) {
            throw new CannotStart(
                    "The data directory %s has format %s, and this version reads format %s: name a new directory."
                            .formatted(directory, number, CURRENT));
        }
    }

    private static Optional<String> read(Path marker) throws IOException {
        try {
            return Optional.of(Files.readString(marker));
        } catch (MalformedInputException e) {
            return Optional.empty();
        }
    }

    private static void checkSpace(Path directory, long neededMebibytes) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace() / MEBIBYTE;
        if (free < neededMebibytes) {
            throw new CannotStart(
                    "The disk that holds %s has %d MiB left and %d MiB are needed: free some, or name another disk."
                            .formatted(directory, free, neededMebibytes));
        }
    }

    public Path path() {
        return path;
    }

    /** The broker's log. */
    public Path broker() {
        return path.resolve("broker");
    }

    /** The registry's storage and its log file. */
    public Path registry() {
        return path.resolve("registry");
    }

    /** The local state of the stream. */
    public Path streams() {
        return path.resolve("streams");
    }

    /** Log files of the application. */
    public Path logs() {
        return path.resolve("logs");
    }

    @Override
    public void close() {
        lock.close();
    }
}
