package io.echeance.bank;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A French account as CFONB has it: bank, branch and number. Its key (<i>clé RIB</i>) is 97 less 89 times the bank, 15
 * times the branch and 3 times the number, modulo 97; letters of the number stand for digits there.
 *
 * @param bank five digits
 * @param branch five digits
 * @param number eleven digits or letters
 */
record Rib(String bank, String branch, String number) {

    private static final Pattern WHOLE = Pattern.compile("\\d{10}[0-9A-Z]{11}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final String FRANCE = "1527";

    /** The IBAN that is made of it; where that cannot be, the three parts. */
    String iban() {
        String parts = (bank + branch + number).toUpperCase(Locale.ROOT);
        if (!WHOLE.matcher(parts).matches()) {
            return String.join(" ", bank, branch, number).strip();
        }
        String account = parts + "%02d".formatted(key());
        StringBuilder digits = new StringBuilder();
        account.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        int remainder = modulo(digits + FRANCE + "00");
        return "FR%02d%s".formatted(98 - remainder, account);
    }

    private int key() {
        StringBuilder digits = new StringBuilder();
        for (char character : number.toUpperCase(Locale.ROOT).toCharArray()) {
            digits.append(digit(character));
        }
        return 97 - (89 * modulo(bank) + 15 * modulo(branch) + 3 * modulo(digits.toString())) % 97;
    }

    /** A and J are 1, B, K and S are 2 … I, R and Z are 9. */
    private static int digit(char character) {
        if (character <= '9') {
            return character - '0';
        }
        int place = character - 'A';
        return (place < 18 ? place % 9 : place % 9 + 1) + 1;
    }

    private static int modulo(String digits) {
        return new BigInteger(digits).mod(NINETY_SEVEN).intValue();
    }
}
