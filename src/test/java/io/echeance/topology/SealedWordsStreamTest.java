package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.StandingKind;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.CollectionFact.DebtWrittenOff;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PersonKey;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.seal.MasterKey;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type and banks pass on goes into what is kept for ever without their words, or sealed. */
class SealedWordsStreamTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final String WORD = "zwiebelfisch";

    private final MasterKey master = MasterKey.random();

    /** The life of an order with words in every field that has any. */
    private static List<Fact> life() {
        LocalDate day = FIRST.plusDays(1);
        return List.of(
                Facts.order("W-1", FIRST),
                new ContactNoted("c1", "W-1", day, null, CollectionFact.Channel.PHONE, WORD + " note", WORD + " by"),
                new DunningReleased("r1", "W-1", day, "no-hold", null, WORD + " reason"),
                new PenaltyWaived("w1", "W-1", day, PenaltyWaived.ALL, WORD + " reason", WORD + " by"),
                payment("p1", "VIR M " + WORD + " W-1 CHOLET", "100.00"),
                payment("p2", WORD, "50.00"),
                payment("p3", WORD + " REMISE", "70.00"),
                payment("p4", "VIR W-1 de " + WORD, "40.00").from(null),
                Facts.detailed("n1", day, "P-p3", "40.00", "W-1 " + WORD + " T-9", "30.00", WORD),
                new PaymentReturned("b1", "W-1", day, "P-p1", WORD + " MD06"),
                new PaymentApplied(
                        "a1",
                        day,
                        "P-p2",
                        List.of(new PaymentApplied.PaymentPart("W-1", null, null, null)),
                        null,
                        WORD + " by",
                        null),
                new DebtWrittenOff("d1", "W-1", day.plusDays(60), WORD + " reason", WORD + " by"));
    }

    private static PaymentReceived payment(String id, String reference, String amount) {
        return new PaymentReceived(
                id, null, FIRST.plusDays(1), "P-" + id, Facts.CUSTOMER, Money.of(amount), Method.TRANSFER, reference);
    }

    private static StandingDecided decided(StandingKind kind, String word) {
        return new StandingDecided(
                "s1",
                "technolowgic",
                Facts.CUSTOMER,
                FIRST,
                kind,
                DecisionOutcome.REFUSED,
                word + " reason",
                word + " by",
                null,
                List.of(),
                null,
                null);
    }

    private static void live(StreamUnderTest stream) {
        stream.close(FIRST.minusDays(1));
        life().forEach(fact -> stream.tell(fact, FIRST));
        stream.tell(decided(StandingKind.BLOCK_PROPOSED, WORD), FIRST);
        FIRST.datesUntil(FIRST.plusDays(10)).forEach(stream::close);
    }

    @Test
    void nowhereButOnTheInputsAreWordsInClear() {
        try (StreamUnderTest stream = StreamUnderTest.sealing(master)) {
            live(stream);
            assertThat(stream.holding(WORD)).isEmpty();
        }
        try (StreamUnderTest stream = new StreamUnderTest()) {
            live(stream);
            assertThat(stream.holding(WORD)).as("without a master key").contains("facts");
        }
    }

    @Test
    void theOriginalBytesOpenWithTheirKeyAndOnlyAtTheirPlace() {
        try (StreamUnderTest stream = StreamUnderTest.sealing(master)) {
            live(stream);
            Map<String, PersonKey> keys = stream.records(Topic.PERSON_KEYS).stream()
                    .collect(Collectors.toMap(TestRecord::key, entry -> (PersonKey) entry.value()));
            List<Origin> sealed = new ArrayList<>();
            for (LoggedFact entry : stream.said(Topic.FACTS, LoggedFact.class)) {
                if (entry.origin() != null && entry.origin().sealedBy() != null) {
                    sealed.add(entry.origin());
                }
            }
            assertThat(sealed).hasSize(7);
            for (Origin origin : sealed) {
                PersonKey key = keys.get(origin.sealedBy());
                var opened = master.open(origin.sealedBy(), key).orElseThrow();
                assertThat(new String(
                                opened.open(origin.value().get(), origin.place())
                                        .orElseThrow(),
                                StandardCharsets.UTF_8))
                        .contains(WORD);
                assertThat(opened.open(origin.value().get(), "elsewhere")).isEmpty();
                assertThat(MasterKey.random().open(origin.sealedBy(), key)).isEmpty();
            }
            assertThat(keys.values()).extracting(PersonKey::subject).contains("order/W-1");
        }
    }

    @Test
    void aFactWithoutWordsHasNoKey() {
        try (StreamUnderTest stream = StreamUnderTest.sealing(master)) {
            stream.close(FIRST.minusDays(1));
            stream.tell(Facts.order("W-1", FIRST), FIRST);
            stream.tell(Facts.payment("W-1", "W-1", FIRST), FIRST);
            stream.close(FIRST);
            assertThat(stream.records(Topic.PERSON_KEYS)).isEmpty();
        }
    }

    @Test
    void whatComesTwiceIsOne() {
        try (StreamUnderTest stream = StreamUnderTest.sealing(master)) {
            live(stream);
            assertThat(stream.said(Topic.REJECTED, Rejected.class)).isEmpty();
            live(stream);
            assertThat(stream.said(Topic.REJECTED, Rejected.class)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"set, false, true", "removed, true, false", "replaced, true, true"})
    @DisplayName("What comes twice is one where a master key was meanwhile")
    void whatComesTwiceIsOneThoughTheMasterKeyChanges(String how, boolean sealedBefore, boolean sealedAfter) {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            stream.sealWith(sealedBefore ? MasterKey.random() : null);
            live(stream);
            assertThat(stream.rejected()).isEmpty();
            Statement before = stream.said(Topic.STATEMENTS, Statement.class).getLast();
            stream.said(Topic.CASH_DECISIONS, Object.class);

            stream.sealWith(sealedAfter ? MasterKey.random() : null);
            live(stream);

            assertThat(stream.rejected()).isEmpty();
            assertThat(stream.said(Topic.CASH_DECISIONS, Object.class)).isEmpty();
            assertThat(stream.said(Topic.STATEMENTS, Statement.class)).allMatch(before::equals);
        }
    }

    @Test
    @DisplayName("What was erased and is sent again is what it was: nothing, and no contradiction")
    void whatWasErasedAndComesAgainIsOne() {
        try (StreamUnderTest stream = StreamUnderTest.sealing(master)) {
            live(stream);
            for (TestRecord<String, Object> key : stream.records(Topic.PERSON_KEYS)) {
                stream.raw(Topic.PERSON_KEYS, key.key(), null, StreamUnderTest.noon(FIRST.plusDays(10)));
            }
            live(stream);
            assertThat(stream.rejected()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("Whatever the master key, what says something else than words still contradicts")
    void whatSaysSomethingElseContradicts(boolean sealedBefore) {
        LocalDate day = FIRST.plusDays(1);
        try (StreamUnderTest stream = new StreamUnderTest()) {
            stream.sealWith(sealedBefore ? master : null);
            live(stream);
            stream.sealWith(sealedBefore ? null : master);
            stream.tell(new DebtWrittenOff("d1", "W-1", day.plusDays(61), WORD + " reason", WORD + " by"), FIRST);
            stream.tell(payment("p1", "VIR M " + WORD + " W-1 CHOLET", "100.01"), FIRST);
            stream.tell(new PaymentReturned("b1", "W-1", day.plusDays(1), "P-p1", WORD + " MD06"), FIRST);
            stream.tell(decided(StandingKind.SURCHARGE_PROPOSED, WORD), FIRST);
            assertThat(stream.rejected())
                    .extracting(Rejected::factId, Rejected::reason)
                    .containsExactlyInAnyOrder(
                            tuple("d1", Reason.CONTRADICTS_EARLIER_FACT),
                            tuple("p1", Reason.CONTRADICTS_EARLIER_FACT),
                            tuple("b1", Reason.CONTRADICTS_EARLIER_FACT),
                            tuple("s1", Reason.CONTRADICTS_EARLIER_FACT));
        }
    }

    @Test
    @DisplayName(
            "Other words under the same id contradict where both are in clear, and cannot be told where one is sealed")
    void otherWordsContradictInClear() {
        LocalDate day = FIRST.plusDays(1);
        List<Fact> otherwise = List.of(
                new ContactNoted("c1", "W-1", day, null, CollectionFact.Channel.PHONE, "other", WORD + " by"),
                payment("p2", "other", "50.00"));
        try (StreamUnderTest stream = new StreamUnderTest()) {
            live(stream);
            otherwise.forEach(fact -> stream.tell(fact, FIRST));
            stream.tell(decided(StandingKind.BLOCK_PROPOSED, "other"), FIRST);
            assertThat(stream.rejected())
                    .extracting(Rejected::factId, Rejected::reason)
                    .containsExactlyInAnyOrder(
                            tuple("c1", Reason.CONTRADICTS_EARLIER_FACT),
                            tuple("p2", Reason.CONTRADICTS_EARLIER_FACT),
                            tuple("s1", Reason.CONTRADICTS_EARLIER_FACT));
        }
        try (StreamUnderTest stream = StreamUnderTest.sealing(master)) {
            live(stream);
            otherwise.forEach(fact -> stream.tell(fact, FIRST));
            stream.tell(decided(StandingKind.BLOCK_PROPOSED, "other"), FIRST);
            assertThat(stream.rejected()).isEmpty();
        }
    }

    /** No decision depends on words: the same documents, statements and alerts with a master key and without one. */
    @Test
    void whatIsSaidIsTheSameWithKeysAndWithout() {
        List<Object> sealed = new ArrayList<>();
        List<Object> clear = new ArrayList<>();
        try (StreamUnderTest stream = StreamUnderTest.sealing(master)) {
            said(stream, sealed::addAll);
        }
        try (StreamUnderTest stream = new StreamUnderTest()) {
            said(stream, clear::addAll);
        }
        assertThat(sealed).isNotEmpty().isEqualTo(clear);
    }

    /** A log from which every key is gone is replayed as one whose keys are there. */
    @Test
    void theLogReplayedSaysTheSame() {
        List<TestRecord<String, LoggedFact>> log = new ArrayList<>();
        List<Statement> first;
        try (StreamUnderTest stream = StreamUnderTest.sealing(master)) {
            live(stream);
            first = stream.said(Topic.STATEMENTS, Statement.class);
            stream.records(Topic.FACTS)
                    .forEach(entry ->
                            log.add(new TestRecord<>(entry.key(), (LoggedFact) entry.value(), entry.getRecordTime())));
        }
        try (StreamUnderTest fresh = StreamUnderTest.sealing(MasterKey.random())) {
            log.stream()
                    .filter(entry -> !(entry.value().payload() instanceof Received(var fact)
                            && fact instanceof io.echeance.core.order.NumberingFact))
                    .forEach(fresh::log);
            List<Statement> again = fresh.said(Topic.STATEMENTS, Statement.class);
            assertThat(again.getLast()).isEqualTo(first.getLast());
            assertThat(fresh.records(Topic.PERSON_KEYS)).isEmpty();
        }
    }

    private static void said(StreamUnderTest stream, Consumer<List<Object>> hear) {
        live(stream);
        hear.accept(List.copyOf(stream.said(Topic.INVOICES, Invoice.class)));
        hear.accept(List.copyOf(stream.said(Topic.STATEMENTS, Statement.class)));
        hear.accept(List.copyOf(stream.said(Topic.DUNNING_ALERTS, Alert.class).stream()
                .filter(alert -> !(alert instanceof io.echeance.core.order.PaymentAlert.UnmatchedPayment))
                .toList()));
    }
}
