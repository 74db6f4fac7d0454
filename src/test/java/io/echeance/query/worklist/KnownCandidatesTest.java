package io.echeance.query.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.Care;
import io.echeance.core.order.Statement.Status;
import io.echeance.core.terms.Quality;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A candidate of the worklist")
class KnownCandidatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);

    private final KnownCandidates known = new KnownCandidates();

    private static OrderStanding assignedTo(String whom) {
        return new OrderStanding(
                "T-1",
                "technolowgic",
                "ACME",
                Quality.PROFESSIONAL,
                Status.BILLED,
                TODAY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                new Care(null, null, whom, null),
                List.of());
    }

    @Test
    @DisplayName("is made once of a standing, however often the worklist is asked that day")
    void isMadeOnce() {
        OrderStanding standing = assignedTo("Anna");
        Candidate first = known.of(standing, TODAY);

        assertThat(first).isEqualTo(Candidate.of(standing, TODAY));
        assertThat(known.of(standing, TODAY)).isSameAs(first);
    }

    @Test
    @DisplayName("is made anew of what its order shows now, and on another day")
    void isMadeAnew() {
        OrderStanding standing = assignedTo("Anna");
        Candidate first = known.of(standing, TODAY);

        assertThat(known.of(assignedTo("Bruno"), TODAY).assignedTo()).isEqualTo("Bruno");
        assertThat(known.of(standing, TODAY)).isEqualTo(first);
        assertThat(known.of(standing, TODAY.plusDays(1)))
                .isNotSameAs(first)
                .isEqualTo(Candidate.of(standing, TODAY.plusDays(1)));
    }
}
