package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The penalty calculator")
class PenaltyTest {

    @Test
    @DisplayName("prints days, interest and segments as JSON")
    void printsJson() throws IOException {
        Call call = Call.line("interest --principal 10000.00 --due 2026-06-20 --paid 2026-07-10 --rate ecb+10 --json");

        assertThat(call.status()).isZero();
        assertThat(json(call.out())).isEqualTo(json("""
            {"days": 20, "interest": "67.26", "segments": [
              {"from": "2026-06-21", "to": "2026-06-30", "days": 10, "base": "10000.00", "rate": "12.15",
               "amount": "33.29"},
              {"from": "2026-07-01", "to": "2026-07-10", "days": 10, "base": "10000.00", "rate": "12.40",
               "amount": "33.97"}]}
            """));
    }

    @ParameterizedTest(name = "{0} due {1}, {2}, at {3}: {4}")
    @CsvSource({
        "1850.00, 2026-05-16, --paid 2026-06-30, 15, 34.21",
        "1850.00, 2026-05-16, --paid 2026-06-30, legal*3, 17.93",
        "1850.00, 2026-05-16, --paid 2026-06-30, legal*1.5, 8.96",
        "1850.00, 2026-05-16, --paid 2026-06-30, legal*0.75, 4.48",
        "1850.00, 2026-05-16, --paid 2026-06-30, ecb+8-public, 23.15",
        "10000.00, 2026-06-20, --paid 2026-06-30, ecb+4.125, 17.19",
        "10000.00, 2026-06-20, --paid 2026-07-10, 0.975, 5.34",
        "10000.00, 2026-06-20, --paid 2026-07-10, 4.125, 22.60",
        "2400.00, 2026-01-01, --as-of 2026-01-31, 10.75, 21.21",
        "2400.00, 2026-01-01, --paid 2026-01-01, 10.75, 0.00",
        "2400.00, 2026-01-01, --paid 2025-12-20, 10.75, 0.00",
        "1000.00, 2026-01-01, --as-of 2026-12-31, legal-individual, 67.37",
    })
    @DisplayName("knows every kind of rate, to the cent")
    void knowsEveryRate(String principal, String due, String until, String rate, String interest) throws IOException {
        Call call = Call.line(
                "interest --principal " + principal + " --due " + due + " " + until + " --rate " + rate + " --json");

        assertThat(json(call.out()).path("interest").asText()).isEqualTo(interest);
    }

    @Test
    @DisplayName("shows a rate with all its decimals")
    void showsRatesWhole() {
        Call call = Call.line("interest --principal 1850.00 --due 2026-05-16 --paid 2026-06-30 --rate legal*1.5");

        assertThat(call.status()).isZero();
        assertThat(call.lines().getFirst()).isEqualTo("8.96 of interest on 1850.00 at legal*1.5, 45 days late");
        assertThat(Call.line("interest --principal 1000.00 --due 2026-01-01 --paid 2026-12-31 --rate 0.975")
                        .lines()
                        .get(2))
                .isEqualTo("2026-01-02  2026-12-31   364  1000.00  0.975      9.72  stipulated");
    }

    @Test
    @DisplayName("counts a partial payment from the day after it")
    void countsPartialPayments() {
        Call call = Call.line("interest --principal 2400.00 --due 2026-01-01 --as-of 2026-01-31 --rate 10.75"
                + " --payment 2026-01-20:100.00 --payment 2026-01-10:100.00");

        assertThat(call.lines())
                .containsExactly(
                        "20.26 of interest on 2400.00 at 10.75, 30 days late",
                        "from        to          days     base   rate  interest  source of the rate",
                        "2026-01-02  2026-01-10     9  2400.00  10.75      6.36  stipulated",
                        "2026-01-11  2026-01-20    10  2300.00  10.75      6.77  stipulated",
                        "2026-01-21  2026-01-31    11  2200.00  10.75      7.13  stipulated");
    }

    @Test
    @DisplayName("extrapolates no rate: it fails and names the semester")
    void extrapolatesNoRate() {
        Call call = Call.line("interest --principal 10.00 --due 2026-02-20 --rate legal --as-of 2027-02-20 --json");

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err()).startsWith("echeance: no statutory rate is known for 2027-S1");
        assertThat(call.out()).isEmpty();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
