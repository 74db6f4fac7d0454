package io.echeance.bank;

import io.echeance.bank.Movement.Counterparty;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The account of the other side in {@code :86:}: where the bank marks it as one, in subfield {@code ?31} or {@code
 * ?38}, or behind {@code /IBAN/}, {@code /ACC/} or {@code /CNTP/}. An IBAN anywhere else is a word of the text.
 */
final class Mt940Party {

    private static final Pattern MARKED =
            Pattern.compile("(?:\\?3[18]|/IBAN/|/ACC/|/CNTP/)\\s*([A-Z]{2}\\d\\d(?: ?[A-Z0-9]){11,30})(?![A-Z0-9])");

    private Mt940Party() {}

    /**
     * Null: it is not said, or it is the holder's.
     *
     * @param text on one line
     */
    static @Nullable Counterparty in(String text, String holder) {
        Matcher marked = MARKED.matcher(text);
        while (marked.find()) {
            String iban = iban(marked.group(1));
            if (iban != null && !iban.equals(holder)) {
                return new Counterparty(null, iban, null);
            }
        }
        return null;
    }

    /** A blank may be where the bank cut the line; words may follow behind one. */
    private static @Nullable String iban(String written) {
        for (int end = written.length(); end > 0; end = written.lastIndexOf(' ', end - 1)) {
            String compact = written.substring(0, end).replace(" ", "");
            if (Written.isIban(compact)) {
                return compact;
            }
        }
        return null;
    }
}
