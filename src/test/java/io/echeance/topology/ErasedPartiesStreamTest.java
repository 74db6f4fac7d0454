package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.OrderAlert.PartyMissing;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Statement;
import io.echeance.serde.record.AlertKind;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody erased while an order is open is named as the order's invoices name them; of others nothing is kept. */
class ErasedPartiesStreamTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 16);

    private static final String COURSE_OF_A_CONSUMER = """
        {"type": "OrderPlaced", "on": "2027-01-01", "orderId": "ER-1", "termsId": "alegria-online",
         "customer": {"id": "BE-1", "quality": "CONSUMER"},
         "lines": [{"kind": "TUITION", "description": "a", "net": "499.00"}],
         "service": {"start": "2027-01-04", "end": "2027-07-12"}}\
        """;

    private static final String PERSON = """
        {"id": "BE-1", "name": "Personne Une", "address": ["1 rue Z"], "postalCode": "75001", "city": "Paris",
         "country": "FR", "language": "fr"}\
        """;

    @AutoClose
    private final StreamUnderTest stream = new StreamUnderTest();

    @BeforeEach
    void open() {
        stream.close(NEW_YEAR.minusDays(1));
    }

    @Test
    void aConsumerNeedsNoEMail() {
        publish(PERSON);
        tell(COURSE_OF_A_CONSUMER, NEW_YEAR);

        assertThat(stream.said(Topic.INVOICES, Invoice.class)).hasSize(1);
    }

    @Test
    void theCreditNoteOfSomebodyErasedNamesThePartyAsItsInvoiceDoes() {
        publish(PERSON);
        tell(COURSE_OF_A_CONSUMER, NEW_YEAR);
        closeUntil(MARCH);
        Party invoiced = stream.said(Topic.INVOICES, Invoice.class).getFirst().buyer();
        tell("""
            {"type": "PaymentReceived", "on": "2027-03-16", "paymentId": "PP1", "payerId": "BE-1",
             "amount": "700.00", "method": "CARD", "reference": "ER-1"}\
            """, MARCH);

        stream.raw(Topic.PARTIES, "BE-1", null, StreamUnderTest.noon(MARCH));
        tell("""
            {"type": "OrderCancelled", "on": "2027-03-16", "orderId": "ER-1", "by": "SELLER",
             "reason": "NOT_ENOUGH_PARTICIPANTS"}\
            """, MARCH);

        assertThat(stream.said(Topic.INVOICES, Invoice.class)).singleElement().satisfies(note -> {
            assertThat(note.document().kind()).isEqualTo(Document.Kind.CREDIT_NOTE);
            assertThat(note.buyer()).isEqualTo(invoiced);
            assertThat(note.preceding()).extracting(Invoice.Preceding::number).containsExactly("alegria-2027-000001");
        });
        assertThat(stream.said(Topic.REFUNDS, RefundDue.class)).isNotEmpty();
        closeUntil(MARCH.plusDays(2));
        assertThat(stream.said(Topic.DUNNING_ALERTS, Alert.class))
                .extracting(AlertKind::of)
                .doesNotContain(AlertKind.PARTY_MISSING);
    }

    @Test
    void somebodyErasedOfWhomNothingIsIssuedIsUnknown() {
        publish(PERSON);
        stream.raw(Topic.PARTIES, "BE-1", null, StreamUnderTest.noon(NEW_YEAR));
        tell(COURSE_OF_A_CONSUMER, NEW_YEAR);
        closeUntil(NEW_YEAR.plusDays(2));

        assertThat(stream.said(Topic.INVOICES, Invoice.class)).isEmpty();
        assertThat(stream.said(Topic.DUNNING_ALERTS, Alert.class))
                .asInstanceOf(list(PartyMissing.class))
                .extracting(PartyMissing::lack)
                .containsExactly("UNKNOWN_PARTY");
    }

    @Test
    void theLogReplayedAfterAnErasureIssuesNothingAgainAndHoldsNothingBack() {
        publish(PERSON);
        tell(COURSE_OF_A_CONSUMER, NEW_YEAR);
        List<TestRecord<String, Object>> log = stream.records(Topic.FACTS);
        assertThat(stream.said(Topic.INVOICES, Invoice.class)).hasSize(1);

        try (StreamUnderTest fresh = new StreamUnderTest()) {
            for (String kept : List.of(StateStores.SERIES, StateStores.NUMBERS, StateStores.NAMED_PARTIES)) {
                try (KeyValueIterator<Object, Object> all = stream.store(kept).all()) {
                    all.forEachRemaining(row -> fresh.store(kept).put(row.key, row.value));
                }
            }
            log.forEach(entry -> fresh.raw(
                    Topic.FACTS, entry.key(), fresh.bytes(Topic.FACTS, entry.value()), entry.getRecordTime()));
            fresh.close(NEW_YEAR);

            assertThat(fresh.said(Topic.INVOICES, Invoice.class)).isEmpty();
            assertThat(fresh.said(Topic.REJECTED, Rejected.class)).isEmpty();
            assertThat(fresh.said(Topic.DUNNING_ALERTS, Alert.class))
                    .extracting(AlertKind::of)
                    .doesNotContain(AlertKind.PARTY_MISSING);
            assertThat(fresh.said(Topic.STATEMENTS, Statement.class).getLast().heldBack())
                    .isEmpty();
        }
    }

    private void closeUntil(LocalDate morning) {
        for (LocalDate day = closed.plusDays(1); day.isBefore(morning); day = day.plusDays(1)) {
            stream.close(day);
            closed = day;
        }
    }

    private LocalDate closed = NEW_YEAR.minusDays(1);

    private void publish(String party) {
        stream.publish(Received.party(party));
    }

    private void tell(String fact, LocalDate today) {
        stream.tellAlone(Received.fact(fact), today);
    }
}
