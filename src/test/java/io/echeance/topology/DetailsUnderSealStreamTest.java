package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.NumberingFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Words;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.query.instance.Unsealed;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PersonKey;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.store.StateStores;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Each of the payments of which a bank told after their sum")
class DetailsUnderSealStreamTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final LocalDate DAY = FIRST.plusDays(1);

    private final MasterKey master = MasterKey.random();
    private final Map<String, String> subjects = new TreeMap<>();
    private final Map<String, byte[]> keys = new TreeMap<>();

    private StreamUnderTest stream(boolean sealed) {
        return sealed ? StreamUnderTest.sealing(master) : new StreamUnderTest();
    }

    private static PaymentReceived sum(String amount) {
        return new PaymentReceived(
                "s", null, DAY, "P", null, Money.of(amount), Method.TRANSFER, "REMISE of kim and ann");
    }

    /** A person places the first two, the third waits; the fourth has no words. */
    private void live(StreamUnderTest stream) {
        stream.close(FIRST.minusDays(1));
        stream.tell(Facts.order("W-1", FIRST), FIRST);
        stream.tell(sum("100.00"), DAY);
        stream.close(DAY);
        stream.tell(
                Facts.detailed(
                        "n",
                        DAY,
                        "P",
                        "40.00",
                        "merci kim",
                        "30.00",
                        "merci lou",
                        "20.00",
                        "virement ann",
                        "10.00",
                        "T-77"),
                DAY);
        stream.close(DAY.plusDays(1));
        List<PaymentPart> parts = List.of(new PaymentPart("W-1", null, null, null));
        stream.tell(new PaymentApplied("a", DAY, "P#2", parts, null, null, null), DAY);
        stream.tell(new PaymentApplied("b", DAY, "P#1", parts, null, null, null), DAY);
        stream.close(DAY.plusDays(2));
        for (TestRecord<String, Object> key : stream.records(Topic.PERSON_KEYS)) {
            keys.put(key.key(), stream.bytes(Topic.PERSON_KEYS, key.value()));
            subjects.put(key.key(), ((PersonKey) key.value()).subject());
        }
    }

    private void erase(String subject) {
        subjects.forEach((key, is) -> {
            if (is.equals(subject)) {
                keys.remove(key);
            }
        });
    }

    private <T> T opened(StreamUnderTest stream, Function<Unsealed, T> question) {
        try (RegistrySerdes serdes = RegistrySerdes.configured(stream.registry.settings())) {
            return question.apply(
                    new Unsealed(id -> Optional.ofNullable(keys.get(id)), master, serdes, TopicNames.PLAIN));
        }
    }

    /** By payment, as the list of what waits shows it. */
    private Map<String, String> waiting(StreamUnderTest stream) {
        List<SuspenseEntry> rows = new ArrayList<>();
        try (KeyValueIterator<Object, SuspenseEntry> all =
                stream.<SuspenseEntry>store(StateStores.SUSPENSE).all()) {
            all.forEachRemaining(row -> rows.add(row.value));
        }
        return opened(
                stream,
                unsealed -> rows.stream()
                        .map(row -> (PaymentReceived) unsealed.entry(row).fact())
                        .collect(Collectors.toMap(PaymentReceived::paymentId, one -> String.valueOf(one.reference()))));
    }

    /** By payment, as the order's facts show it; what is erased, or has none, as the log has it. */
    private Map<String, String> onOrders(StreamUnderTest stream, List<LoggedFact> log) {
        Map<String, String> texts = new TreeMap<>();
        for (LoggedFact entry : log) {
            if (entry.payload() instanceof Received(PaymentReceived kept)) {
                Origin origin = entry.origin();
                PaymentReceived said = origin == null
                        ? kept
                        : opened(stream, unsealed -> unsealed.fact(origin))
                                .map(received -> (PaymentReceived) Words.of(kept, received))
                                .orElse(kept);
                texts.put(kept.paymentId(), String.valueOf(said.reference()));
            }
        }
        return texts;
    }

    @ParameterizedTest(name = "sealed: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("shows its own text where it waits and on its order, never that of the sum or of another")
    void showsItsOwnText(boolean sealed) {
        try (StreamUnderTest stream = stream(sealed)) {
            live(stream);
            List<LoggedFact> log = stream.said(Topic.FACTS, LoggedFact.class);

            assertThat(waiting(stream)).containsOnly(Map.entry("P#3", "virement ann"), Map.entry("P#4", "T-77"));
            assertThat(onOrders(stream, log))
                    .containsValues("merci kim", "merci lou")
                    .hasSize(2);
            assertThat(keys).hasSize(sealed ? 5 : 0);
        }
    }

    @Test
    @DisplayName("is kept under a key of its own: erased with it are the sum and the message as it came, and no other")
    void isErasedAlone() {
        try (StreamUnderTest stream = stream(true)) {
            live(stream);
            List<LoggedFact> log = stream.said(Topic.FACTS, LoggedFact.class);
            CashDecision decision = stream.said(Topic.CASH_DECISIONS, CashDecision.class).stream()
                    .filter(one -> one.decided().notification() != null)
                    .findFirst()
                    .orElseThrow();
            assertThat(subjects.values())
                    .containsExactlyInAnyOrder("payment/P", "payment/P", "payment/P#1", "payment/P#2", "payment/P#3");
            assertThat(decision.sealedBy()).hasSize(2);

            erase("payment/P");
            erase("payment/P#1");

            assertThat(onOrders(stream, log)).containsValue("merci lou").doesNotContainValue("merci kim");
            assertThat(waiting(stream)).containsEntry("P#3", "virement ann");
            assertThat(bytes(stream, decision.origin())).isEmpty();
            assertThat(bytes(stream, decision.firstOrigin())).isEmpty();
            erase("payment/P#3");
            assertThat(waiting(stream)).containsEntry("P#3", "null");
        }
    }

    @ParameterizedTest(name = "sealed: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("leaves the bytes of its sum and of the message with the decision, for ever")
    void leavesTheBytesOfItsSum(boolean sealed) {
        try (StreamUnderTest stream = stream(sealed)) {
            live(stream);
            CashDecision decision = stream.said(Topic.CASH_DECISIONS, CashDecision.class).stream()
                    .filter(one -> one.decided().notification() != null)
                    .findFirst()
                    .orElseThrow();

            assertThat(text(stream, decision.firstOrigin())).contains("REMISE of kim and ann");
            assertThat(text(stream, decision.origin())).contains("merci kim", "merci lou", "virement ann", "T-77");
        }
    }

    private String text(StreamUnderTest stream, @Nullable Origin origin) {
        return new String(bytes(stream, origin).orElseThrow(), StandardCharsets.ISO_8859_1);
    }

    private Optional<byte[]> bytes(StreamUnderTest stream, @Nullable Origin origin) {
        return opened(stream, unsealed -> unsealed.bytes(Objects.requireNonNull(origin)));
    }

    @Test
    @DisplayName("lies in clear on no decision, though it came while no key was set")
    void liesInClearOnNoDecision() {
        try (StreamUnderTest stream = stream(false)) {
            stream.close(FIRST.minusDays(1));
            stream.tell(sum("100.00"), DAY);
            stream.tell(Facts.detailed("n", DAY, "P", "60.00", "merci lou", "40.00", "merci ann"), DAY);
            stream.sealWith(master);
            stream.close(DAY);

            assertThat(stream.holding("kim")).doesNotContain("cash-decisions", "facts");
            assertThat(stream.holding("merci lou")).doesNotContain("cash-decisions", "facts");
        }
    }

    @Test
    @DisplayName("is nothing where they are refused: the message lies on rejected as it came")
    void isNothingWhereRefused() {
        try (StreamUnderTest stream = stream(true)) {
            stream.close(FIRST.minusDays(1));
            stream.tell(Facts.order("W-1", FIRST), FIRST);
            stream.tell(sum("100.00"), DAY);
            stream.tell(Facts.detailed("n", DAY, "P", "60.00", "merci lou", "40.00", "merci ann"), DAY);
            stream.tell(
                    new PaymentApplied(
                            "a", DAY, "P", List.of(new PaymentPart("W-1", null, null, null)), null, null, null),
                    DAY);
            stream.close(DAY);
            stream.records(Topic.PERSON_KEYS)
                    .forEach(key -> keys.put(key.key(), stream.bytes(Topic.PERSON_KEYS, key.value())));

            assertThat(stream.rejected()).singleElement().satisfies(refused -> {
                Origin origin = new Origin(
                        refused.topic(),
                        refused.partition(),
                        refused.offset(),
                        0,
                        refused.key(),
                        refused.value(),
                        refused.sealedBy());
                assertThat(text(stream, origin)).contains("merci lou", "merci ann");
            });
            assertThat(waiting(stream)).isEmpty();
        }
    }

    @Test
    @DisplayName("is the same on the log played again, though every key is gone")
    void isTheSameAgain() {
        List<TestRecord<String, LoggedFact>> log = new ArrayList<>();
        Statement last;
        try (StreamUnderTest stream = stream(true)) {
            live(stream);
            last = stream.said(Topic.STATEMENTS, Statement.class).getLast();
            stream.records(Topic.FACTS)
                    .forEach(entry ->
                            log.add(new TestRecord<>(entry.key(), (LoggedFact) entry.value(), entry.getRecordTime())));
        }
        keys.clear();
        try (StreamUnderTest clear = stream(false);
                StreamUnderTest fresh = StreamUnderTest.sealing(MasterKey.random())) {
            live(clear);
            log.stream()
                    .filter(entry ->
                            !(entry.value().payload() instanceof Received(var fact) && fact instanceof NumberingFact))
                    .forEach(fresh::log);

            assertThat(fresh.said(Topic.STATEMENTS, Statement.class).getLast()).isEqualTo(last);
            assertThat(clear.said(Topic.STATEMENTS, Statement.class).getLast())
                    .as("and without a master key")
                    .isEqualTo(last);
        }
    }
}
