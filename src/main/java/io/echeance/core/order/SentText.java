package io.echeance.core.order;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reference of which a bank said what was written for us, and what is the end-to-end id: one that the sender, or his
 * bank, gave the transfer. It may name an order or a document, and mostly means nothing to us. In one text it stands
 * behind the code that banks have for it.
 *
 * @param text what was written for us
 * @param endToEnd null: none is said, or nothing else
 */
public record SentText(String text, @Nullable String endToEnd) {

    private static final String CODE = "/EREF/";
    private static final String APART = " | ";
    private static final Pattern CODED = Pattern.compile("(?<![ |])[ |]*+" + CODE + "[ |]*+(.*?)(?=/[A-Z]{4}/|$)");

    /** Both out of one text; where several are marked, all behind the first counts as text. */
    public static SentText of(String reference) {
        Matcher coded = CODED.matcher(reference);
        if (!reference.contains(CODE) || !coded.find()) {
            return new SentText(reference, null);
        }
        String before = reference.substring(0, coded.start());
        String behind = reference.substring(coded.end());
        return new SentText(
                before.isEmpty() || behind.isEmpty() ? before + behind : before + APART + behind,
                withoutEnd(coded.group(1)));
    }

    private static String withoutEnd(String id) {
        int end = id.length();
        while (end > 0 && (id.charAt(end - 1) == ' ' || id.charAt(end - 1) == '|')) {
            end--;
        }
        return id.substring(0, end);
    }

    /**
     * Both in one text, if that has at most so many characters; else what was written. What alone is left stands for
     * itself.
     *
     * @param keeping what is kept of each; null: nothing
     */
    public @Nullable String kept(Function<String, @Nullable String> keeping, int most) {
        String own = keeping.apply(text);
        String id = endToEnd == null ? null : keeping.apply(endToEnd);
        if (own == null || id == null) {
            return own == null ? id : own;
        }
        String both = own + APART + CODE + " " + id;
        return both.length() > most ? own : both;
    }
}
