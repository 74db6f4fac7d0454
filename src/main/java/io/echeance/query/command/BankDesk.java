package io.echeance.query.command;

import io.echeance.query.instance.TemporarilyUnavailable;
import java.util.List;

/** Takes a bank's file in, or each of an archive, as {@code bank import} does: whole or not at all, each entry once. */
public interface BankDesk {

    /** What became of a file. */
    sealed interface Outcome {

        /**
         * @param details files of the archive that only tell more of what others book
         * @param refused of an archive what was not taken, and why
         */
        record Accepted(List<BookedStatement> statements, List<String> details, List<String> refused)
                implements Outcome {

            public Accepted {
                statements = List.copyOf(statements);
                details = List.copyOf(details);
                refused = List.copyOf(refused);
            }
        }

        /** Nothing was taken. */
        record NotAccepted(String reason, String sentence) implements Outcome {}
    }

    /**
     * A statement of a file.
     *
     * @param place how it stands to those that were taken before
     * @param leftAside entries that are neither payment nor return
     */
    record BookedStatement(
            String file, String statement, String place, int payments, int returns, int leftAside, String sentence) {}

    /** @throws TemporarilyUnavailable if it is not certain that it was taken; the same file again does no harm */
    Outcome take(byte[] file) throws TemporarilyUnavailable;
}
