package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.Sentence;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What speaks for a proposal")
class LeadSentencesTest {

    @Test
    @DisplayName("is said in French as in English, with the same ids, days and amounts")
    void isSaidInBoth() {
        UsualPayer once = new UsualPayer("ANN", "2606", 1, LocalDate.of(2026, 3, 2));

        assertThat(once.sentence())
                .isEqualTo(new Sentence(
                        "le compte finissant par 2606 a déjà payé pour ANN, une fois, la dernière le 2026-03-02",
                        "the account ending 2606 paid for ANN before, once, last on 2026-03-02"));
        assertThat(LeadSentences.nobodyElse(Money.of("40.00"), true))
                .isEqualTo(new Sentence(
                        "personne d’autre ne doit 40.00 en ce moment", "nobody else owes 40.00 at this time"));
    }
}
