package io.echeance.bank;

import java.util.List;

/**
 * What a file of a bank holds.
 *
 * @param dialect the format, and its version where it has versions: of one dialect, the same entry says the same
 */
public record BankFile(Format format, String dialect, List<BankStatement> statements) {

    /** Told from the content, never from the name. */
    public enum Format {
        /** ISO 20022, a statement of account, of any version. */
        CAMT_053("camt.053"),
        /** ISO 20022, a notification: details of what a statement books, never a second source of entries. */
        CAMT_054("camt.054"),
        /** Of the French banks: records of 120 characters. */
        CFONB_120("CFONB 120"),
        /** Of SWIFT: fields between colons. */
        MT940("MT940");

        private final String words;

        Format(String words) {
            this.words = words;
        }

        /** Whether its entries are money, or only tell more of what another file books. */
        public boolean books() {
            return this != CAMT_054;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    public BankFile {
        statements = List.copyOf(statements);
    }

    /**
     * Reads a file; of a statement, each entry has its id then.
     *
     * @throws RefusedFile if any of it is wrong: nothing of it is taken
     */
    public static BankFile read(byte[] content) throws RefusedFile {
        return Recognition.read(content);
    }
}
