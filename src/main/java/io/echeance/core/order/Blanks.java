package io.echeance.core.order;

import org.jspecify.annotations.Nullable;

/** What nobody sees around a text that people and banks write: spaces of every width, tabs, line ends, marks. */
final class Blanks {

    private Blanks() {}

    /** The text without blanks around it; null: nothing is left of it. */
    static @Nullable String stripped(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return start == end ? null : text.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
