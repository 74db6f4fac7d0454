package io.echeance.core.matching;

import io.echeance.core.admission.Bounds;
import io.echeance.core.order.CheckDigits;
import io.echeance.core.order.NumbersInText;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.ReferenceText;
import io.echeance.core.order.SentText;
import io.echeance.core.order.Words;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a bank's text goes on the log, which is kept for ever: words that may name an order or a document. Names of
 * people and streets, IBANs, telephone numbers, days and amounts stay in the bank's file (RGPD, art. 5-1 c): nothing is
 * found by them. A bar stands where something was left out, so that what stood apart is not read as one.
 *
 * <p>Reading taken: a word with a digit in it is no name. Digits alone are kept up to six of them, or where they may be
 * the number of a document; of longer ones only that they were there, which keeps a rule from acting on the rest. A few
 * digits that are all that is left of a text name no order as a whole reference would: {@code LOYER 12} is not
 * {@code 12}.
 */
public final class BankWords {

    private static final String OUT = " | ";
    private static final String BEHIND_WORDS = "| ";

    /** Stands for a number that is not kept. */
    private static final String UNREADABLE = "0";

    private static final int SHORT = 6;
    private static final int LONGEST = 300;

    /** Between numbers of a list. */
    private static final Set<String> OF_LISTS = Set.of("ET", "A", "AU", "TO", "PUIS");

    private static final Pattern IBAN =
            Pattern.compile("(?<![A-Z0-9])(?!RF)[A-Z]{2}\\d\\d(?: ?[A-Z0-9]){11,30}(?![A-Z0-9])");
    /** Damaged, or cut off by the bank: nobody's, and yet somebody's. */
    private static final Pattern LIKE_IBAN = Pattern.compile(
            "(?<![A-Z0-9])(?!RF)[A-Z]{2}\\d\\d(?: ?\\d{4}){2,}(?: ?[A-Z0-9]{4})*(?: ?\\d{1,3})?(?![A-Z0-9-])");

    private static final List<Pattern> OTHERS = List.of(
            Pattern.compile("(?<![\\w-])(?:\\+|00)\\d{2}(?:[ .-]?\\d){8,11}(?!\\d)"),
            Pattern.compile("(?<![\\w-])0[1-9](?:[ .-]?\\d\\d){4}(?!\\d)"),
            Pattern.compile("(?<!\\d)\\d{3} ?\\d{3} ?\\d{3} ?\\d{5}(?!\\d)"),
            Pattern.compile("(?<![\\w-])20\\d\\d([-/.])\\d\\d\\1\\d\\d(?!\\d)"),
            Pattern.compile("(?<!\\d)\\d{1,2}([-/.])\\d{1,2}\\1(?:19|20)?\\d\\d(?!\\d)"),
            Pattern.compile(
                    "(?<![\\w-])(?:\\d{1,3}(?: \\d{3}){1,9}|\\d+)[.,]\\d\\d(?!\\d)(?: ?(?:EUR|€)(?![A-Z0-9]))?"),
            Pattern.compile("(?<![A-Z0-9])(?:RUM|MANDAT|MANDATE|MNDT)[ :/]+\\S+"),
            Pattern.compile("(?<!\\S)[^\\s@]*+@\\S*+"));

    private static final Pattern NUMBER = Pattern.compile("20\\d{2}(?:\\d{6,})?");
    private static final Pattern YEAR_AND_SEQUENCE = Pattern.compile("20\\d\\d[^A-Z0-9]\\d{1,6}");
    private static final Pattern CREDITOR_REFERENCE =
            Pattern.compile("(?<![A-Z0-9])RF\\d\\d(?: ?[A-Z0-9]){1,26}(?![A-Z0-9])");

    private BankWords() {}

    /**
     * @param texts of one entry, each as the bank wrote it
     * @param endToEnd null: it stands in the texts, if anywhere
     * @param series the letters that numbers of documents begin with
     * @return null: nothing there may name anything
     */
    public static @Nullable String kept(List<String> texts, @Nullable String endToEnd, Set<String> series) {
        String text = texts.stream().map(BankWords::beginning).collect(Collectors.joining(OUT));
        SentText sent = endToEnd == null ? SentText.of(text) : new SentText(text, beginning(endToEnd));
        String kept = sent.kept(part -> words(part, series), LONGEST);
        if (kept == null || !isAnybodys(kept) || endToEnd == null && kept.equals(text.strip())) {
            return kept;
        }
        return BEHIND_WORDS + kept;
    }

    /** As much as the door takes of one, in whole words; of the rest only that digits were there. */
    private static String beginning(String text) {
        if (text.length() <= Bounds.TEXT) {
            return text;
        }
        int end = Math.max(0, text.lastIndexOf(' ', Bounds.TEXT));
        boolean digits = text.chars().skip(end).anyMatch(Character::isDigit);
        return digits ? text.substring(0, end) + OUT + UNREADABLE : text.substring(0, end);
    }

    /** Whether digits that stand alone may be by chance the id of an order: a street's number, a month. */
    private static boolean isAnybodys(String kept) {
        return kept.codePoints().noneMatch(Character::isLetter)
                && NumbersInText.isOneName(kept)
                && !ReferenceText.isDistinctive(kept);
    }

    private static @Nullable String words(String text, Set<String> series) {
        StringBuilder kept = new StringBuilder();
        boolean isOut = false;
        for (String word : cutOut(text).split(" ", -1)) {
            String some = kept(word, series);
            if (some == null) {
                isOut = true;
            } else {
                kept.append(kept.isEmpty() ? "" : isOut ? OUT : " ").append(some);
                isOut = false;
            }
        }
        boolean names = kept.chars().anyMatch(Character::isDigit);
        return names ? kept.substring(0, Math.min(LONGEST, kept.length())) : null;
    }

    /**
     * What a payment, its return or a decision about it is matched by, without the words that match nothing. A
     * reference that is one name stays as it is. So an order whose id is a word without a digit is found where the
     * sender names it as the order, and not in a text.
     *
     * @param sellers whose numbers are looked for: each begins with its seller's id
     */
    public static PaymentFact sought(PaymentFact fact, Collection<String> sellers) {
        PaymentFact bare = Words.without(fact, sellers);
        if (fact instanceof PaymentDetailed detailed) {
            return detailed.naming(reference -> reference == null || NumbersInText.isOneName(reference.strip())
                    ? reference
                    : sought(reference, letters(sellers)));
        }
        if (!(fact instanceof PaymentReceived payment)) {
            return bare;
        }
        PaymentReceived unsigned = payment.decidedBy(null);
        return bare.equals(unsigned.fromAccount(null))
                ? unsigned
                : unsigned.naming(sought(String.valueOf(payment.named()), letters(sellers)));
    }

    /** See {@link Words#areOne}: of a text what it is matched by may be left, or what the log keeps of that. */
    static boolean areOne(PaymentFact first, PaymentFact second, Collection<String> sellers) {
        PaymentFact one = withoutAccount(first);
        PaymentFact other = withoutAccount(second);
        return Words.areOne(one, other, sellers)
                || Words.areOne(one, other, fact -> sought(fact, sellers))
                || Words.areOne(one, other, fact -> Words.without(sought(fact, sellers), sellers));
    }

    /** Under another master key an account has another mark. */
    private static PaymentFact withoutAccount(PaymentFact fact) {
        return fact instanceof PaymentReceived payment ? payment.fromAccount(null) : fact;
    }

    /**
     * Beside an end-to-end id a text of which nothing is kept leaves a trace: alone that would be all that is said. One
     * name that is left of a text is found as in the text: it is not the whole reference.
     */
    private static @Nullable String sought(String reference, Set<String> series) {
        SentText sent = SentText.of(reference);
        String sought = sent.kept(
                part -> {
                    String kept = soughtWords(part, series);
                    boolean isTrace = kept == null && sent.endToEnd() != null && unexplained(part) > 0;
                    return isTrace ? UNREADABLE : kept;
                },
                LONGEST);
        return sought != null && NumbersInText.isOneName(sought) ? BEHIND_WORDS + sought : sought;
    }

    /** Where more digits were left out than are known to be something else, a rule acts no more than on the whole. */
    private static @Nullable String soughtWords(String text, Set<String> series) {
        String kept = words(text, series);
        return kept != null && unexplained(kept) < unexplained(text) ? kept + OUT + UNREADABLE : kept;
    }

    private static long unexplained(String text) {
        return ReferenceFinder.unexplained(text)
                .text()
                .codePoints()
                .filter(Character::isDigit)
                .count();
    }

    /** What the numbers of documents begin with, word by word. */
    public static Set<String> letters(Collection<String> sellers) {
        Set<String> letters = new HashSet<>();
        sellers.stream()
                .flatMap(seller -> Arrays.stream(seller.split("-")))
                .forEach(word -> letters.add(ReferenceText.of(word).compact()));
        return letters;
    }

    private static String cutOut(String written) {
        String text = ReferenceText.of(written.replaceAll("[\\s\\h]+", " ")).text();
        text = LIKE_IBAN.matcher(withoutIbans(inOneWord(text))).replaceAll(OUT);
        for (Pattern other : OTHERS) {
            text = other.matcher(text).replaceAll(OUT);
        }
        return text;
    }

    /** Creditor references that stand there in fours, as pages print them; words may follow them. */
    private static String inOneWord(String text) {
        String valid = CREDITOR_REFERENCE.matcher(text).replaceAll(found -> {
            String written = found.group();
            for (int end = written.length(); end > 0; end = written.lastIndexOf(' ', end - 1)) {
                String compact = written.substring(0, end).replace(" ", "");
                if (CreditorReference.isValid(compact)) {
                    return compact + written.substring(end);
                }
            }
            return written;
        });
        // With wrong check digits it names nothing, and words of four letters behind it are not told from it.
        return CreditorReference.LIKE
                .matcher(valid)
                .replaceAll(found -> found.group().indexOf(' ') < 0 ? found.group() : OUT + UNREADABLE + OUT);
    }

    /** By their check digits; words may follow them. */
    private static String withoutIbans(String text) {
        StringBuilder rest = new StringBuilder();
        Matcher iban = IBAN.matcher(text);
        int at = 0;
        while (iban.find(at)) {
            int end = endOfIban(text, iban.start(), iban.end());
            rest.append(text, at, iban.start()).append(end > iban.start() ? OUT : text.charAt(iban.start()));
            at = Math.max(end, iban.start() + 1);
        }
        return rest.append(text, at, text.length()).toString();
    }

    /** Its start: none begins there. */
    private static int endOfIban(String text, int start, int most) {
        for (int end = most; end > start; end--) {
            boolean isWhole = end == most || text.charAt(end) == ' ';
            if (isWhole && CheckDigits.isIban(text.substring(start, end).replace(" ", ""))) {
                return end;
            }
        }
        return start;
    }

    /** Null: it stays with the bank. */
    private static @Nullable String kept(String word, Set<String> series) {
        String compact = new ReferenceText(word).compact();
        boolean digits = compact.codePoints().anyMatch(Character::isDigit);
        boolean letters = compact.codePoints().anyMatch(Character::isLetter);
        if (!digits) {
            return series.contains(compact) || OF_LISTS.contains(compact) ? word : null;
        }
        if (letters
                || compact.length() <= SHORT
                || NUMBER.matcher(compact).matches()
                || YEAR_AND_SEQUENCE.matcher(word).matches()) {
            return word;
        }
        return UNREADABLE;
    }
}
