package io.echeance.core.ledger;

/** The journals that entries stand in. */
public enum Journal {
    /** What a year opens with; no entry of ours stands in it. */
    OPENING("AN", "À-nouveaux"),
    SALES("VE", "Ventes"),
    BANK("BQ", "Banque"),
    MISCELLANEOUS("OD", "Opérations diverses");

    private final String code;
    private final String label;

    Journal(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** @throws IllegalArgumentException if there is none of that code */
    public static Journal of(String code) {
        for (Journal journal : values()) {
            if (journal.code.equals(code)) {
                return journal;
            }
        }
        throw new IllegalArgumentException("no journal " + code);
    }

    /** JournalCode. */
    public String code() {
        return code;
    }

    /** JournalLib. */
    public String label() {
        return label;
    }
}
