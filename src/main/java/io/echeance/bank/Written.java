package io.echeance.bank;

import io.echeance.bank.RefusedFile.Cause;
import io.echeance.core.admission.Bounds;
import io.echeance.core.money.Money;
import io.echeance.core.order.CheckDigits;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts, dates, accounts and texts as banks write them. */
final class Written {

    /** Characters that are read of a text, twice as many as ISO 20022 has for any; the rest stays in the file. */
    static final int LONGEST = Bounds.TEXT;

    /** Under a hundred thousand million euros: what a file can hold of such amounts has a sum. */
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,11})(?:[.,](\\d{0,2})0*)?");

    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)(?:[T Z+-].*)?");
    private static final Pattern BLANK = Pattern.compile("[\\s\\h\\p{Cc}]+");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d\\d[A-Z0-9]{11,30}");

    private Written() {}

    /** Without a sign. */
    static Money amount(String text, String place) throws RefusedFile {
        Matcher amount = AMOUNT.matcher(text.strip());
        if (!amount.matches()) {
            throw malformed(place, "'" + shown(text) + "' is no amount of euros and cents");
        }
        String cents = amount.group(2) == null ? "" : amount.group(2);
        return Money.ofCents(Long.parseLong(amount.group(1) + cents + "0".repeat(2 - cents.length())));
    }

    static Money signed(Money amount, boolean isCredit) {
        return isCredit ? amount : Money.ZERO.minus(amount);
    }

    /** The day as it is written; the hour and the zone behind it are left aside. */
    static LocalDate day(String text, String place) throws RefusedFile {
        Matcher day = DAY.matcher(text.strip());
        if (!day.matches()) {
            throw malformed(place, "'" + shown(text) + "' is no date");
        }
        return day(day.group(1), day.group(2), day.group(3), place);
    }

    static LocalDate day(String year, String month, String day, String place) throws RefusedFile {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException none) {
            throw malformed(place, "there is no day " + year + "-" + month + "-" + day);
        }
    }

    static RefusedFile malformed(String place, String sentence) {
        return new RefusedFile(Cause.MALFORMED, place, sentence);
    }

    static RefusedFile missing(String place, String what) {
        return new RefusedFile(Cause.MISSING, place, what + " is missing");
    }

    static void requireEuro(@Nullable String currency, String place) throws RefusedFile {
        if (!Money.EURO.getCurrencyCode().equals(currency)) {
            throw new RefusedFile(
                    Cause.OTHER_CURRENCY,
                    place,
                    "the currency is " + (currency == null ? "not said" : shown(currency)) + ": only EUR is taken");
        }
    }

    /** On one line; null: there is nothing in it. */
    static @Nullable String text(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String text = BLANK.matcher(written).replaceAll(" ").strip();
        return text.isEmpty() ? null : text;
    }

    /** An IBAN without its blanks if it is one; else the text. */
    static String account(String written) {
        String compact = BLANK.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
        return isIban(compact) ? compact : String.valueOf(text(written));
    }

    static boolean isIban(String compact) {
        return IBAN.matcher(compact).matches() && CheckDigits.isIban(compact);
    }

    /** Enough of it to find it again. */
    static String shown(String text) {
        String line = BLANK.matcher(text).replaceAll(" ").strip();
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }
}
