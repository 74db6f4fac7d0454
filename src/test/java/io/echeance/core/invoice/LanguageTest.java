package io.echeance.core.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How amounts, rates and days are written. Spaces that do not break stand as {@code _}. */
class LanguageTest {

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0.00           | 0,00_€              | €0.00",
                "40.00          | 40,00_€             | €40.00",
                "999.99         | 999,99_€            | €999.99",
                "1000.00        | 1_000,00_€          | €1,000.00",
                "-1234.50       | -1_234,50_€         | €-1,234.50",
                "-999.00        | -999,00_€           | €-999.00",
                "1234567.89     | 1_234_567,89_€      | €1,234,567.89",
            })
    void amounts(String amount, String french, String english) {
        Money money = Money.of(amount);
        assertThat(visible(Language.FR.money(money))).isEqualTo(french);
        assertThat(visible(Language.EN.money(money))).isEqualTo(english);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {"10.75 | 10,75_% | 10.75%", "20.00 | 20_% | 20%", "0.00 | 0_% | 0%"})
    void rates(String rate, String french, String english) {
        assertThat(visible(Language.FR.percent(Percent.of(rate)))).isEqualTo(french);
        assertThat(visible(Language.EN.percent(Percent.of(rate)))).isEqualTo(english);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "2026-08-01, 1er août 2026, 1 August 2026",
        "2026-12-31, 31 décembre 2026, 31 December 2026",
        "2026-02-11, 11 février 2026, 11 February 2026"
    })
    void days(LocalDate day, String french, String english) {
        assertThat(Language.FR.day(day)).isEqualTo(french);
        assertThat(Language.EN.day(day)).isEqualTo(english);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({"0, 0 avoir, 0 credit notes", "1, 1 avoir, 1 credit note", "2, 2 avoirs, 2 credit notes"})
    void counts(int count, String french, String english) {
        assertThat(Language.FR.count(count, "avoir", "avoirs")).isEqualTo(french);
        assertThat(Language.EN.count(count, "credit note", "credit notes")).isEqualTo(english);
    }

    @Test
    void moments() {
        LocalDateTime moment = LocalDateTime.of(2026, 8, 1, 9, 5, 0);
        assertThat(Language.FR.moment(moment)).isEqualTo("1er août 2026 à 09:05:00");
        assertThat(Language.EN.moment(moment)).isEqualTo("1 August 2026 at 09:05:00");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"fr, FR", "FR, FR", "en, EN", "de, EN"})
    void whoReadsNoFrenchGetsEnglish(String code, Language language) {
        assertThat(Language.of(code)).isEqualTo(language);
    }

    private static String visible(String text) {
        return text.replaceAll("[\u00A0\u202F]", "_");
    }
}
