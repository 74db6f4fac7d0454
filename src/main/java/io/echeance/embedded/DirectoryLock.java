package io.echeance.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps two runs out of one directory. The operating system lets go of the lock when its process dies, however it dies.
 * Kafka's own lock comes too late for us: a combined node opens its metadata log before it asks for it.
 */
final class DirectoryLock implements AutoCloseable {
    static final String FILE = "in-use.lock";
    /** On POSIX, closing any channel of a file frees all locks that this process has on it: never open a held one. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Creates the directory if need be. */
    static DirectoryLock acquire(Path path) {
        Path directory = path.toAbsolutePath().normalize();
        if (!HELD.add(directory)) {
            throw inUse(directory, ProcessHandle.current().pid());
        }
        try {
            return new DirectoryLock(directory, open(directory));
        } catch (IOException e) {
            HELD.remove(directory);
            throw StorageFailure.of(directory, e);
        } catch (RuntimeException e) {
            HELD.remove(directory);
            throw e;
        }
    }

    private static FileChannel open(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileChannel channel = FileChannel.open(
                directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(directory, holder(channel));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static long holder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static CannotStart inUse(Path directory, long pid) {
        return new CannotStart(
                "The directory %s is in use by another run%s: stop that one first, or name another directory."
                        .formatted(directory, pid == 0 ? "" : " (process " + pid + ")"));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("cannot release the lock of " + directory, e);
        } finally {
            HELD.remove(directory);
        }
    }
}
