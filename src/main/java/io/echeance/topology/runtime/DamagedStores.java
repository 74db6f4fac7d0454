package io.echeance.topology.runtime;

import io.echeance.topology.store.AccountsNotWhole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State whose files are damaged: by a disk, by a copy that was cut off, by a hand. All of it is on the changelogs as
 * well; so the directory of its task is set aside, for whoever wants to look into it, and the task is restored. Nothing
 * is lost, it takes the time of a restore.
 *
 * <p>What is damaged in the middle of a file would be found late, or not at all by a scan that ends there. So every
 * block is read once at the start, about a second for each gigabyte.
 */
final class DamagedStores {

    private static final Logger LOG = LoggerFactory.getLogger(DamagedStores.class);
    private static final Pattern TASK = Pattern.compile("\\d+_\\d+");
    private static final Pattern CONTENT = Pattern.compile("CURRENT|MANIFEST-.*|.*\\.sst");
    private static final String STORES = "rocksdb";

    private final Path tasks;
    private final Path aside;

    DamagedStores(Path stateDirectory, String applicationId) {
        this.tasks = stateDirectory.resolve(applicationId);
        this.aside = stateDirectory.resolve(applicationId + ".damaged");
    }

    /** Looks at every store while nobody has it open, and sets aside each task of which one is damaged. */
    List<String> setAside() {
        List<String> damaged = new ArrayList<>();
        for (Path task : within(tasks, TASK)) {
            within(task.resolve(STORES), Pattern.compile(".+")).stream()
                    .filter(Files::isDirectory)
                    .flatMap(store -> damage(store).stream().map(why -> store.getFileName() + ": " + why))
                    .findFirst()
                    .ifPresent(why -> {
                        damaged.add(String.valueOf(task.getFileName()));
                        move(task, why);
                    });
        }
        return damaged;
    }

    /** Sets aside the task that a failure of a running stream names, or all if it names none; true: it did. */
    boolean setAside(Throwable failure) {
        String why = why(failure);
        task(failure)
                .map(task -> List.of(tasks.resolve(task.toString())))
                .orElseGet(() -> within(tasks, TASK))
                .forEach(task -> move(task, why));
        return true;
    }

    private static String why(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static Optional<TaskId> task(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamsException ours && ours.taskId().isPresent()) {
                return ours.taskId();
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a failure says that what lies on the disk is damaged, and its changelog may not be; a disk that is full,
     * or not ours, is none.
     */
    static boolean isDamage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RocksDBException found && isDamage(found)
                    || cause instanceof AccountsNotWhole accounts && !accounts.wasReadWhole()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDamage(RocksDBException failure) {
        String message = String.valueOf(failure.getMessage());
        Status status = failure.getStatus();
        return status != null && status.getCode() == Status.Code.Corruption
                || message.startsWith("Corruption")
                || message.contains("No such file");
    }

    /** What is wrong with the files of a store; empty: every block of it can be read. */
    private static Optional<String> damage(Path store) {
        List<Path> content = within(store, CONTENT);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        if (content.stream().noneMatch(file -> file.endsWith("CURRENT"))) {
            return Optional.of("its file CURRENT is missing");
        }
        try {
            read(store.toAbsolutePath().toString());
            return Optional.empty();
        } catch (RocksDBException e) {
            // Anything else is reported by the stream, when it opens the store itself.
            return isDamage(e) ? Optional.of(String.valueOf(e.getMessage())) : Optional.empty();
        }
    }

    private static void read(String store) throws RocksDBException {
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (Options options = new Options();
                DBOptions reading = new DBOptions();
                ColumnFamilyOptions families = new ColumnFamilyOptions()) {
            List<byte[]> names = RocksDB.listColumnFamilies(options, store);
            // None is found where they cannot be read; opening it tells why.
            List<ColumnFamilyDescriptor> all = (names.isEmpty() ? List.of(RocksDB.DEFAULT_COLUMN_FAMILY) : names)
                    .stream()
                            .map(name -> new ColumnFamilyDescriptor(name, families))
                            .toList();
            try (RocksDB found = RocksDB.openReadOnly(reading, store, all, handles)) {
                found.verifyChecksum();
                handles.forEach(ColumnFamilyHandle::close);
            }
        }
    }

    /** What was set aside before of the same task is given up: it would fill the disk. */
    private void move(Path task, String why) {
        Path there = aside.resolve(task.getFileName());
        try {
            delete(there);
            Files.createDirectories(aside);
            if (Files.exists(task)) {
                Files.move(task, there, StandardCopyOption.ATOMIC_MOVE);
            }
            LOG.error(
                    "State of task {} is damaged ({}). It is set aside as {} and restored from its changelogs;"
                            + " nothing is lost. If this happens again, look after the disk.",
                    task.getFileName(),
                    why,
                    there);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> within(Path folder, Pattern names) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            names.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException e) throws IOException {
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
