package io.echeance.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.AnOrder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The grounds of what is said")
class ClausesTest {

    @ParameterizedTest(name = "{1} of {0}, {2}: {3}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        technolowgic | RECOVERY_FEE | - | - | technolowgic, art. 5.3
        hexagone-initial | WITHDRAWAL | - | - | Code de la consommation, L221-18 and L221-24 (at distance)
        hexagone-initial | WITHDRAWAL | half | - | Code de la consommation, L221-18 and L221-24 (at distance); half
        hexagone-initial | WITHDRAWAL | half | REFUND_AFTER_WITHDRAWAL | half; C. conso., L221-24
        """)
    void areTheClauseThenHowItComesAboutThenTheArticles(
            String terms, TermsRule rule, String how, Basis article, String expected) {
        Clauses clauses =
                new Clauses(AnOrder.of(terms, "2026-01-15").asOf("2026-03-01").terms());
        Basis[] articles = article == null ? new Basis[0] : new Basis[] {article};

        assertThat(String.join("; ", how == null ? clauses.of(rule, articles) : clauses.of(rule, how, articles)))
                .isEqualTo(expected);
    }
}
