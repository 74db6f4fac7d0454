package io.echeance.core.order;

/** Why no alert about a debt goes out ("why not dunned"), in one word. */
public enum NoAlertGround {
    /** Nothing is invoiced to the payer: not yet, or not to it. */
    NOT_INVOICED,
    /** Its document has no number yet, and waits for it. */
    HELD_BACK,
    /** Nothing of it is unpaid. */
    SETTLED,
    /** Fees and interest have no ladder of their own in these terms. */
    NOT_PRINCIPAL,
    /** Fees and interest wait while principal is late. */
    PRINCIPAL_FIRST,
    /** The debt was given up. */
    WRITTEN_OFF,
    /** A dispute, a promise, a delay of grace or an insolvency holds the ladder. */
    HELD,
    /** What is unpaid is not above the minimum of the step. */
    BELOW_MINIMUM,
    /** The next step has its day. */
    STEP_NOT_DUE,
    /** Every step was taken. */
    LADDER_ENDED
}
