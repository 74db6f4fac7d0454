package io.echeance.document.page;

import io.echeance.core.order.Sentence;

/** A letter that would say what is not so: it is not written, and why not. */
public final class NotWritable extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Sentence said;

    NotWritable(String french, String english) {
        super(english);
        this.said = new Sentence(french, english);
    }

    /** For a person. */
    public Sentence said() {
        return said;
    }
}
