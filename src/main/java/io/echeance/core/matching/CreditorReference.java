package io.echeance.core.matching;

import io.echeance.core.order.ReferenceText;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The structured reference of ISO 11649: {@code RF}, two check digits, one to 21 letters and digits. Of a document's
 * number it holds the seller's first four letters, year and sequence; of an order its letters and digits. A payer's
 * bank refuses one with a wrong digit, so what bears it finds its order.
 */
public final class CreditorReference {

    private static final Pattern FORM = Pattern.compile("RF\\d\\d[A-Z0-9]{1,21}");

    /** What looks like one, with right or wrong check digits: in one word, or in fours as pages print it. */
    static final Pattern LIKE = Pattern.compile(
            "(?<![A-Z0-9])RF\\d\\d" + "(?:[A-Z0-9]{5,21}|(?: [A-Z0-9]{4}){1,5}(?: [A-Z0-9]{1,3})?)(?![A-Z0-9])");

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int HEAD = 4;
    private static final int RADIX = 36;
    private static final int NINETY_EIGHT = 98;

    private CreditorReference() {}

    /**
     * The reference that a payer gives.
     *
     * @param name number of a document, or an order
     * @return empty: the name has more than 21 letters and digits, or others than A to Z
     */
    public static Optional<String> of(String name) {
        String body = bodyOf(name);
        int check = NINETY_EIGHT - remainder(body + "RF00");
        return Optional.of((check < 10 ? "RF0" : "RF") + check + body).filter(CreditorReference::isValid);
    }

    /** @param compact without blanks */
    public static boolean isValid(String compact) {
        return FORM.matcher(compact).matches() && remainder(compact.substring(HEAD) + compact.substring(0, HEAD)) == 1;
    }

    /** Whether a text is one of a document, with wrong check digits: what it seems to be about may be another's. */
    static boolean isDamaged(String written) {
        String text = ReferenceText.of(written).text().strip();
        String compact = text.replace(" ", "");
        return LIKE.matcher(text).matches() && ReferenceText.isNumber(compact) && !isValid(compact);
    }

    /** Of the division by 97, each letter taken for its two digits (A 10 to Z 35); ISO 7064. */
    private static int remainder(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(character -> digits.append(Math.max(0, Character.digit(character, RADIX))));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }

    /** What it is about. */
    static String body(String compact) {
        return compact.substring(HEAD);
    }

    /** What a reference to an order or a document would be about. */
    static String bodyOf(String name) {
        String compact = ReferenceText.of(name).compact();
        if (!ReferenceText.isNumber(name)) {
            return compact;
        }
        String letters =
                compact.substring(0, compact.length() - ReferenceText.key(name).length());
        return letters.substring(0, Math.min(HEAD, letters.length())) + ReferenceText.key(name);
    }
}
