package io.echeance.app.filing;

import io.echeance.app.terminal.WorkFailed;
import io.echeance.document.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a year and of those before it in a folder of documents, letters or mailings: {@code seller/year}. Ours
 * are those that bear our names; what else lies there somebody has put there.
 *
 * @param sellers whose years end, but for those that are kept
 * @param kept sellers whose files stay
 */
public record YearOfFiles(int year, Set<String> sellers, Set<String> kept) {

    private static final String FORMS = Arrays.stream(Form.values())
            .map(Form::extension)
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));

    /**
     * What became of a folder.
     *
     * @param count of the year's files
     * @param previews what dry runs have left there, of whatever year
     * @param others what is left where they lay, since it is not ours
     */
    public record Ended(int count, int previews, List<Path> others) {

        public Ended {
            others = List.copyOf(others);
        }
    }

    /**
     * Deletes them, and sees to it that they are not written again.
     *
     * @param execute false: only counts
     * @throws WorkFailed if the folder is not there or not ours to write, or something is just being filed there
     */
    public Ended end(Path folder, boolean execute) {
        if (!Files.isDirectory(folder)) {
            throw new WorkFailed(folder + " is not a folder: name one of documents, letters or mailings.");
        }
        try {
            int previews = previews(folder, execute);
            List<Path> years = years(folder);
            if (execute) {
                note(folder, years);
            }
            int count = 0;
            List<Path> others = new ArrayList<>();
            for (Path place : years) {
                for (Path file : Files.isSymbolicLink(place) ? List.of(place) : inside(place)) {
                    if (!isOurs(place, file)) {
                        others.add(file);
                    } else {
                        count++;
                        if (execute) {
                            Files.delete(file);
                        }
                    }
                }
                if (execute && !Files.isSymbolicLink(place) && inside(place).isEmpty()) {
                    Files.delete(place);
                }
            }
            return new Ended(count, previews, others);
        } catch (IOException e) {
            throw new WorkFailed(folder + ": " + e, e);
        }
    }

    /** Of no year: a dry run shows what would leave on its day. */
    private static int previews(Path folder, boolean execute) throws IOException {
        int count = Preview.files(folder).size();
        if (execute && count > 0) {
            Preview.open(folder).close();
        }
        return count;
    }

    /** First of all, so that what goes is not written again; whoever files there later has read it. */
    private void note(Path folder, List<Path> years) throws IOException {
        try (DocumentFolder ours = DocumentFolder.open(folder)) {
            EndedYears ended = EndedYears.in(folder);
            sellers.stream()
                    .filter(seller -> !kept.contains(seller))
                    .forEach(seller -> ended.end(FileName.of(seller).text(), year));
            years.forEach(place -> ended.end(seller(place), year));
            ended.keep(ours);
        }
    }

    private List<Path> years(Path folder) throws IOException {
        Set<String> staying =
                kept.stream().map(seller -> FileName.of(seller).text()).collect(Collectors.toSet());
        List<Path> years = new ArrayList<>();
        for (Path seller : inside(folder)) {
            if (Files.isDirectory(seller) && !staying.contains(name(seller))) {
                inside(seller).stream().filter(this::isOver).forEach(years::add);
            }
        }
        return years;
    }

    private boolean isOver(Path place) {
        return Files.isDirectory(place) && name(place).matches("\\d{4}") && Integer.parseInt(name(place)) <= year;
    }

    /** By its name alone: a link, or what lies deeper, is never ours. */
    private static boolean isOurs(Path place, Path file) {
        String seller = Pattern.quote(seller(place));
        String of = name(place);
        String document = "(" + seller + "-" + of + "-\\d{6,}|" + FileName.CUT + ")[.](" + FORMS + "|"
                + Pattern.quote(DocumentFolder.PROBLEM) + ")";
        String letter = of + "-\\d\\d-\\d\\d-" + FileName.SAFE + "[.](pdf|" + Pattern.quote(DocumentFolder.PROBLEM)
                + "|" + Pattern.quote(DocumentFolder.LEFT) + ")";
        String whole = "(" + document + "|" + letter + ")";
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && name(file).matches(whole + "|[.]" + whole + "[.]part");
    }

    /** The name of the seller's folder that a year lies in. */
    private static String seller(Path place) {
        return place.getName(place.getNameCount() - 2).toString();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static List<Path> inside(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.sorted().toList();
        }
    }
}
