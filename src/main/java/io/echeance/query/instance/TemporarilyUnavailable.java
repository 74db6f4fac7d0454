package io.echeance.query.instance;

/** Nobody can tell right now: tasks move between instances, or are restored. It passes by itself. */
public final class TemporarilyUnavailable extends Exception {
    private static final long serialVersionUID = 1;

    public TemporarilyUnavailable(String sentence) {
        super(sentence);
    }

    /** For a person. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
