package io.echeance.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of one entry of a scenario's text form, from left to right; a text with spaces or signs is in quotes. */
final class TextWords {

    /** A quoted text, a sign that parts, a word. */
    private static final Pattern TOKEN = Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[,;()]|[^\\s,;()\"|]+)");

    private static final Pattern PLAIN = Pattern.compile("[^\\s,;()\"|{]+");

    private final Deque<String> tokens = new ArrayDeque<>();

    TextWords(String text) throws Unreadable {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new Unreadable("cannot read on at " + text.substring(end).strip());
        }
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
        if (token == null || ",;()".contains(token)) {
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
