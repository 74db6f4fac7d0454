package io.echeance.core.order;

/**
 * What a person is told of something that was refused, in each language: one without the other does not compile. What
 * machines go by is a reason, never this.
 */
public record Sentence(String french, String english) {

    /** What has no words but an id, a number, or text in one language already chosen. */
    public static Sentence same(String text) {
        return new Sentence(text, text);
    }

    /** With the same before and behind it, such as the name of the field. */
    public Sentence within(String before) {
        return new Sentence(before + french, before + english);
    }
}
