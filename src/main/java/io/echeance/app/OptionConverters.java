package io.echeance.app;

import io.echeance.core.invoice.Language;
import io.echeance.core.lateness.Calculator;
import io.echeance.core.money.Money;
import io.echeance.core.terms.RateRule;
import io.echeance.core.terms.WrittenRate;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a user writes for an option, read; if it cannot be read, the sentence that says how to write it. */
final class OptionConverters {

    private OptionConverters() {}

    static final class Date implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return date(text);
        }
    }

    static final class Amount implements ITypeConverter<Money> {
        @Override
        public Money convert(String text) {
            return amount(text);
        }
    }

    /** What a month came to: perhaps nothing. */
    static final class Total implements ITypeConverter<Money> {
        @Override
        public Money convert(String text) {
            return total(text);
        }
    }

    static final class Month implements ITypeConverter<YearMonth> {
        @Override
        public YearMonth convert(String text) {
            try {
                return YearMonth.parse(text);
            } catch (DateTimeException noMonth) {
                throw new TypeConversionException("'" + text + "' is not a month, write it like 2026-10");
            }
        }
    }

    static final class Rate implements ITypeConverter<RateRule> {
        @Override
        public RateRule convert(String text) {
            try {
                return WrittenRate.parse(text);
            } catch (IllegalArgumentException noRate) {
                throw new TypeConversionException(
                        "'" + text + "' is not a valid rate, write it like " + WrittenRate.EXAMPLES);
            }
        }
    }

    /** Who does something: it is kept for whoever asks later. */
    static final class Name implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.isBlank()) {
                throw new TypeConversionException("'" + text + "' is nobody's name, say who does it");
            }
            return text;
        }
    }

    /** Of the calendar. */
    static final class Year implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.matches("[1-9]\\d{3}")) {
                return Integer.valueOf(text);
            }
            throw new TypeConversionException("'" + text + "' is not a year, write it like 2026");
        }
    }

    /** {@code DATE:AMOUNT}. */
    static final class PartialPayment implements ITypeConverter<Calculator.PartialPayment> {
        @Override
        public Calculator.PartialPayment convert(String text) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw new TypeConversionException("'" + text + "' is not DATE:AMOUNT, write it like 2026-06-30:500.00");
            }
            return new Calculator.PartialPayment(date(text.substring(0, colon)), amount(text.substring(colon + 1)));
        }
    }

    /** Of what is written for people. */
    static final class Spoken implements ITypeConverter<Language> {
        @Override
        public Language convert(String text) {
            return Language.named(text)
                    .orElseThrow(
                            () -> new TypeConversionException("'" + text + "' is no language that we write: fr or en"));
        }
    }

    /** That of the terminal. */
    static Language terminal() {
        return Language.of(Locale.getDefault(Locale.Category.DISPLAY).getLanguage());
    }

    /** How many a second; 0 is no limit. */
    static final class Speed implements ITypeConverter<BigDecimal> {
        @Override
        public BigDecimal convert(String text) {
            if (text.matches("\\d{1,6}([.]\\d{1,3})?")) {
                return new BigDecimal(text);
            }
            throw new TypeConversionException("'" + text + "' is not a speed, write it like 1 or 0.5; 0 is full speed");
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw new TypeConversionException("'" + text + "' is not a date, write it like 2026-06-30");
        }
    }

    /** A positive amount. */
    private static Money amount(String text) {
        Money amount = total(text);
        if (amount.isPositive()) {
            return amount;
        }
        throw new TypeConversionException("'" + text + "' is not above 0.00");
    }

    private static Money total(String text) {
        try {
            if (text.matches("-?\\d+([.]\\d{1,2})?")) {
                return Money.of(text);
            }
        } catch (ArithmeticException tooLarge) {
            throw new TypeConversionException("'" + text + "' is more than anybody owes");
        }
        throw new TypeConversionException(
                "'" + text + "' is not an amount, write it with a point and at most two decimals, like 2400.00");
    }
}
