package io.echeance.core.order;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells persons apart who decide. Where words are sealed, a mark stands for the name of an account: a digest of it
 * under the master key, which names nobody and is the same wherever that person decides.
 *
 * @param key which master key it was made with: under another one the same person has another mark
 * @param digest of the {@link #account}
 */
public record PersonMark(String key, String digest) {

    private static final Pattern WRITTEN = Pattern.compile("person-mark/([A-Za-z0-9_-]+)/([A-Za-z0-9_-]+)");
    /** With joiners and variation selectors, which are marks, and letters that are blank. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\s\\p{Z}\\p{C}\\x{34F}\\x{180B}-\\x{180F}\\x{FE00}-\\x{FE0F}"
                    + "\\x{E0100}-\\x{E01EF}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{2800}]+");
    /** Those that have become part of no letter: rather are two persons taken for one. */
    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Me}]+");

    /** As it stands in the place of the name. */
    public String written() {
        return "person-mark/" + key + "/" + digest;
    }

    /** Empty: nobody is named there, or in words. */
    private static Optional<PersonMark> in(@Nullable String by) {
        Matcher written = WRITTEN.matcher(by == null ? "" : by);
        return written.matches() ? Optional.of(new PersonMark(written.group(1), written.group(2))) : Optional.empty();
    }

    /** What somebody who reads may be told: null for a mark. */
    public static @Nullable String words(@Nullable String by) {
        return in(by).isPresent() ? null : by;
    }

    /**
     * The name of an account as it counts: whatever its case, its Unicode form and what is not seen of it. Null: it
     * says nobody.
     */
    public static @Nullable String account(@Nullable String by) {
        if (by == null) {
            return null;
        }
        String folded = plain(seen(by)).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String name = MARKS.matcher(seen(plain(folded))).replaceAll("");
        return name.isEmpty() ? null : name;
    }

    private static String seen(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Whether they are two persons for certain: nobody can tell a mark from a name, or marks of two keys. */
    public static boolean areTwo(@Nullable String one, @Nullable String other) {
        return areComparable(one, other) && !isOne(one, other);
    }

    /** Whether they are one person for certain. */
    public static boolean areOne(@Nullable String one, @Nullable String other) {
        return areComparable(one, other) && isOne(one, other);
    }

    private static boolean isOne(@Nullable String one, @Nullable String other) {
        Optional<PersonMark> mark = in(one);
        return mark.isPresent()
                ? mark.equals(in(other))
                : String.valueOf(account(one)).equals(account(other));
    }

    /** Whether it can be told at all. */
    public static boolean areComparable(@Nullable String one, @Nullable String other) {
        return account(one) != null
                && account(other) != null
                && in(one).map(PersonMark::key).equals(in(other).map(PersonMark::key));
    }
}
