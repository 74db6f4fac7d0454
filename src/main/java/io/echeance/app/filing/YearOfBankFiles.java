package io.echeance.app.filing;

import io.echeance.app.filing.YearOfFiles.Ended;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.topology.store.Calendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@code bank watch} has kept of a year and of those before it. A bank's file has a name of the bank's: its year
 * is that in which it was taken, or refused, as its time of change says ({@link WatchedFolder}); nothing that it tells
 * is of a later one.
 */
public record YearOfBankFiles(int year) {

    /**
     * Deletes them.
     *
     * @param folder that is watched
     * @param execute false: only counts
     * @return what became of each place in it where files are kept
     * @throws WorkFailed if nothing was ever kept there, or it is not ours to write
     */
    public Map<Path, Ended> end(Path folder, boolean execute) {
        Map<Path, Ended> ended = new LinkedHashMap<>();
        try {
            for (Path place : WatchedFolder.kept(folder)) {
                ended.put(place, ended(place, execute));
            }
        } catch (IOException e) {
            throw new WorkFailed(folder + ": " + e, e);
        }
        if (ended.isEmpty()) {
            throw new WorkFailed(folder + " has neither done nor refused: name a folder that 'bank watch' watches.");
        }
        return ended;
    }

    private Ended ended(Path place, boolean execute) throws IOException {
        int count = 0;
        List<Path> others = new ArrayList<>();
        try (Stream<Path> all = Files.list(place)) {
            for (Path file : all.sorted().toList()) {
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    others.add(file);
                } else if (yearOf(file) <= year) {
                    count++;
                    if (execute) {
                        Files.delete(file);
                    }
                }
            }
        }
        return new Ended(count, 0, others);
    }

    private static int yearOf(Path file) throws IOException {
        return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), Calendar.ZONE)
                .getYear();
    }
}
