package io.echeance.reference;

/**
 * Something wrong in a reference file, and where.
 *
 * @param line counted from 1
 * @param key the dotted path to it, such as {@code late.ladder[2].action}; empty: the file as a whole
 * @param sentence what is wrong, and how to mend it
 */
public record Problem(String file, int line, String key, String sentence) {

    /** {@code file:line: key: sentence}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + (key.isEmpty() ? "" : key + ": ") + sentence;
    }
}
