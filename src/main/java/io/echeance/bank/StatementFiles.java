package io.echeance.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Files that are handed over together: all are taken, or none.
 *
 * @param found what they book, in their order
 * @param details files that only tell more of what others book
 * @param refused one is enough, and nothing is taken
 */
public record StatementFiles(List<Found> found, List<String> details, List<Refused> refused) {

    /** So that a record of a statement fits. */
    private static final int MOST_ENTRIES = 20_000;

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

        public static Refused of(String file, RefusedFile refused) {
            return new Refused(file, refused.why().name(), refused.sentence());
        }

        /** For people. */
        public String line() {
            return file + ": refused, " + reason + ", " + sentence;
        }
    }

    public StatementFiles {
        found = List.copyOf(found);
        details = List.copyOf(details);
        refused = List.copyOf(refused);
    }

    /** @param files by name; archives are opened */
    public static StatementFiles read(Map<String, byte[]> files) {
        List<Found> found = new ArrayList<>();
        List<String> details = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        files.forEach((file, content) -> {
            try {
                Archive.files(file, content).forEach((name, bytes) -> read(name, bytes, found, details, refused));
            } catch (RefusedFile archive) {
                refused.add(Refused.of(file, archive));
            }
        });
        return new StatementFiles(found, details, refused);
    }

    private static void read(
            String name, byte[] content, List<Found> found, List<String> details, List<Refused> refused) {
        try {
            BankFile file = BankFile.read(content);
            if (!file.format().books()) {
                details.add(name + ": " + file.format() + ", details only: it books nothing");
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
        }
    }
}
