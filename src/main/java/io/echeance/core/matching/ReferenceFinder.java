package io.echeance.core.matching;

import io.echeance.core.order.CheckDigits;
import io.echeance.core.order.ReferenceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for references in a bank's text: creditor references (ISO 11649), years with a sequence, as the numbers of
 * documents have them, and words of letters and digits. What is something else (an IBAN, a SIRET, a day, an amount, a
 * mandate) is cut out first. What the names lead to is not known here.
 */
final class ReferenceFinder {

    /** So many at most: one question is asked for each. */
    static final int MOST = 20;

    private static final int SEQUENCE_DIGITS = 6;

    private static final Pattern CHECKED =
            Pattern.compile("(?<![A-Z0-9])[A-Z]{2}\\d\\d(?: ?[A-Z0-9]){1,30}(?![A-Z0-9])");
    private static final Pattern SIRET = Pattern.compile("(?<!\\d)\\d{3} ?\\d{3} ?\\d{3} ?\\d{5}(?!\\d)");
    private static final List<Pattern> OTHERS = List.of(
            Pattern.compile("(?<![\\w-])20\\d\\d([-/.])\\d\\d\\1\\d\\d(?!\\d)"),
            Pattern.compile("(?<!\\d)\\d{1,2}([-/.])\\d{1,2}\\1(?:20)?\\d\\d(?!\\d)"),
            Pattern.compile("(?<![\\w-])(?:\\d{1,3}(?: \\d{3})+|\\d+)[.,]\\d\\d(?!\\d)(?: ?(?:EUR|€))?"),
            Pattern.compile("(?<![A-Z0-9])(?:RUM|MANDAT|MANDATE|MNDT)[ :/]+\\S+"));

    private static final Pattern YEAR_AND_SEQUENCE =
            Pattern.compile("(?<!\\d)(20\\d\\d)([^A-Z0-9]{0,3})(\\d{1,9})(?!\\d)");
    private static final Pattern SPREAD = Pattern.compile(
            "(?<!\\d)2[^A-Z0-9]?0[^A-Z0-9]?\\d[^A-Z0-9]?\\d[^A-Z0-9]{0,3}(?:\\d[^A-Z0-9]{0,2}){5}\\d(?!\\d)");
    private static final Pattern AFTER_LETTERS = Pattern.compile("[A-Z][^A-Z0-9]{0,3}$");
    private static final Pattern LISTED =
            Pattern.compile("\\G ?(?:[/,;+&]|ET|PUIS) ?0*(\\d{1,6})(?![^ ]?\\d)(?![A-Z])");
    private static final Pattern RANGE = Pattern.compile("\\G ?(?:-|A|AU|TO|JUSQU.A) ?0*(\\d{1,6})(?!\\d)");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{Nd}][^\\s,;:()'\"+?]*");
    private static final Pattern LETTERS_THEN_DIGITS =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])(\\p{L}{1,6})[ ]([\\p{Nd}][\\p{Nd}/-]*)(?![\\p{L}\\p{Nd}])");

    private static final Pattern CONTINUED =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])([\\p{L}\\p{Nd}][^\\s|]*) (\\p{L}{1,3})(?![\\p{L}\\p{Nd}])");

    private final Map<String, Candidate> found = new LinkedHashMap<>();
    private String text;

    private ReferenceFinder(String written) {
        this.text = ReferenceText.of(written.replaceAll("[\\s\\h]+", " ")).text();
    }

    /** Best first; more than {@link #MOST}: the text names more than it may. */
    static List<Candidate> candidates(String written) {
        ReferenceFinder finder = new ReferenceFinder(written);
        finder.cutOutChecked();
        finder.cutOutDamaged();
        finder.cutOut();
        finder.numbers();
        finder.words();
        return List.copyOf(finder.found.values());
    }

    /** What is left of a text without what is recognised as something else than a reference. */
    static ReferenceText unexplained(String written) {
        ReferenceFinder finder = new ReferenceFinder(written);
        finder.cutOutChecked();
        finder.cutOut();
        return new ReferenceText(finder.text);
    }

    private void add(String key, boolean isNumber) {
        if (found.size() <= MOST) {
            found.merge(key, new Candidate(key, isNumber), (earlier, now) -> earlier.isNumber() ? earlier : now);
        }
    }

    /** IBANs and creditor references, by their check digits; words may follow them. */
    private void cutOutChecked() {
        StringBuilder rest = new StringBuilder();
        Matcher checked = CHECKED.matcher(text);
        int at = 0;
        while (checked.find(at)) {
            rest.append(text, at, checked.start());
            at = Math.max(endOfChecked(checked.start(), checked.end()), checked.start());
            if (at == checked.start()) {
                rest.append(text.charAt(at++));
            } else {
                rest.append(" | ");
            }
        }
        text = rest.append(text, Math.min(at, text.length()), text.length()).toString();
    }

    /** Where it ends; its start: nothing there has valid check digits. */
    private int endOfChecked(int start, int most) {
        for (int end = most; end > start; end--) {
            boolean isWhole = end == most || text.charAt(end) == ' ';
            String compact = text.substring(start, end).replace(" ", "");
            if (isWhole && CreditorReference.isValid(compact)) {
                add(ReferenceText.key(CreditorReference.body(compact)), false);
                return end;
            }
            if (isWhole && CheckDigits.isIban(compact)) {
                return end;
            }
        }
        return start;
    }

    /**
     * A creditor reference with wrong check digits names nothing: one of its digits is another's, and so may be what it
     * seems to be about. An order may be called like one, as a whole.
     */
    private void cutOutDamaged() {
        text = CreditorReference.LIKE.matcher(text).replaceAll(found -> {
            if (!CreditorReference.isDamaged(found.group())) {
                add(ReferenceText.key(found.group().replace(" ", "")), false);
            }
            return " | ";
        });
    }

    private void cutOut() {
        cut(SIRET, text -> isLuhn(text.replace(" ", "")));
        OTHERS.forEach(pattern -> cut(pattern, text -> true));
    }

    private interface Recognised {
        boolean test(String text);
    }

    private void cut(Pattern pattern, Recognised recognised) {
        text = pattern.matcher(text)
                .replaceAll(match -> recognised.test(match.group()) ? " | " : Matcher.quoteReplacement(match.group()));
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private void numbers() {
        Matcher spread = SPREAD.matcher(text);
        while (spread.find()) {
            add(spread.group().replaceAll("[^0-9]", ""), true);
        }
        Matcher plain = YEAR_AND_SEQUENCE.matcher(text);
        while (plain.find()) {
            MatchResult match = plain.toMatchResult();
            String sequence = match.group(3).replaceFirst("^0+", "");
            boolean isWhole = match.group(3).length() >= SEQUENCE_DIGITS;
            if (!sequence.isEmpty() && (isWhole || !match.group(2).isEmpty())) {
                boolean follows =
                        AFTER_LETTERS.matcher(text.substring(0, match.start())).find();
                add(key(match.group(1), Integer.parseInt(sequence)), isWhole || follows);
                more(match.group(1), Integer.parseInt(sequence), match.end());
            }
        }
    }

    /** {@code 2026-000012/13/14}, {@code 2026-12 A 15}. */
    private void more(String year, int first, int from) {
        Matcher range = RANGE.matcher(text);
        if (range.find(from)) {
            int last = Integer.parseInt(range.group(1));
            for (int sequence = first + 1; sequence <= last && last - first < MOST; sequence++) {
                add(key(year, sequence), true);
            }
            return;
        }
        Matcher listed = LISTED.matcher(text);
        int at = from;
        while (listed.find(at)) {
            int sequence = Integer.parseInt(listed.group(1));
            if (sequence > 0) {
                add(key(year, sequence), true);
            }
            at = listed.end();
        }
    }

    private static String key(String year, int sequence) {
        return year
                + "0"
                        .repeat(Math.max(
                                0, SEQUENCE_DIGITS - Integer.toString(sequence).length()))
                + sequence;
    }

    private void words() {
        Matcher words = WORDS.matcher(text);
        while (words.find()) {
            String word = words.group();
            word(word);
            if (word.indexOf('/') > 0) {
                for (String part : word.split("/", MOST)) {
                    word(part);
                }
            }
        }
        parted(LETTERS_THEN_DIGITS);
        parted(CONTINUED);
    }

    /** Two words may have been one. */
    private void parted(Pattern pattern) {
        Matcher parted = pattern.matcher(text);
        int from = 0;
        while (parted.find(from)) {
            word(parted.group(1) + parted.group(2));
            from = parted.start() + 1;
        }
    }

    private void word(String word) {
        String compact = new ReferenceText(word).compact();
        boolean letters = compact.codePoints().anyMatch(Character::isLetter);
        boolean digits = compact.codePoints().anyMatch(Character::isDigit);
        if (letters && digits) {
            add(ReferenceText.key(compact), false);
        }
    }
}
