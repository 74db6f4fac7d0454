package io.echeance.core.order;

import java.util.Collection;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is left of a bank's text when only the numbers of documents are kept of it. */
public final class NumbersInText {

    private static final String BETWEEN = "[^\\p{L}\\p{Nd}]{0,2}";
    private static final String START = "(?<![\\p{L}\\p{Nd}])(?<![\\p{L}\\p{Nd}][-_./])";
    private static final Pattern GOES_ON = Pattern.compile("\\G[-_./]?[\\p{L}\\p{Nd}]");
    private static final Pattern ONE_NAME = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}/_.#:-]*");

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    /** What it is, before it: {@code IBAN:}, {@code TEL.}. */
    private static final Pattern LABEL = Pattern.compile("^\\p{L}+[/.#:]+");

    private static final Pattern BETWEEN_GROUPS = Pattern.compile("[/_.#:-]");
    private static final Pattern TELEPHONE = Pattern.compile("0[1-9](?:[/_.-]?\\d\\d){4}");

    /** Of a year and the shortest sequence. */
    private static final int FEWEST_DIGITS = 10;

    private NumbersInText() {}

    /**
     * Whether it is the id of something, not a text: one word with a digit, and neither the number of an account,
     * however it is grouped, nor of a French telephone.
     */
    public static boolean isOneName(String reference) {
        return ONE_NAME.matcher(reference).matches()
                && reference.chars().anyMatch(Character::isDigit)
                && !isSomebodys(LABEL.matcher(reference).replaceFirst("").toUpperCase(Locale.ROOT))
                && !isSomebodys(reference.toUpperCase(Locale.ROOT));
    }

    /** In groups its check digits tell it from an id; in one piece it may be one that a bank has cut off. */
    private static boolean isSomebodys(String number) {
        return IBAN.matcher(number).matches()
                || CheckDigits.isIban(BETWEEN_GROUPS.matcher(number).replaceAll(""))
                || TELEPHONE.matcher(number).matches();
    }

    /**
     * It names the same documents as the whole text, see {@link ReferenceText#names}: whatever stands behind a number
     * and spoils it is kept as one letter.
     *
     * @param sellers whose numbers are looked for
     * @return null: there are none
     */
    static @Nullable String of(String written, Collection<String> sellers) {
        return SentText.of(written).kept(part -> numbers(part, sellers), Integer.MAX_VALUE);
    }

    private static @Nullable String numbers(String written, Collection<String> sellers) {
        String text = ReferenceText.of(written).text();
        StringJoiner kept = new StringJoiner(" | ").setEmptyValue("");
        for (String seller : sellers.stream().sorted().toList()) {
            Matcher number = numberOf(seller).matcher(text);
            while (number.find()) {
                Matcher rest = GOES_ON.matcher(text);
                kept.add(number.group() + (rest.find(number.end()) ? "X" : ""));
            }
        }
        return kept.length() == 0 ? null : kept.toString();
    }

    private static Pattern numberOf(String seller) {
        StringBuilder pattern = new StringBuilder(START);
        ReferenceText.of(seller)
                .compact()
                .codePoints()
                .forEach(character -> pattern.append(Pattern.quote(Character.toString(character)))
                        .append(BETWEEN));
        return Pattern.compile(pattern.append("(?:\\d" + BETWEEN + "){" + (FEWEST_DIGITS - 1) + ",}\\d")
                .toString());
    }
}
