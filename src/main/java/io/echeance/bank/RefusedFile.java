package io.echeance.bank;

/** A file is not taken, nothing of it. */
public final class RefusedFile extends Exception {

    /** Why, for a machine. */
    public enum Cause {
        EMPTY,
        /** It is longer than a file may be. */
        TOO_LARGE,
        /** It is none of the formats that are read. */
        UNKNOWN_FORMAT,
        /** Its XML is broken, or declares types or entities, which no bank's file does. */
        NOT_WELL_FORMED,
        /** It ends before the statement does. */
        CUT_OFF,
        /** Something stands where it has no business. */
        OUT_OF_PLACE,
        /** Something that has to be there is not. */
        MISSING,
        /** An amount, a date or a code cannot be read. */
        MALFORMED,
        /** It is in another currency than the euro, or in several. */
        OTHER_CURRENCY,
        /** Opening balance and entries do not make the closing balance. */
        STATEMENT_DOES_NOT_ADD_UP
    }

    private final Cause why;
    private final String place;

    /** @param place a line or a record, counted from 1, as {@code line 12} */
    RefusedFile(Cause why, String place, String sentence) {
        super(place + ": " + sentence);
        this.why = why;
        this.place = place;
    }

    public Cause why() {
        return why;
    }

    public String place() {
        return place;
    }

    /** The place, and what is wrong there, for a person. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
