package io.echeance.app.filing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Until which year the files of each seller have gone from a folder for ever: what has gone is not written again,
 * though the topics still have what it was made of. It stands in the folder, and names nobody.
 *
 * @param last by the name of the seller's folder
 */
record EndedYears(SortedMap<String, Integer> last) {

    private static final String NAME = ".ended";

    /** As the folder says. */
    static EndedYears in(Path folder) throws IOException {
        SortedMap<String, Integer> last = new TreeMap<>();
        Path said = folder.resolve(NAME);
        for (String line : Files.exists(said) ? Files.readAllLines(said) : List.<String>of()) {
            int blank = line.lastIndexOf(' ');
            last.put(line.substring(0, blank), Integer.valueOf(line.substring(blank + 1)));
        }
        return new EndedYears(last);
    }

    boolean has(String seller, int year) {
        Integer until = last.get(FileName.of(seller).text());
        return until != null && year <= until;
    }

    /** @param seller the name of its folder */
    void end(String seller, int year) {
        last.merge(seller, year, Math::max);
    }

    /** To be called before anything is deleted. */
    void keep(DocumentFolder folder) {
        folder.note(
                NAME,
                last.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue() + "\n")
                        .collect(Collectors.joining()));
    }
}
