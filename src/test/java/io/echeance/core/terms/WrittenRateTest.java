package io.echeance.core.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.money.Percent;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenRateTest {

    @Test
    void each_kind_of_rate_has_its_word() {
        assertThat(WrittenRate.parse("10.75")).isEqualTo(new RateRule.Stipulated(Percent.of("10.75")));
        assertThat(WrittenRate.parse("legal")).isEqualTo(new RateRule.Legal(1));
        assertThat(WrittenRate.parse("legal*3")).isEqualTo(new RateRule.Legal(3));
        assertThat(WrittenRate.parse("legal*1.5")).isEqualTo(new RateRule.Legal(new BigDecimal("1.50")));
        assertThat(WrittenRate.parse("0.975")).isEqualTo(new RateRule.Stipulated(Percent.of("0.975")));
        assertThat(WrittenRate.parse("legal-individual")).isEqualTo(new RateRule.LegalIndividual());
        assertThat(WrittenRate.parse("ecb+10")).isEqualTo(new RateRule.Ecb(Percent.of("10")));
        assertThat(WrittenRate.parse("ecb+8-public")).isEqualTo(new RateRule.EcbPublicBuyer(Percent.of("8")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.75",
                "legal",
                "legal*3",
                "legal*1.5",
                "legal*0.25",
                "0.975",
                "4.125",
                "ecb+7.125",
                "legal-individual",
                "ecb+10",
                "ecb+8.5",
                "ecb+8-public"
            })
    void a_rate_is_written_as_it_was_read(String written) {
        assertThat(WrittenRate.of(WrittenRate.parse(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10,75",
                "10.7555",
                "-1",
                "legal*0",
                "legal*0.00",
                "legal*1.555",
                "legal*",
                "ecb",
                "ecb-8",
                "legal-individual*2",
                "12 %"
            })
    void anything_else_is_refused(String written) {
        assertThatThrownBy(() -> WrittenRate.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(WrittenRate.EXAMPLES);
    }
}
