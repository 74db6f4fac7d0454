package io.echeance.query.instance;

/** Nobody can tell right now: tasks move between instances, or are restored. It passes by itself. */
public final class Moving extends Exception {
    private static final long serialVersionUID = 1;

    public Moving(String sentence) {
        super(sentence);
    }

    /** For a person. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
