package io.echeance.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.StandingKind;
import io.echeance.core.money.Money;
import io.echeance.serde.record.CustomerRow.CustomerFile;
import io.echeance.serde.record.CustomerRow.KnownDecision;
import io.echeance.topology.store.CustomerFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was decided about a customer today")
class CustomerShelfTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 2);
    private static final CustomerKey MISTRAL = new CustomerKey("technolowgic", "MISTRAL");

    @Test
    @DisplayName("is what will count at the close, in the list and on the customer's page alike")
    void isWhatWillCount() {
        StandingDecided accepted = decided("accepted", TODAY, DecisionOutcome.ACCEPTED);

        assertThat(today(decided("ahead", TODAY.plusDays(1), DecisionOutcome.REFUSED), accepted))
                .containsExactly(accepted);
        assertThat(today(accepted, decided("late", TODAY.minusDays(1), DecisionOutcome.REFUSED)))
                .containsExactly(accepted);
    }

    @Test
    @DisplayName("is what came today, though it names a day that is closed")
    void isWhatCameToday() {
        StandingDecided late = decided("late", TODAY.minusDays(1), DecisionOutcome.REFUSED);

        assertThat(today(late)).containsExactly(late);
    }

    @Test
    @DisplayName("of two of one day is the one that came later")
    void isTheOneThatCameLater() {
        StandingDecided later = decided("a", TODAY, DecisionOutcome.ACCEPTED);

        assertThat(today(decided("b", TODAY, DecisionOutcome.REFUSED), later)).containsExactly(later);
    }

    /** As the list says it, and as the customer's page does: the same. */
    private static List<StandingDecided> today(StandingDecided... inOrder) {
        KeyValueStore<Bytes, byte[]> rows =
                Stores.inMemoryKeyValueStore("customers").get();
        List<KnownDecision> known =
                Stream.of(inOrder).map(one -> new KnownDecision(TODAY, one)).toList();
        CustomerFiles.put(rows, MISTRAL, new CustomerFile(known, proposed()), null);
        CustomerShelf shelf = new CustomerShelf(new CustomerFiles(rows));
        Map<StandingKind, StandingDecided> listed = shelf.page(null, null, null, 1, TODAY)
                .rows()
                .getFirst()
                .content()
                .decided();
        assertThat(Objects.requireNonNull(shelf.customer(MISTRAL, TODAY)).decidedToday())
                .isEqualTo(listed);
        return List.copyOf(listed.values());
    }

    private static StandingDecided decided(String factId, LocalDate on, DecisionOutcome outcome) {
        return new StandingDecided(
                factId,
                MISTRAL.seller(),
                MISTRAL.customer(),
                on,
                StandingKind.SURCHARGE_PROPOSED,
                outcome,
                "why",
                "ann",
                outcome == DecisionOutcome.ACCEPTED ? TODAY.plusMonths(1) : null,
                List.of(),
                null,
                null);
    }

    private static CustomerStanding proposed() {
        HeldStanding surcharge = new HeldStanding(
                StandingKind.SURCHARGE_PROPOSED,
                StandingState.PROPOSED,
                List.of(),
                List.of(),
                List.of(),
                TODAY.minusDays(3),
                null,
                null);
        return new CustomerStanding(
                MISTRAL.seller(),
                MISTRAL.customer(),
                TODAY.minusDays(3),
                false,
                List.of(surcharge),
                List.of(),
                Money.ZERO,
                Money.ZERO,
                null);
    }
}
