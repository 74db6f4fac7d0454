package io.echeance.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Output;
import io.echeance.core.order.OwnFact;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.Terms;
import io.echeance.serde.RandomRecords;
import io.echeance.serde.record.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records come back equal from their JSON. */
class RecordJsonTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @ParameterizedTest
    @ValueSource(
            classes = {
                CollectionFact.class,
                Fact.class,
                Invoice.class,
                Party.class,
                Rejected.class,
                Statement.class,
                StatutoryRates.SemesterRates.class,
                Terms.class
            })
    <T> void everyRecordComesBackEqual(Class<T> type) throws Unreadable {
        RandomRecords random = new RandomRecords(SEED);
        for (int n = 0; n < 300; n++) {
            T value = random.next(type);
            String line = RecordJson.write(value).toString();
            assertThat(RecordJson.read(type, RecordJson.parse(line)))
                    .as("seed %d: %s", SEED, line)
                    .isEqualTo(value);
        }
    }

    @Test
    void everyFactFromOutsideComesBackEqual() {
        RandomRecords random = new RandomRecords(SEED);
        JsonReader.variants(Fact.class)
                .filter(type -> !OwnFact.class.isAssignableFrom(type))
                .forEach(type -> {
                    for (int n = 0; n < 100; n++) {
                        Fact fact = (Fact) random.next(type);
                        assertThat(FactJson.parse(FactJson.write(fact), "f1"))
                                .as("seed %d", SEED)
                                .isEqualTo(new FactJson.Parsed.Received(fact));
                    }
                });
    }

    @Test
    void nothingOfAnOutputIsLostButWhatIsEmpty() throws Unreadable {
        RandomRecords random = new RandomRecords(SEED);
        for (int n = 0; n < 500; n++) {
            Output output = random.next(Output.class);
            String line = OutputJson.write(output).toString();
            assertThat(RecordJson.read(output.getClass(), RecordJson.parse(line)))
                    .as("seed %d: %s", SEED, line)
                    .isEqualTo(output);
        }
    }
}
