package io.echeance.console;

import io.echeance.core.invoice.Language;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All that a page says in one language: sentences by key, amounts, days. Domain words are those of the glossary. */
public final class Words {

    /** The first one where nobody says which. */
    static final List<String> LANGUAGES = List.of("en", "fr");

    private static final char NARROW_NO_BREAK = '\u202f';
    private static final char NO_BREAK = '\u00a0';
    private static final char MINUS = '\u2212';
    private static final Pattern ECB = Pattern.compile("ECB (\\S+) [+] (\\d+(?:[.]\\d+)?)");
    private static final String ALONE = "(?<![\\w\"/.+-])%s(?![\\w\"/+-])";
    private static final Pattern DAY = Pattern.compile(ALONE.formatted("\\d{4}-\\d\\d-\\d\\d"));
    private static final Pattern AMOUNT = Pattern.compile(ALONE.formatted("\\d{1,15}[.]\\d\\d"));
    private static final Pattern LEGAL =
            Pattern.compile("(?:(\\d+) x )?legal rate (of private individuals )?(\\d{4}-S\\d)");
    private static final Words ENGLISH = new Words("en");
    private static final Map<String, Words> ALL = Map.of("en", ENGLISH, "fr", new Words("fr"));

    private final Locale locale;
    private final Properties sentences = new Properties();
    private final DateTimeFormatter day;

    private Words(String language) {
        locale = Locale.forLanguageTag(language);
        day = DateTimeFormatter.ofPattern("d MMM uuuu", locale);
        try (InputStream file = Words.class.getResourceAsStream("/console/messages_" + language + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("no words in " + language);
            }
            sentences.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** English where there are no words in that one. */
    public static Words in(String language) {
        Words words = ALL.get(language);
        return words == null ? ENGLISH : words;
    }

    public String language() {
        return locale.getLanguage();
    }

    public boolean knows(String key) {
        return sentences.containsKey(key);
    }

    /** The sentence of a key; {0}, {1}… stand for what is passed. */
    public String say(String key, Object... parts) {
        String sentence = sentences.getProperty(key, "?" + key + "?");
        for (int n = 0; n < parts.length; n++) {
            sentence = sentence.replace("{" + n + "}", String.valueOf(parts[n]));
        }
        return sentence;
    }

    /** A word for a constant of the domain, such as a hold's reason; a day as days are written; else itself. */
    public String word(String kind, @Nullable Object constant) {
        String key = kind + "." + constant;
        String itself = String.valueOf(constant);
        return knows(key) ? say(key) : isDay(itself) ? date(LocalDate.parse(itself)) : itself;
    }

    private static boolean isDay(String text) {
        try {
            return text.length() == 10 && text.equals(LocalDate.parse(text).toString());
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** What is said in both languages already. */
    public String said(Sentence sentence) {
        return Language.of(language()).in(sentence);
    }

    /** A sentence with its days and amounts as people write them; what is quoted, or part of an id, stays. */
    public String written(String sentence) {
        String days = DAY.matcher(sentence)
                .replaceAll(found -> isDay(found.group()) ? date(LocalDate.parse(found.group())) : found.group());
        return AMOUNT.matcher(days).replaceAll(found -> Matcher.quoteReplacement(money(Money.of(found.group()))));
    }

    /** With one form for one, another for any other number. */
    public String count(String key, long n) {
        boolean one = locale.getLanguage().equals("fr") ? n < 2 : n == 1;
        return say(key + (one ? ".one" : ".many"), number(n));
    }

    public String number(long n) {
        return new DecimalFormat("#,##0", symbols()).format(n);
    }

    public String money(Money amount) {
        String digits = new DecimalFormat("#,##0.00", symbols())
                .format(amount.toBigDecimal().abs());
        String sign = amount.isNegative() ? String.valueOf(MINUS) : "";
        return locale.getLanguage().equals("fr") ? sign + digits + NO_BREAK + "€" : sign + "€" + digits;
    }

    /** An amount in a field, as people of the language write it; what is no amount of ours stays as it was entered. */
    public String typed(String amount) {
        return locale.getLanguage().equals("fr") && amount.matches("-?\\d+[.]\\d\\d")
                ? amount.replace('.', ',')
                : amount;
    }

    /** With a sign in any case: what something changes. */
    public String change(Money amount) {
        return (amount.isPositive() ? "+" : "") + money(amount);
    }

    public String percent(Percent percent) {
        String digits = new DecimalFormat("0.######", symbols()).format(percent.value());
        return locale.getLanguage().equals("fr") ? digits + NO_BREAK + "%" : digits + "%";
    }

    public String date(LocalDate date) {
        return day.format(date);
    }

    /** Under a drawing: the month, with its year in January. */
    public String month(LocalDate day) {
        return DateTimeFormatter.ofPattern(day.getMonthValue() == 1 ? "MMM uuuu" : "MMM", locale)
                .format(day);
    }

    /** A month with its year. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(month);
    }

    /** A step of a ladder by its days: {@code d+30}. */
    public String step(String id) {
        String days = id.replaceFirst("^d", "");
        return days.matches("[+-]\\d+") ? say("step.day") + days.replace('-', MINUS) : id;
    }

    /** Where a rate comes from, as explanations name it; several are separated by commas. */
    public String source(String source) {
        List<String> said = new ArrayList<>();
        for (String one : source.split(", ")) {
            Matcher ecb = ECB.matcher(one);
            Matcher legal = LEGAL.matcher(one);
            if (ecb.matches()) {
                said.add(say("source.ecb", ecb.group(1), percent(Percent.of(ecb.group(2)))));
            } else if (legal.matches()) {
                String key = legal.group(2) != null
                        ? "source.individual"
                        : legal.group(1) == null ? "source.legal" : "source.times";
                said.add(say(key, legal.group(3), String.valueOf(legal.group(1))));
            } else {
                said.add(word("source", one));
            }
        }
        return String.join(", ", said);
    }

    private DecimalFormatSymbols symbols() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        if (locale.getLanguage().equals("fr")) {
            symbols.setGroupingSeparator(NARROW_NO_BREAK);
        }
        return symbols;
    }
}
