package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

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

    private static void live(StreamUnderTest stream) {
        stream.close(FIRST.minusDays(1));
        life().forEach(fact -> stream.tell(fact, FIRST));
        stream.tell(
                new StandingDecided(
                        "s1",
                        "technolowgic",
                        Facts.CUSTOMER,
                        FIRST,
                        StandingKind.BLOCK_PROPOSED,
                        DecisionOutcome.REFUSED,
                        WORD + " reason",
                        WORD + " by",
                        null,
                        List.of(),
                        null,
                        null),
                FIRST);
        FIRST.datesUntil(FIRST.plusDays(10)).forEach(stream::close);
    }

    @Test
    void nowhereButOnTheInputsAndWhereSomethingWaitsAreWordsInClear() {
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
