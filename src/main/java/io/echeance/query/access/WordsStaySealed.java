package io.echeance.query.access;

/** Words about somebody lie sealed that cannot be opened here: what is kept cannot all be handed out. */
public final class WordsStaySealed extends Exception {
    private static final long serialVersionUID = 1;

    public WordsStaySealed(String sentence) {
        super(sentence);
    }

    /** For a person. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
