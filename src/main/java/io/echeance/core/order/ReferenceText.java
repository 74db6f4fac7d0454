package io.echeance.core.order;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference as banks deliver it: in capitals, without accents, with signs lost or changed, O for 0 and I for 1 inside
 * digits. Every character that is neither letter nor digit stands where it stood.
 */
public record ReferenceText(String text) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern LETTERS_FOR_DIGITS =
            Pattern.compile("(?<=\\d)[OI]+(?![\\p{L}])|(?<=\\d)[OI]+(?=\\d)|(?<![\\p{L}\\d])[OI]+(?=\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\p{L}.*?(20\\d{8,})");
    /** Letters and digits of the shortest number: a letter, a year, a sequence of six. */
    public static final int SHORTEST_NUMBER = 11;

    private static final Pattern DIGITS = Pattern.compile("\\d");

    /** What must not stand before a name in a text, nor behind it: the name would be part of another. */
    private static final String START = "(?<![\\p{L}\\p{Nd}])(?<![\\p{L}\\p{Nd}][-_./])";

    private static final String END = "(?![\\p{L}\\p{Nd}])(?![-_./][\\p{L}\\p{Nd}])";

    /** With fewer digits an id has to stand in the text with its own signs: "ECOLE Y 7" does not name the order Y-7. */
    private static final int DISTINCTIVE_DIGITS = 4;

    public static ReferenceText of(String written) {
        String plain = withoutAccents(written);
        if (!mayStandForDigits(plain)) {
            return new ReferenceText(plain);
        }
        return new ReferenceText(LETTERS_FOR_DIGITS
                .matcher(plain)
                .replaceAll(found -> found.group().replace('O', '0').replace('I', '1')));
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Whether an O or an I stands beside a digit; only then the pattern finds anything. */
    private static boolean mayStandForDigits(String plain) {
        for (int at = 0; at < plain.length(); at++) {
            char one = plain.charAt(at);
            if ((one == 'O' || one == 'I') && (isDigit(plain, at - 1) || isDigit(plain, at + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** In capitals, as banks' older systems have it. */
    public static String withoutAccents(String written) {
        String plain = isAscii(written)
                ? written
                : ACCENTS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKD))
                        .replaceAll("");
        return plain.toUpperCase(Locale.ROOT);
    }

    /** Letters and digits only. */
    public String compact() {
        StringBuilder compact = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            if (Character.isLetter(character) || Character.isDigit(character)) {
                compact.appendCodePoint(character);
            }
            at += Character.charCount(character);
        }
        return compact.toString();
    }

    /**
     * Under what a name is looked up: year and sequence of a document's number, letters and digits of any other name.
     * Names that are alike share it.
     */
    public static String key(String name) {
        String compact = of(name).compact();
        Matcher number = NUMBER.matcher(compact);
        if (number.matches()) {
            return number.group(1);
        }
        return compact.isEmpty() ? name : compact;
    }

    /** Whether a name is that of a document in a series: letters, year and sequence. */
    public static boolean isNumber(String name) {
        return NUMBER.matcher(of(name).compact()).matches();
    }

    /**
     * Whether the text names an order or a document in full: all its letters and digits stand there together, and
     * nothing hangs on to them. A name of letters or of digits alone is never found inside a text: too much is. Nor is
     * an order's with a blank in it: {@code EUR 1200} does not name the order EUR-1200.
     */
    public boolean names(String name) {
        return inText(name).map(pattern -> pattern.matcher(text).find()).orElse(false);
    }

    /** What is left without a name, wherever it stands. */
    public ReferenceText without(String name) {
        return new ReferenceText(inText(name)
                .map(pattern -> pattern.matcher(text).replaceAll(" "))
                .orElse(text));
    }

    /** Whether it is a name that nobody writes by chance: a document's number, or one with enough digits. */
    public static boolean isDistinctive(String name) {
        return isNumber(name) || DIGITS.matcher(of(name).compact()).results().count() >= DISTINCTIVE_DIGITS;
    }

    public boolean hasDigits() {
        return text.codePoints().anyMatch(Character::isDigit);
    }

    /** How a name stands in a text. Empty: it is never found there, or its letters and digits are not in this one. */
    private Optional<Pattern> inText(String name) {
        ReferenceText sought = of(name);
        String compact = sought.compact();
        if (!compact().contains(compact)) {
            return Optional.empty();
        }
        long digits = DIGITS.matcher(compact).results().count();
        if (digits == 0 || digits == compact.codePoints().count()) {
            return Optional.empty();
        }
        String pattern;
        if (isNumber(name)) {
            pattern = spread(compact, "[^\\p{L}\\p{Nd}]{0,2}");
        } else if (digits >= DISTINCTIVE_DIGITS) {
            pattern = spread(compact, "[^\\p{L}\\p{Nd}\\s]?");
        } else {
            pattern = Pattern.quote(sought.text);
        }
        return Optional.of(Pattern.compile(START + pattern + END));
    }

    private static String spread(String compact, String between) {
        StringBuilder pattern = new StringBuilder();
        compact.codePoints().forEach(character -> {
            if (!pattern.isEmpty()) {
                pattern.append(between);
            }
            pattern.append(Pattern.quote(Character.toString(character)));
        });
        return pattern.toString();
    }
}
