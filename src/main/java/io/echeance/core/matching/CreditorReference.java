package io.echeance.core.matching;

import io.echeance.core.order.ReferenceText;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * The structured reference of ISO 11649: {@code RF}, two check digits, one to 21 letters and digits. Of a document's
 * number it holds the seller's first four letters, year and sequence; of an order its letters and digits.
 */
final class CreditorReference {

    private static final Pattern FORM = Pattern.compile("RF\\d\\d[A-Z0-9]{1,21}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int HEAD = 4;
    private static final int RADIX = 36;

    private CreditorReference() {}

    static boolean isValid(String compact) {
        if (!FORM.matcher(compact).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        for (char character : (compact.substring(HEAD) + compact.substring(0, HEAD)).toCharArray()) {
            digits.append(Character.digit(character, RADIX));
        }
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
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
