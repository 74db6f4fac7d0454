package io.echeance.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of one entry of a scenario's text form, from left to right; a text with spaces or signs is in quotes. */
final class TextWords {

    private static final String SIGNS = ",;()";

    private static final Pattern PLAIN = Pattern.compile("[^\\s,;()\"|{]+");

    private static final int MOST_SHOWN = 60;

    private final Deque<String> tokens = new ArrayDeque<>();

    TextWords(String text) throws Unreadable {
        int begin = 0;
        while (begin < text.length()) {
            if (Character.isWhitespace(text.charAt(begin))) {
                begin++;
            } else {
                int end = end(text, begin);
                tokens.add(text.substring(begin, end));
                begin = end;
            }
        }
    }

    /** Where a quoted text, a sign that parts, or a word ends. */
    private static int end(String text, int begin) throws Unreadable {
        char first = text.charAt(begin);
        if (first == '"') {
            int end = endOfQuoted(text, begin);
            if (end < 0) {
                throw new Unreadable("a quote is not closed: " + beginning(text.substring(begin)));
            }
            return end;
        }
        if (SIGNS.indexOf(first) >= 0) {
            return begin + 1;
        }
        int end = begin;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && (SIGNS + "\"|").indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end == begin) {
            throw new Unreadable("cannot read on at " + beginning(text.substring(begin)));
        }
        return end;
    }

    /** Behind the quote that closes the one at {@code begin}; below 0: none does. */
    static int endOfQuoted(String text, int begin) {
        for (int at = begin + 1; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '"') {
                return at + 1;
            }
            at += sign == '\\' ? 1 : 0;
        }
        return -1;
    }

    private static String beginning(String text) {
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text.strip();
    }

    /** As it stands in a line: in quotes where it could be taken for something else. */
    static String quoted(String text) {
        return PLAIN.matcher(text).matches() && !text.equals(TextShape.NOTHING)
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** The next word, without its quotes. */
    String next() throws Unreadable {
        @Nullable String token = tokens.poll();
        if (token == null || SIGNS.contains(token)) {
            throw new Unreadable("a value is missing" + (token == null ? " at the end" : " before " + token));
        }
        return token.startsWith("\"")
                ? token.substring(1, token.length() - 1)
                        .replaceAll("\\\\n", "\n")
                        .replaceAll("\\\\(.)", "$1")
                : token;
    }

    /** Whether a value ends here: at a sign, or at the end. */
    boolean atEndOfValue() {
        return tokens.isEmpty() || ",;)".contains(tokens.element());
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** True, and gone past it, if that sign or unquoted word is next. */
    boolean skips(String sign) {
        if (sign.equals(tokens.peek())) {
            tokens.remove();
            return true;
        }
        return false;
    }
}
