package io.echeance.app.filing;

import io.echeance.app.terminal.WorkFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a year and of those before it in a folder of documents, letters or mailings: {@code seller/year}.
 *
 * @param kept sellers whose files stay
 */
public record YearOfFiles(int year, Set<String> kept) {

    /**
     * Deletes them.
     *
     * @param execute false: only counts
     * @return how many they are
     * @throws WorkFailed if the folder is not there or not ours to write
     */
    public int end(Path folder, boolean execute) {
        Set<String> staying =
                kept.stream().map(seller -> FileName.of(seller).text()).collect(Collectors.toSet());
        try {
            int count = 0;
            for (Path place : years(folder, staying)) {
                List<Path> files = inside(place);
                count += (int) files.stream().filter(Files::isRegularFile).count();
                for (Path file : execute ? files : List.<Path>of()) {
                    Files.delete(file);
                }
            }
            return count;
        } catch (IOException e) {
            throw new WorkFailed(folder + ": " + e, e);
        }
    }

    private List<Path> years(Path folder, Set<String> staying) throws IOException {
        List<Path> years = new ArrayList<>();
        for (Path seller : folders(folder)) {
            if (!staying.contains(String.valueOf(seller.getFileName()))) {
                folders(seller).stream().filter(this::isOver).forEach(years::add);
            }
        }
        return years;
    }

    private boolean isOver(Path place) {
        String name = String.valueOf(place.getFileName());
        return name.matches("\\d{4}") && Integer.parseInt(name) <= year;
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** What is deeper comes first; the folder itself last. */
    private static List<Path> inside(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
