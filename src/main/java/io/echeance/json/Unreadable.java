package io.echeance.json;

/** JSON that is not what was asked for. The message is a sentence for a person and names the field. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    public Unreadable(String sentence) {
        super(sentence);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
