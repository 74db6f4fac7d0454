package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentDecided.FirstDecision;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.terms.Terms;
import io.echeance.document.Changed;
import io.echeance.query.instance.Unsealed;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.serde.seal.MasterKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Who decided about a payment")
class SignedDecisionsStreamTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static void decide(StreamUnderTest stream, @Nullable String by) {
        stream.close(DAY.minusDays(1));
        stream.tell(Facts.order("W-1", DAY), DAY);
        stream.tell(Facts.payment("P", "MERCI", DAY), DAY);
        List<PaymentPart> parts = List.of(new PaymentPart("W-1", null, null, null));
        stream.tell(new PaymentApplied("d1", DAY, "P", parts, null, by, null), DAY);
    }

    private static CashDecision taken(StreamUnderTest stream) {
        List<CashDecision> taken = stream.said(Topic.CASH_DECISIONS, CashDecision.class);
        assertThat(taken).hasSize(1);
        return taken.getFirst();
    }

    private static Map<String, byte[]> keys(StreamUnderTest stream) {
        return stream.records(Topic.PERSON_KEYS).stream()
                .collect(Collectors.toMap(
                        TestRecord::key, entry -> stream.bytes(Topic.PERSON_KEYS, entry.value()), (one, same) -> same));
    }

    private static Optional<PaymentDecided> signed(
            StreamUnderTest stream,
            CashDecision taken,
            @Nullable MasterKey master,
            Function<String, Optional<byte[]>> keys) {
        try (RegistrySerdes serdes = RegistrySerdes.configured(stream.registry.settings())) {
            return new Unsealed(keys, master, serdes, TopicNames.PLAIN).signed(taken);
        }
    }

    @Test
    @DisplayName("is opened where it lies under seal, and is lost with its key or under another master key")
    void isOpened() {
        MasterKey master = MasterKey.random();
        try (StreamUnderTest stream = StreamUnderTest.sealing(master)) {
            decide(stream, "zwiebelfisch");
            CashDecision taken = taken(stream);
            Map<String, byte[]> keys = keys(stream);
            Function<String, Optional<byte[]>> there = id -> Optional.ofNullable(keys.get(id));

            assertThat(taken.decided().by()).isNull();
            assertThat(signed(stream, taken, master, there))
                    .contains(taken.decided().decidedBy("zwiebelfisch"));
            assertThat(signed(stream, taken, master, id -> Optional.empty())).contains(taken.decided());
            assertThat(signed(stream, taken, MasterKey.random(), there)).contains(taken.decided());
            assertThat(signed(stream, taken, null, there)).contains(taken.decided());
        }
    }

    @Test
    @DisplayName("stands there in clear without a master key")
    void standsInClear() {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            decide(stream, "zwiebelfisch");
            CashDecision taken = taken(stream);

            assertThat(signed(stream, taken, null, id -> Optional.empty())).contains(taken.decided());
            assertThat(taken.decided().by()).isEqualTo("zwiebelfisch");
        }
    }

    @ParameterizedTest(name = "sealed: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("is two persons where two had to: both are kept with the decision, and each is lost with his own key")
    void isTwoPersons(boolean sealed) {
        MasterKey master = sealed ? MasterKey.random() : null;
        try (StreamUnderTest stream = master == null ? new StreamUnderTest() : StreamUnderTest.sealing(master)) {
            Terms terms = TermPacks.bundled().all().stream()
                    .filter(one -> one.name().equals("technolowgic"))
                    .findFirst()
                    .orElseThrow();
            stream.publish(Changed.with(
                    Changed.with(terms, "name", "four-eyes"),
                    "payment",
                    Changed.with(terms.payment(), "secondPersonAbove", Money.of("1.00"))));
            stream.close(DAY.minusDays(1));
            stream.tell(Facts.order("W-1", DAY, "four-eyes", "2400.00"), DAY);
            stream.tell(Facts.payment("P", "MERCI", DAY), DAY);
            List<PaymentPart> parts = List.of(new PaymentPart("W-1", null, null, null));
            stream.tell(new PaymentApplied("d1", DAY, "P", parts, null, "zwiebelfisch", null), DAY);
            stream.tell(new PaymentApplied("d2", DAY, "P", parts, null, "schusterjunge", null), DAY);
            CashDecision taken = taken(stream);
            Map<String, byte[]> keys = keys(stream);

            assertThat(signed(stream, taken, master, id -> Optional.ofNullable(keys.get(id))))
                    .get()
                    .satisfies(one -> assertThat(one.by()).isEqualTo("schusterjunge"))
                    .extracting(PaymentDecided::first)
                    .isEqualTo(new FirstDecision(DAY, "d1", "zwiebelfisch"));
            assertThat(taken.sealedBy()).hasSize(sealed ? 2 : 0);
            String ofFirst =
                    taken.firstOrigin() == null ? null : taken.firstOrigin().sealedBy();
            assertThat(signed(
                            stream, taken, master, id -> Optional.ofNullable(id.equals(ofFirst) ? null : keys.get(id))))
                    .get()
                    .satisfies(one -> assertThat(one.by()).isEqualTo("schusterjunge"))
                    .extracting(one -> one.first() == null ? "" : one.first().by())
                    .isEqualTo(sealed ? null : "zwiebelfisch");
        }
    }

    @Test
    @DisplayName("is nobody where nobody signed, with a master key and without")
    void isNobody() {
        MasterKey master = MasterKey.random();
        try (StreamUnderTest sealing = StreamUnderTest.sealing(master);
                StreamUnderTest clear = new StreamUnderTest()) {
            decide(sealing, null);
            decide(clear, null);

            assertThat(signed(sealing, taken(sealing), master, id -> Optional.empty()))
                    .isEmpty();
            assertThat(signed(clear, taken(clear), null, id -> Optional.empty()))
                    .isEmpty();
        }
    }
}
