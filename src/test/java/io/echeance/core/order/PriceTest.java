package io.echeance.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderLine.LineKind;
import io.echeance.core.terms.VatRate;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A price by kind of line and rate")
class PriceTest {

    private static final String MIXED = "TUITION 1900.00, TUITION 120.50 REDUCED, TRAVEL 80.00 INTERMEDIATE";

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "TUITION 1000.00, TUITION 50.00                        | TUITION 1050.00",
                "TUITION 1000.00 STANDARD                              | TUITION 1000.00",
                "TUITION 1000.00, TUITION 50.00 REDUCED                | TUITION 1000.00, TUITION 50.00 REDUCED",
                "TUITION 1000.00, TUITION -100.00                      | TUITION 900.00",
                "TUITION 100.00, TRAVEL 80.00, TUITION -120.00         | TRAVEL 60.00",
                "TUITION 100.00, TRAVEL 80.00, TRAVEL -120.00          | TUITION 60.00",
                "TUITION 100.00, APPLICATION_FEE -30.00                | TUITION 70.00",
                "TUITION 100.00, TUITION 50.00 REDUCED, TUITION -50.00 REDUCED | TUITION 100.00"
            })
    void addsUpLinesAndTakesDiscountsFromTheirRate(String lines, String expected) {
        assertThat(text(price(lines))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "the first {0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0.00    | ''",
                "777.77  | TUITION 731.38, TUITION 46.39 REDUCED", // 777.77 x 1900 / 2020.50 = 731.385, half up later
                "2020.50 | TUITION 1900.00, TUITION 120.50 REDUCED",
                "2050.50 | TUITION 1900.00, TUITION 120.50 REDUCED, TRAVEL 30.00 INTERMEDIATE",
                "2100.50 | TUITION 1900.00, TUITION 120.50 REDUCED, TRAVEL 80.00 INTERMEDIATE"
            })
    void isTakenFromTuitionFirstOfEachRateInProportion(String amount, String expected) {
        assertThat(text(price(MIXED).first(Money.of(amount)))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of it is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5  | TUITION 950.00, TUITION 60.25 REDUCED, TRAVEL 40.00 INTERMEDIATE",
                "0.33 | TUITION 627.00, TUITION 39.77 REDUCED, TRAVEL 26.40 INTERMEDIATE", // 693.165 is 693.17
                "1    | TUITION 1900.00, TUITION 120.50 REDUCED, TRAVEL 80.00 INTERMEDIATE"
            })
    void aShareTakesOfEachRateByLargestRemainder(BigDecimal share, String expected) {
        assertThat(text(price(MIXED).share(share))).isEqualTo(expected);
    }

    @Test
    void noPartFallsWhenTheSharesBeforeItGrow() {
        Price price = price("TUITION 0.07, TUITION 0.05 REDUCED, TUITION 0.03 INTERMEDIATE, TRAVEL 0.02");
        Price before = Price.NOTHING;
        for (long cents = 1; cents <= 17; cents++) {
            Price first = price.first(Money.ofCents(cents));
            assertThat(first.total()).isEqualTo(Money.ofCents(cents));
            assertThat(first.minus(before).parts().values()).containsExactly(Money.ofCents(1));
            before = first;
        }
        assertThat(before).isEqualTo(price);
    }

    private static Price price(String lines) {
        List<OrderLine> read = Arrays.stream(lines.split(", *"))
                .map(line -> line.strip().split(" +"))
                .map(words -> new OrderLine(
                        LineKind.valueOf(words[0]),
                        "",
                        Money.of(words[1]),
                        words.length == 3 ? VatRate.valueOf(words[2]) : null))
                .toList();
        return Price.of(read);
    }

    private static String text(Price price) {
        return price.parts().entrySet().stream()
                .map(part -> part.getKey().kind() + " " + part.getValue()
                        + (part.getKey().rate() == VatRate.STANDARD
                                ? ""
                                : " " + part.getKey().rate()))
                .collect(Collectors.joining(", "));
    }
}
