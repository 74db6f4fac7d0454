package io.echeance.query.access;

import io.echeance.core.order.Sentence;

/** Words about somebody lie sealed that cannot be opened here: what is kept cannot all be handed out. */
public final class WordsStaySealed extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Sentence said;

    public WordsStaySealed(Sentence said) {
        super(said.english());
        this.said = said;
    }

    /** For a person. */
    public Sentence said() {
        return said;
    }
}
