package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.StandingKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A customer of whom somebody is about to decide")
class KnownCustomerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 2);
    private static final StandingDecided LATE = refused("late", TODAY.minusDays(1), StandingKind.BLOCK_PROPOSED);
    private static final StandingDecided FIRST = refused("first", TODAY, StandingKind.BLOCK_PROPOSED);
    private static final StandingDecided OTHER = refused("other", TODAY, StandingKind.SURCHARGE_PROPOSED);
    private static final StandingDecided SECOND = refused("second", TODAY, StandingKind.BLOCK_PROPOSED);

    @Test
    @DisplayName("was decided about since the close, whatever day that decision names")
    void wasDecidedAboutSinceTheClose() {
        KnownCustomer known = new KnownCustomer(true, List.of(), List.of(LATE), List.of("late"));

        assertThat(known.standing(FIRST)).contains(LATE);
        assertThat(known.standing(OTHER)).isEmpty();
        assertThat(new KnownCustomer(true, List.of(), List.of(LATE), List.of()).standing(FIRST))
                .as("before the close")
                .isEmpty();
    }

    @Test
    @DisplayName("has a decision that another one about the same has replaced")
    void hasADecisionThatIsReplaced() {
        KnownCustomer known =
                new KnownCustomer(true, List.of(), List.of(LATE, FIRST, OTHER, SECOND), List.of("other", "second"));

        assertThat(known.replacing("first")).contains(SECOND);
        assertThat(known.replacing("second")).isEmpty();
        assertThat(known.replacing("other")).isEmpty();
        assertThat(known.replacing("unheard of")).isEmpty();
    }

    private static StandingDecided refused(String factId, LocalDate on, StandingKind kind) {
        return new StandingDecided(
                factId,
                "technolowgic",
                "MISTRAL",
                on,
                kind,
                DecisionOutcome.REFUSED,
                "they had called",
                "ann",
                null,
                List.of(),
                null,
                null);
    }
}
