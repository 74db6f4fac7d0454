package io.echeance.bank;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files that are handed over together. One that is refused hinders no other, but for a notification: what is handed
 * over with it may need its details.
 *
 * @param found what they book, in their order
 * @param details files that only tell more of what others book
 * @param batches of which these files tell
 * @param refused files of which nothing can be taken
 */
public record StatementFiles(
        List<Found> found, List<String> details, List<NotifiedBatch> batches, List<Refused> refused) {

    /** So that a record of a statement fits. */
    private static final int MOST_ENTRIES = 20_000;

    private static final String DETAILED = " + camt.054";

    /** Of details in a notification: nothing is kept of them. */
    private static final String NOT_ADDING_UP = "DETAILS_DO_NOT_ADD_UP";

    /** Of whatever is handed over with a notification that cannot be read. */
    public static final String BESIDE_UNREADABLE = "BESIDE_AN_UNREADABLE_NOTIFICATION";

    private static final String TOO_LARGE = RefusedFile.Cause.TOO_LARGE.name();

    /** A statement, and the file in which it stands, with its dialect. */
    public record Found(String file, String dialect, BankStatement statement) {}

    /**
     * A file that is not taken.
     *
     * @param reason for a machine
     * @param sentence where it is wrong, and what is
     */
    public record Refused(String file, String reason, String sentence) {

        static Refused of(String file, RefusedFile refused) {
            return new Refused(file, refused.why().name(), refused.sentence());
        }

        private static Refused beside(String file) {
            return new Refused(
                    file,
                    BESIDE_UNREADABLE,
                    "nothing is taken beside a notification that cannot be read: hand it over again, with that or"
                            + " without");
        }

        /** For people. */
        public String line() {
            return file + ": refused, " + reason + ", " + sentence;
        }
    }

    public StatementFiles {
        found = List.copyOf(found);
        details = List.copyOf(details);
        batches = List.copyOf(batches);
        refused = List.copyOf(refused);
    }

    /** What may be taken whatever is refused. */
    public List<Found> independent() {
        Set<String> names = refused.stream().map(Refused::file).collect(Collectors.toSet());
        return found.stream().filter(one -> !names.contains(one.file())).toList();
    }

    /** @param files by name; archives are opened */
    public static StatementFiles read(Map<String, byte[]> files) {
        List<Found> found = new ArrayList<>();
        Map<String, BankFile> details = new LinkedHashMap<>();
        List<Refused> refused = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        files.forEach((file, content) -> {
            try {
                Archive.files(file, content)
                        .forEach((name, bytes) -> read(name, bytes, found, details, refused, unreadable));
            } catch (RefusedFile archive) {
                refused.add(Refused.of(file, archive));
            }
        });
        return unreadable.isEmpty() ? detailed(found, details, refused) : hindered(found, details, refused);
    }

    /** Each says so: what is told of nothing would pass for taken. */
    private static StatementFiles hindered(List<Found> found, Map<String, BankFile> details, List<Refused> refused) {
        Set<String> own = refused.stream().map(Refused::file).collect(Collectors.toSet());
        Stream.concat(found.stream().map(Found::file), details.keySet().stream())
                .distinct()
                .filter(file -> !own.contains(file))
                .forEach(file -> refused.add(Refused.beside(file)));
        return new StatementFiles(found, List.of(), List.of(), refused);
    }

    /** Whatever order they are handed over in. */
    private static StatementFiles detailed(List<Found> found, Map<String, BankFile> details, List<Refused> refused) {
        NotifiedDetails notified = new NotifiedDetails();
        details.forEach((name, file) -> file.statements().forEach(one -> {
            notified.hear(name, one);
            one.remarks().forEach(remark -> refused.add(new Refused(name, NOT_ADDING_UP, remark)));
        }));
        List<String> used = new ArrayList<>();
        List<Found> detailed = found.stream()
                .map(one -> details.isEmpty() ? one : detailed(one, notified, used))
                .toList();
        List<String> lines = new ArrayList<>();
        details.forEach((name, file) -> {
            int entries = Collections.frequency(used, name);
            lines.add(name + ": " + file.format() + ", details only: it books nothing"
                    + (entries == 0 ? "" : ", and tells more of " + entries + (entries == 1 ? " entry" : " entries")));
        });
        return new StatementFiles(detailed, lines, notified.batches(), refused);
    }

    private static Found detailed(Found one, NotifiedDetails notified, List<String> used) {
        int before = used.size();
        BankStatement statement = notified.in(one.statement(), used);
        return used.size() == before ? one : new Found(one.file(), one.dialect() + DETAILED, statement);
    }

    /** Whether a dialect is that of a statement with details out of other files. */
    public static boolean isDetailed(String dialect) {
        return dialect.endsWith(DETAILED);
    }

    private static void read(
            String name,
            byte[] content,
            List<Found> found,
            Map<String, BankFile> details,
            List<Refused> refused,
            List<String> unreadable) {
        try {
            BankFile file = BankFile.read(content);
            if (!file.format().books()) {
                details.put(name, file);
                return;
            }
            for (BankStatement statement : file.statements()) {
                if (statement.entries().size() > MOST_ENTRIES) {
                    String sentence = "statement " + statement.id() + ": it has more than " + MOST_ENTRIES + " entries";
                    refused.add(new Refused(name, TOO_LARGE, sentence));
                }
                found.add(new Found(name, file.dialect(), statement));
            }
        } catch (RefusedFile file) {
            refused.add(Refused.of(name, file));
            if (Recognition.isNotification(content)) {
                unreadable.add(name);
            }
        }
    }
}
