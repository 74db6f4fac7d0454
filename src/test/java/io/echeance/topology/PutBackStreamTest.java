package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.SetAside;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.query.SuspenseList;
import io.echeance.query.instance.Unsealed;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.PaymentRow;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.store.PaymentRows;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the payment P says names W-1 and W-2: a person puts it to one of them, or aside, and takes that back. */
@DisplayName("A payment that a person has put back into suspense")
class PutBackStreamTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String TEXT = "VIR M ZWIEBELFISCH W-1 OU W-2 CHOLET";

    private final MasterKey master = MasterKey.random();

    private StreamUnderTest stream(boolean sealed) {
        StreamUnderTest stream = sealed ? StreamUnderTest.sealing(master) : new StreamUnderTest();
        stream.close(DAY.minusDays(1));
        stream.tell(Facts.order("W-1", DAY), DAY);
        stream.tell(Facts.order("W-2", DAY), DAY);
        stream.tell(new PaymentReceived("p", null, DAY, "P", null, Money.of("100.00"), Method.TRANSFER, TEXT), DAY);
        return stream;
    }

    private static void decide(StreamUnderTest stream, String id, @Nullable String orderId, @Nullable String replaces) {
        List<PaymentPart> parts = orderId == null ? List.of() : List.of(new PaymentPart(orderId, null, null, null));
        stream.tell(new PaymentApplied(id, DAY, "P", parts, null, "alice", replaces), DAY);
    }

    /** As a person reads it. */
    @SuppressWarnings("unchecked") // The driver does not say by what a store is asked.
    private SuspenseEntry waiting(StreamUnderTest stream) {
        Map<String, byte[]> keys = new HashMap<>();
        stream.records(Topic.PERSON_KEYS)
                .forEach(key -> keys.put(key.key(), stream.bytes(Topic.PERSON_KEYS, key.value())));
        KeyValueStore<?, SuspenseEntry> suspense = stream.<SuspenseEntry>store(StateStores.SUSPENSE);
        KeyValueStore<?, PaymentRow> payments = stream.<PaymentRow>store(StateStores.PAYMENTS);
        try (RegistrySerdes serdes = RegistrySerdes.configured(stream.registry.settings())) {
            Unsealed unsealed = new Unsealed(id -> Optional.ofNullable(keys.get(id)), master, serdes, TopicNames.PLAIN);
            return new SuspenseList(
                            (KeyValueStore<Bytes, SuspenseEntry>) suspense,
                            (KeyValueStore<String, PaymentRow>) payments,
                            unsealed::entry)
                    .of("P")
                    .getFirst();
        }
    }

    private static String reference(SuspenseEntry entry) {
        return String.valueOf(((PaymentReceived) entry.fact()).reference());
    }

    private static List<String> proposed(SuspenseEntry entry) {
        return entry.proposals().stream().map(Proposal::orderId).toList();
    }

    @ParameterizedTest(name = "sealed: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("has its text and its proposals as before, and its bytes are in the log once")
    void hasItsTextAgain(boolean sealed) {
        try (StreamUnderTest stream = stream(sealed)) {
            assertThat(proposed(waiting(stream))).containsExactly("W-1", "W-2");
        }
        try (StreamUnderTest stream = stream(sealed)) {
            decide(stream, "d1", "W-1", null);
            decide(stream, "d2", null, "d1");
            SuspenseEntry again = waiting(stream);

            assertThat(reference(again)).isEqualTo(TEXT);
            assertThat(proposed(again)).containsExactly("W-1", "W-2");
        }
        try (StreamUnderTest stream = stream(sealed)) {
            decide(stream, "d1", "W-1", null);
            decide(stream, "d2", null, "d1");
            decide(stream, "d3", "W-2", "d2");
            decide(stream, "d4", "W-1", "d3");
            decide(stream, "d5", null, "d4");

            assertThat(reference(waiting(stream))).isEqualTo(TEXT);
            assertThat(stream.said(Topic.FACTS, LoggedFact.class))
                    .filteredOn(entry -> entry.origin() != null
                            && entry.payload() instanceof Received(PaymentReceived payment)
                            && payment.paymentId().equals("P"))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("has them too where it was set aside meanwhile")
    void fromAside() {
        try (StreamUnderTest stream = stream(true)) {
            SetAside aside = new SetAside(Money.of("100.00"), SetAside.Why.TO_CLARIFY);
            stream.tell(new PaymentApplied("d1", DAY, "P", List.of(), aside, "alice", null), DAY);
            decide(stream, "d2", null, "d1");

            assertThat(reference(waiting(stream))).isEqualTo(TEXT);
            assertThat(proposed(waiting(stream))).containsExactly("W-1", "W-2");
        }
    }

    @Test
    @DisplayName("has its text under seal for a month after it was placed; from then on only its order has it")
    void isKeptForAMonth() {
        try (StreamUnderTest stream = stream(true)) {
            decide(stream, "d1", "W-1", null);
            KeyValueStore<Object, PaymentRow> payments = stream.store(StateStores.PAYMENTS);
            DAY.datesUntil(DAY.plusDays(30)).forEach(stream::close);
            assertThat(payments.get(PaymentRows.ofPlaced("P"))).isNotNull();

            stream.close(DAY.plusDays(30));
            assertThat(payments.get(PaymentRows.ofPlaced("P"))).isNull();
            assertThat(stream.holding("zwiebelfisch")).isEmpty();
        }
    }
}
