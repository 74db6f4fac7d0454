package io.echeance.query.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.invoice.Language;
import io.echeance.core.ledger.BankProof;
import io.echeance.core.ledger.BankProof.StatementEnds;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.ledger.SuspenseSum;
import io.echeance.core.money.Money;
import io.echeance.core.order.Sentence;
import io.echeance.query.instance.KeyOwners.Address;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.Shelves;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Whether an instance is ready")
class VitalsTest {

    private static final Shelves EMPTY = new Shelves() {
        @Override
        public int partitions() {
            return 1;
        }

        @Override
        public List<PartitionView> here() {
            return List.of();
        }

        @Override
        public List<Address> others() {
            return List.of();
        }
    };

    private static JsonNode ready(RunningBalance... books) {
        return new Vitals(() -> false, Optional::empty, () -> true, () -> true, EMPTY, () -> List.of(books), () -> 0)
                .ready(Language.EN)
                .details();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        true,  0.00, 0.00, BALANCED,         ''
        true,  1.00, 0.00, BANK_DIFFERS,     BANK_DIFFERS
        true,  0.00, 1.00, SUSPENSE_DIFFERS, SUSPENSE_DIFFERS
        true,  1.00, 1.00, BANK_DIFFERS,     BANK_DIFFERS SUSPENSE_DIFFERS
        false, 1.00, 1.00, NOT_BALANCED,     NOT_BALANCED BANK_DIFFERS SUSPENSE_DIFFERS
        """)
    @DisplayName("says what of the books differs, the gravest in a word, and all of it")
    void saysAllThatDiffers(boolean balanced, String ofBank, String ofSuspense, String gravest, String all) {
        JsonNode ready = ready(book(balanced, ofBank, ofSuspense));

        assertThat(ready.path("books").asText()).isEqualTo(gravest);
        assertThat(ready.path("booksDiffer").valueStream().map(JsonNode::asText).toList())
                .containsExactlyElementsOf(all.isEmpty() ? List.of() : List.of(all.split(" ")));
        assertThat(ready.has("booksDiffer")).isEqualTo(!all.isEmpty());
    }

    @Test
    @DisplayName("says it of whichever seller it is true")
    void ofEachSeller() {
        JsonNode ready = ready(book(true, "0.00", "1.00"), book(true, "1.00", "0.00"));

        assertThat(ready.path("booksDiffer")).hasSize(2);
    }

    @Test
    @DisplayName("is neither where a thread of the stream stands still, and says which")
    void notWhereAThreadStands() {
        Vitals vitals = new Vitals(
                () -> false,
                () -> Optional.of(new Sentence("StreamThread-1 à l’arrêt", "StreamThread-1 stands still")),
                () -> true,
                () -> true,
                EMPTY,
                List::of,
                () -> 0);

        assertThat(List.of(vitals.live(Language.EN), vitals.ready(Language.EN))).allSatisfy(finding -> {
            assertThat(finding.good()).isFalse();
            assertThat(finding.details().path("status").asText()).isEqualTo("DOWN");
            assertThat(finding.details().path("standing").asText()).isEqualTo("StreamThread-1 stands still");
        });
        assertThat(List.of(vitals.live(Language.FR), vitals.ready(Language.FR)))
                .extracting(finding -> finding.details().path("standing").asText())
                .containsOnly("StreamThread-1 à l’arrêt");
    }

    private static RunningBalance book(boolean balanced, String ofBank, String ofSuspense) {
        Money none = Money.ZERO;
        StatementEnds ends = new StatementEnds(null, none, null, Money.of(ofBank), "d");
        BankProof bank = new BankProof(
                "FR", List.of(ends), List.of(ends), none, new SuspenseSum(Money.of(ofSuspense), none, none));
        return new RunningBalance("s", null, null, List.of(), none, none, balanced, 0, 0, 0, List.of(), List.of(bank));
    }
}
