package io.echeance.core.terms;

/** What a rule may do that knows whose money a payment is. */
public enum RuleMode {
    /** It puts the payment to its order. */
    APPLIES,
    /** It proposes to a person, and reminders are held meanwhile. */
    PROPOSES,
    /** What it would do is noted beside the payment, and nothing comes of it. */
    SHADOW,
    /** It does nothing. */
    OFF;

    /** Whether what it knows is not even proposed. */
    public boolean isSilent() {
        return this == SHADOW || this == OFF;
    }
}
