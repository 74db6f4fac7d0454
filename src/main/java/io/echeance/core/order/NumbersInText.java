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

    /** Of a year and the shortest sequence. */
    private static final int FEWEST_DIGITS = 10;

    private NumbersInText() {}

    /** Whether it is the id of something, not a text: one word with a digit, and no account's number. */
    public static boolean isOneName(String reference) {
        return ONE_NAME.matcher(reference).matches()
                && reference.chars().anyMatch(Character::isDigit)
                && !IBAN.matcher(reference.toUpperCase(Locale.ROOT)).matches();
    }

    /**
     * It names the same documents as the whole text, see {@link ReferenceText#names}: whatever stands behind a number
     * and spoils it is kept as one letter.
     *
     * @param sellers whose numbers are looked for
     * @return null: there are none
     */
    static @Nullable String of(String written, Collection<String> sellers) {
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
