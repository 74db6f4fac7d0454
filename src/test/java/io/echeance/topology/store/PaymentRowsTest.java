package io.echeance.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.matching.PaymentFile;
import io.echeance.core.matching.PaymentRegister;
import io.echeance.core.matching.RuleWatch;
import io.echeance.core.matching.RuleWatch.RuleStore;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PaymentRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The row of a payment")
class PaymentRowsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String ID = "P-1";

    private final KeyValueStore<String, PaymentRow> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("payments"),
                    Serdes.String(),
                    StateCodec.of(Bindings.PAYMENT_ROW).serde())
            .withLoggingDisabled()
            .build();

    PaymentRowsTest() {
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    }

    @Test
    @DisplayName("has a fact that asks, until it does so no longer; its file stays")
    void hasWhatAsks() {
        PaymentRows rows = new PaymentRows(store);
        new PaymentRegister(rows, Set::of, new RuleWatch(RuleStore.in(new HashMap<>()))).take(payment("f1"), DAY);
        LoggedFact entry = entry("f1", 200);
        rows.asks(ID, entry);
        rows.write();

        assertThat(all()).hasSize(1);
        assertThat(new PaymentRows(store).asking(ID, "f1")).isEqualTo(entry);
        assertThat(new PaymentRows(store).asking(ID, "f2")).isNull();

        assertThat(rows.asksNoLonger(ID, "f1")).isEqualTo(entry);
        rows.write();
        PaymentFile file = new PaymentRows(store).get(ID);
        assertThat(file).isNotNull();
        assertThat(new PaymentRows(store).asking(ID, "f1")).isNull();
        assertThat(all()).hasSize(1);
    }

    @Test
    @DisplayName("never has more than a changelog takes: what is too much has a row of its own, and goes with it")
    void isBounded() {
        PaymentRows rows = new PaymentRows(store);
        List<LoggedFact> entries = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
            LoggedFact entry = entry("f" + n, 64 * 1024);
            entries.add(entry);
            rows.asks(ID, entry);
            rows.write();
        }
        LoggedFact small = entry("small", 100);
        rows.asks(ID, small);
        rows.write();

        assertThat(new PaymentRows(store).get(ID)).isNull();
        assertThat(all()).allSatisfy(row -> assertThat(row.value.asking()).hasSize(1));
        assertThat(rows.asking(ID, "small")).isEqualTo(small);
        for (LoggedFact entry : entries) {
            String factId = ((Received) entry.payload()).fact().factId();
            assertThat(new PaymentRows(store).asking(ID, factId)).isEqualTo(entry);
            assertThat(rows.asksNoLonger(ID, factId)).isEqualTo(entry);
            rows.write();
            assertThat(new PaymentRows(store).asking(ID, factId)).isNull();
        }
        assertThat(all()).hasSize(1);
    }

    private List<KeyValue<String, PaymentRow>> all() {
        List<KeyValue<String, PaymentRow>> all = new ArrayList<>();
        try (KeyValueIterator<String, PaymentRow> rows = store.all()) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }

    private static PaymentReceived payment(String factId) {
        return new PaymentReceived(factId, null, DAY, ID, "ACME", Money.of("10.00"), Method.TRANSFER, "O-1");
    }

    private static LoggedFact entry(String factId, int bytes) {
        Origin origin = new Origin("payments", 0, 0, 0, Bytes.wrap(new byte[] {1}), Bytes.wrap(new byte[bytes]));
        return new LoggedFact(origin, new Received(payment(factId)), null);
    }
}
