package io.echeance.core.invoice;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Sentence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that documents and letters are written in, and how each writes amounts, rates and days. */
public enum Language {
    FR("fr", ',', '\u202F', "d MMMM uuuu", Locale.FRENCH) {
        @Override
        public String in(String french, String english) {
            return french;
        }

        @Override
        public String money(Money amount) {
            return number(amount) + "\u00A0€";
        }
    },
    EN("en", '.', ',', "d MMMM uuuu", Locale.ENGLISH) {
        @Override
        public String in(String french, String english) {
            return english;
        }

        @Override
        public String money(Money amount) {
            return "€" + number(amount);
        }
    };

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final String code;
    private final char decimalMark;
    private final char groupMark;
    private final DateTimeFormatter days;

    Language(String code, char decimalMark, char groupMark, String days, Locale locale) {
        this.code = code;
        this.decimalMark = decimalMark;
        this.groupMark = groupMark;
        this.days = DateTimeFormatter.ofPattern(days, locale);
    }

    /** French for those who read it, English for all others. */
    public static Language of(String code) {
        return code.equalsIgnoreCase(FR.code) ? FR : EN;
    }

    /** Empty: none of ours is called so. */
    public static Optional<Language> named(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** ISO 639-1. */
    public String code() {
        return code;
    }

    /** Chooses between two wordings of the same. */
    public abstract String in(String french, String english);

    /** What a person is told, in this one. */
    public String in(Sentence said) {
        return in(said.french(), said.english());
    }

    /** With its currency: {@code 1 234,50 €}, {@code €1,234.50}. */
    public abstract String money(Money amount);

    /** Without its currency: {@code 1 234,50}, {@code 1,234.50}. */
    public String number(Money amount) {
        String plain = amount.toString();
        int point = plain.length() - 3;
        StringBuilder number = new StringBuilder(plain).replace(point, point + 1, String.valueOf(decimalMark));
        int first = plain.startsWith("-") ? 1 : 0;
        for (int at = point - 3; at > first; at -= 3) {
            number.insert(at, groupMark);
        }
        return number.toString();
    }

    /** {@code 10,75 %}, {@code 10.75%}; no decimals where they are zero. */
    public String percent(Percent rate) {
        String plain = rate.value().stripTrailingZeros().toPlainString().replace('.', decimalMark);
        return plain + in("\u00A0%", "%");
    }

    /** {@code 1,5}, {@code 1.5}: as many decimals as it has. */
    public String factor(BigDecimal factor) {
        return factor.toPlainString().replace('.', decimalMark);
    }

    /** {@code 5 mars 2026}, {@code 5 March 2026}; the first of a month is {@code 1er} in French. */
    public String day(LocalDate day) {
        String written = day.format(days);
        return this == FR && day.getDayOfMonth() == 1 ? written.replaceFirst("1 ", "1er ") : written;
    }

    /** {@code 5 mars 2026 à 14:05:09}, {@code 5 March 2026 at 14:05:09}. */
    public String moment(LocalDateTime moment) {
        return day(moment.toLocalDate()) + in(" à ", " at ") + CLOCK.format(moment);
    }

    /** {@code 0 facture}, {@code 2 factures}; {@code 0 invoices}, {@code 1 invoice}. */
    public String count(long count, String one, String many) {
        return count + " " + (count == 1 || (count == 0 && this == FR) ? one : many);
    }
}
