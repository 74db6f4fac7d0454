package io.echeance.query.worklist;

/** Why a customer stands on the worklist, or is not to be called. Points are data, see {@link Points}. */
public enum Reason {
    /** A promise ran out, and nobody has called since. */
    BROKEN_PROMISE,
    /** The last day to answer a formal notice is near: then debts may fall due at once. */
    NOTICE_EXPIRES,
    /** A document waits for its number: an address, a reference is missing. For the back office. */
    TECHNICAL,
    /** The file goes to those who litigate within 7 days. */
    LITIGATION,
    /** A funder's decision counts for 5 days more at most. */
    FUNDER_DEADLINE,
    /** Late for more than 30 days, and no contact within 14. */
    NOT_CONTACTED,
    /** The next step of the ladder comes within 7 days. */
    NEXT_STEP,
    /** The last day of a promise is today. */
    PROMISE_DUE,
    /** Late, and nothing else. */
    LATE,
    /** Money waits in suspense that seems to be theirs: not to be called. */
    MONEY_WAITS
}
