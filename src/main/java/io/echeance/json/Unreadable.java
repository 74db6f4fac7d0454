package io.echeance.json;

import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;

/** JSON that is not what was asked for. The message is a sentence for a person and names the field. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Sentence said;

    /** In English; French says only that something is missing or has another form. */
    public Unreadable(String sentence) {
        this(Reason.MALFORMED.with(sentence));
    }

    public Unreadable(Sentence said) {
        super(said.english());
        this.said = said;
    }

    /** In English. */
    public String sentence() {
        return said.english();
    }

    public Sentence said() {
        return said;
    }
}
