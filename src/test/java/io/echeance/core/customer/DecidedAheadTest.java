package io.echeance.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.admission.CustomerAdmission;
import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.order.Rejection.Reason;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A decision about a customer")
class DecidedAheadTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 2);

    @Test
    @DisplayName("is not taken ahead of its day: it would beat what somebody decides meanwhile, knowing nothing of it")
    void isNotTakenAhead() {
        StandingDecided refused = refused("they had called");

        assertThat(CustomerAdmission.ahead(refused, DAY)).isNull();
        assertThat(CustomerAdmission.ahead(refused, DAY.plusDays(40)))
                .as("late")
                .isNull();
        assertThat(CustomerAdmission.ahead(refused, DAY.minusDays(1)))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED));
    }

    @Test
    @DisplayName("has no half of a character in what was typed")
    void hasNoHalfOfACharacter() {
        assertThat(CustomerAdmission.refusal(refused("they \ud83d\ude00 had called")))
                .isNull();
        assertThat(CustomerAdmission.refusal(refused("they \ud83d had called")))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED));
    }

    private static StandingDecided refused(String reason) {
        return new StandingDecided(
                "f",
                "technolowgic",
                "MISTRAL",
                DAY,
                StandingKind.SURCHARGE_PROPOSED,
                DecisionOutcome.REFUSED,
                reason,
                "ann",
                null,
                List.of(),
                null,
                null);
    }
}
