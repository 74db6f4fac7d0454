package io.echeance.topology.store;

/** The lists of orders that are kept in order. Their codes are for ever: keys begin with them. */
public enum Listing {
    /** By status, in order of the day on which they were placed. */
    ORDERS(1),
    /** By customer, in order of the day on which they were placed. */
    OF_CUSTOMER(2),
    /** With unpaid principal, in order of its earliest due date: those before today are late. */
    UNPAID(3),
    /** By last step taken, in order of the earliest due date that it was taken for. */
    STEP(4),
    /** By next step, in order of its day. */
    NEXT_STEP(5),
    /** By state of a funder's share, in order of the day on which they were placed. */
    FUNDER(6),
    /** With a promise, in order of its last day. */
    PROMISE(7),
    /** With money to pay back, in order of the last day for it. */
    REFUND(8),
    /** By kind of hold, in order of its last day; those that are open come last. */
    HELD(9),
    /** With money that left without being owed, in order of the day on which they were placed. */
    OWED_BACK(10),
    /** By what may be paid of them at once, in order of the earliest due date. */
    ASKING(11),
    /** By who owes something of them, in order of the earliest due date. */
    OWED_BY(12),
    /** By kind of deadline, in order of its days. */
    DEADLINE(13);

    private final int code;

    Listing(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Listing of(int code) {
        return values()[code - 1];
    }
}
