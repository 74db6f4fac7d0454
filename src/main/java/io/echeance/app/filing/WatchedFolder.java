package io.echeance.app.filing;

import io.echeance.app.terminal.WorkFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder into which a bank's program puts files. Each is taken when it has stood there unchanged between two looks,
 * so that none is read while it is written, by name; then it lies in {@code done}, or in {@code refused} beside a text
 * that says why, both closed to all but their owner. What is hidden, and what ends as files do that are not finished,
 * is left alone.
 */
public final class WatchedFolder {

    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".filepart", ".crdownload");
    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final String PROBLEM = ".problem.txt";

    private final Path folder;
    private Map<Path, Look> before = new HashMap<>();

    private record Look(long size, FileTime changed) {}

    public WatchedFolder(Path folder) {
        this.folder = folder;
        if (!Files.isDirectory(folder)) {
            throw new WorkFailed("there is no folder " + folder + ": make it, or name another.");
        }
    }

    /** Those that are there, by name, and have not changed since the last call. */
    public List<Path> arrived() {
        Map<Path, Look> now = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(WatchedFolder::isFinished).toList()) {
                look(file).ifPresent(look -> now.put(file, look));
            }
        } catch (IOException e) {
            throw new WorkFailed("the folder " + folder + " cannot be read (" + e.getMessage() + ").", e);
        }
        List<Path> arrived = new ArrayList<>(now.keySet());
        arrived.removeIf(file -> !Objects.equals(now.get(file), before.get(file)));
        arrived.sort(null);
        before = now;
        return arrived;
    }

    /** Empty: whoever put it there has taken it away again. */
    private static Optional<Look> look(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Look(attributes.size(), attributes.lastModifiedTime()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static boolean isFinished(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && UNFINISHED.stream().noneMatch(name::endsWith);
    }

    public void done(Path file) {
        move(file, DONE);
    }

    /** Where files are kept of a folder that is watched, as far as any were. */
    static List<Path> kept(Path folder) {
        return Stream.of(DONE, REFUSED)
                .map(folder::resolve)
                .filter(place -> Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    /** @param lines why, for whoever looks there */
    public void refused(Path file, List<String> lines) {
        Path place = move(file, REFUSED);
        try {
            Path problem = place.resolveSibling(place.getFileName() + PROBLEM);
            Files.write(Files.exists(problem) ? problem : OwnersOnly.file(problem), lines);
        } catch (IOException e) {
            throw new WorkFailed("in " + place.getParent() + " nothing can be written (" + e.getMessage() + ").", e);
        }
    }

    /** Under its name, or with a number behind it: nothing that lies there is lost. It is of the day of its move. */
    private Path move(Path file, String where) {
        try {
            Path target = OwnersOnly.folder(folder.resolve(where));
            Path place = target.resolve(file.getFileName());
            for (int n = 2; Files.exists(place); n++) {
                place = target.resolve(file.getFileName() + "." + n);
            }
            try {
                Files.move(file, place);
                Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
            } catch (NoSuchFileException gone) {
                // Another one was faster: what was taken is taken all the same.
            }
            return place;
        } catch (IOException e) {
            throw new WorkFailed(file + " cannot be moved to " + where + " (" + e.getMessage() + ").", e);
        }
    }
}
