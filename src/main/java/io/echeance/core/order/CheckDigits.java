package io.echeance.core.order;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that carry digits by which a slip of the pen shows. */
public final class CheckDigits {

    private static final Pattern SIREN = Pattern.compile("\\d{9}");
    private static final Pattern FRENCH_VAT = Pattern.compile("FR(\\w\\w)(\\d{9})");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private CheckDigits() {}

    /** Luhn's: from the right, every second digit doubled, the digits of all add up to tens. */
    public static boolean isSiren(String text) {
        if (!SIREN.matcher(text).matches()) {
            return false;
        }
        int sum = 0;
        for (int n = 0; n < text.length(); n++) {
            int digit = text.charAt(text.length() - 1 - n) - '0';
            int weighed = n % 2 == 0 ? digit : 2 * digit;
            sum += weighed / 10 + weighed % 10;
        }
        return sum % 10 == 0;
    }

    /**
     * The key of a French VAT number is 12 and three times the SIREN, modulo 97; keys with letters have no public rule.
     * Numbers of other countries are taken as they are, if they begin with the country.
     */
    public static boolean isVatNumber(String text) {
        if (!text.startsWith("FR")) {
            return text.matches("[A-Z]{2}.{2,}");
        }
        Matcher number = FRENCH_VAT.matcher(text);
        if (!number.matches()) {
            return false;
        }
        String key = number.group(1);
        long siren = Long.parseLong(number.group(2));
        return !DIGITS.matcher(key).matches() || Integer.parseInt(key) == (12 + 3 * (siren % 97)) % 97;
    }

    /** ISO 13616: the first four characters put last, letters read as 10 to 35, the rest modulo 97 is 1. */
    public static boolean isIban(String text) {
        String iban = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!IBAN.matcher(iban).matches()) {
            return false;
        }
        StringBuilder number = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> number.append(Character.digit(c, 36)));
        return new BigInteger(number.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }
}
