package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.Document;
import io.echeance.core.order.DunningAlert;
import io.echeance.core.order.DunningAlert.Kind;
import io.echeance.core.order.Fact;
import io.echeance.core.order.NumberingFact.DocumentHeldBack;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.NumberingFact.Missing;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.ServiceHold;
import io.echeance.core.order.Statement;
import io.echeance.document.Changed;
import io.echeance.document.SampleParties;
import io.echeance.json.FactJson;
import io.echeance.json.FactJson.Parsed;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stream does with documents whose parties are unknown, not whole, erased, or abroad. */
class HeldBackStreamTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 16);

    private static final String NO_ADDRESS = """
        {"id": "BY-NOADR", "name": "Sans Adresse", "country": "FR", "siren": "200009025", "language": "fr"}\
        """;

    private static final String ADDRESS = """
        {"id": "BY-NOADR", "name": "Sans Adresse", "address": ["3 rue W"], "postalCode": "75001", "city": "Paris",
         "country": "FR", "siren": "200009025", "language": "fr"}\
        """;

    private static final String ORDER = """
        {"type": "OrderPlaced", "on": "2027-01-01", "orderId": "Y-NOADR", "termsId": "technolowgic",
         "customer": {"id": "BY-NOADR", "quality": "PROFESSIONAL"},
         "lines": [{"kind": "TUITION", "description": "a", "net": "500.00"}],
         "service": {"start": "2026-12-28", "end": "2026-12-30"}}\
        """;

    private static final String CANCELLED = """
        {"type": "OrderCancelled", "on": "2027-02-01", "orderId": "Y-NOADR", "by": "SELLER", "reason": "FRAUD"}\
        """;

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

    private StreamUnderTest stream;

    @BeforeEach
    void open() {
        stream = new StreamUnderTest();
        stream.close(NEW_YEAR.minusDays(1));
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void anInvoiceWithoutAddressIsNotDunnedForMonthsAndBearsTheDayOnWhichTheAddressCame() {
        publish(NO_ADDRESS);
        tell(ORDER, NEW_YEAR);
        closeUntil(MARCH);

        assertThat(stream.said(Topic.INVOICES, Invoice.class)).isEmpty();
        assertThat(stream.said(Topic.SERVICE_HOLDS, ServiceHold.class)).isEmpty();
        assertThat(stream.said(Topic.DUNNING_ALERTS, DunningAlert.class))
                .extracting(DunningAlert::kind, DunningAlert::reason, DunningAlert::on)
                .containsExactly(tuple(Kind.PARTY_MISSING, "NO_POSTAL_ADDRESS", NEW_YEAR.plusDays(1)));
        assertThat(ownFacts())
                .extracting(fact -> ((DocumentHeldBack) fact).missing())
                .containsExactly(List.of(new Missing("BY-NOADR", "NO_POSTAL_ADDRESS")));

        publish(ADDRESS);

        assertThat(stream.said(Topic.INVOICES, Invoice.class)).singleElement().satisfies(invoice -> {
            assertThat(invoice.number()).isEqualTo("technolowgic-2027-000001");
            assertThat(invoice.document().on()).isEqualTo(MARCH);
            assertThat(invoice.dueOn()).contains(MARCH.plusDays(30));
            assertThat(invoice.paymentTerms()).contains("15 avril 2027");
        });
        assertThat(ownFacts())
                .extracting(fact -> ((DocumentNumbered) fact).on())
                .containsExactly(MARCH);

        closeUntil(MARCH.plusDays(90));
        List<DunningAlert> alerts = stream.said(Topic.DUNNING_ALERTS, DunningAlert.class);
        assertThat(alerts).extracting(DunningAlert::kind).contains(Kind.FORMAL_NOTICE);
        assertThat(alerts)
                .allMatch(alert -> alert.receivables().getFirst().dueOn().equals(MARCH.plusDays(30)));
    }

    @Test
    void aCreditNoteWaitsForItsInvoiceAndGetsTheNumberAfterIt() {
        publish(NO_ADDRESS);
        tell(ORDER, NEW_YEAR);
        closeUntil(LocalDate.of(2027, 2, 1));
        tell(CANCELLED, LocalDate.of(2027, 2, 1));
        closeUntil(MARCH);
        publish(ADDRESS);

        assertThat(stream.said(Topic.INVOICES, Invoice.class))
                .extracting(
                        Invoice::number,
                        invoice -> invoice.document().kind(),
                        invoice -> invoice.document().on())
                .containsExactly(
                        tuple("technolowgic-2027-000001", Document.Kind.INVOICE, MARCH),
                        tuple("technolowgic-2027-000002", Document.Kind.CREDIT_NOTE, MARCH));
    }

    @Test
    void whatWaitsOverTheTurnOfTheYearIsOfTheYearInWhichItIsNumbered() {
        LocalDate first = LocalDate.of(2028, 1, 3);
        publish(NO_ADDRESS);
        tell(ORDER, NEW_YEAR);
        closeUntil(first);
        publish(ADDRESS);

        assertThat(stream.said(Topic.INVOICES, Invoice.class))
                .extracting(Invoice::series, Invoice::number)
                .containsExactly(tuple("technolowgic/2028", "technolowgic-2028-000001"));
    }

    @Test
    void theDatesOfASeriesNeverGoBack() {
        publish(NO_ADDRESS);
        tell(ORDER, NEW_YEAR);
        for (LocalDate day = NEW_YEAR; day.isBefore(MARCH); day = day.plusDays(7)) {
            closeUntil(day);
            String id = "Z-" + day;
            stream.tell(
                    fact(ORDER.replace("BY-NOADR", "ACME")
                            .replace("Y-NOADR", id)
                            .replace("2027-01-01", "" + day)),
                    day);
        }
        closeUntil(MARCH);
        publish(ADDRESS);

        List<Invoice> issued = stream.said(Topic.INVOICES, Invoice.class);
        assertThat(issued).hasSizeGreaterThan(10);
        assertThat(issued).extracting(Invoice::number).isSorted();
        assertThat(issued).extracting(invoice -> invoice.document().on()).isSorted();
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
        assertThat(stream.said(Topic.DUNNING_ALERTS, DunningAlert.class))
                .extracting(DunningAlert::kind)
                .doesNotContain(Kind.PARTY_MISSING);
    }

    @Test
    void somebodyErasedOfWhomNothingIsIssuedIsUnknown() {
        publish(PERSON);
        stream.raw(Topic.PARTIES, "BE-1", null, StreamUnderTest.noon(NEW_YEAR));
        tell(COURSE_OF_A_CONSUMER, NEW_YEAR);
        closeUntil(NEW_YEAR.plusDays(2));

        assertThat(stream.said(Topic.INVOICES, Invoice.class)).isEmpty();
        assertThat(stream.said(Topic.DUNNING_ALERTS, DunningAlert.class))
                .extracting(DunningAlert::reason)
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
            assertThat(fresh.said(Topic.DUNNING_ALERTS, DunningAlert.class))
                    .extracting(DunningAlert::kind)
                    .doesNotContain(Kind.PARTY_MISSING);
            assertThat(fresh.said(Topic.STATEMENTS, Statement.class).getLast().heldBack())
                    .isEmpty();
        }
    }

    @Test
    void aPersonIsAskedBeforeTheFirstInvoiceToABusinessAbroadAndOnceOnly() {
        Party german = Changed.with(
                Changed.with(
                        Changed.with(SampleParties.of("GMBH", PayerKind.PROFESSIONAL), "vatId", "DE811907980"),
                        "country",
                        "DE"),
                "siren",
                null);
        stream.publish(german);
        tell(ORDER.replace("BY-NOADR", "GMBH"), NEW_YEAR);
        tell(ORDER.replace("BY-NOADR", "GMBH").replace("Y-NOADR", "Y-2"), NEW_YEAR);

        assertThat(stream.said(Topic.INVOICES, Invoice.class)).hasSize(2);
        assertThat(stream.said(Topic.DUNNING_ALERTS, DunningAlert.class))
                .extracting(DunningAlert::kind, DunningAlert::payer, DunningAlert::reason, DunningAlert::documentId)
                .containsExactly(tuple(Kind.FOREIGN_BUSINESS, "GMBH", "VAT number DE", "Y-NOADR/GMBH/INVOICE/1"));
    }

    @Test
    void theStatementShowsWhatIsHeldBack() {
        publish(NO_ADDRESS);
        tell(ORDER, NEW_YEAR);
        closeUntil(NEW_YEAR.plusDays(3));

        Statement statement = stream.said(Topic.STATEMENTS, Statement.class).getLast();
        assertThat(statement.heldBack())
                .extracting(Statement.HeldBack::documentId)
                .containsExactly("Y-NOADR/BY-NOADR/INVOICE/1");
        assertThat(statement.receivables())
                .extracting(Statement.Receivable::dueOn)
                .containsOnlyNulls();
    }

    private void closeUntil(LocalDate morning) {
        for (LocalDate day = closed.plusDays(1); day.isBefore(morning); day = day.plusDays(1)) {
            stream.close(day);
            closed = day;
        }
    }

    private LocalDate closed = NEW_YEAR.minusDays(1);

    private void publish(String party) {
        try {
            stream.publish(RecordJson.read(Party.class, RecordJson.parse(party)));
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void tell(String fact, LocalDate today) {
        stream.tellAlone(fact(fact), today);
    }

    private Fact fact(String json) {
        return switch (FactJson.parse(json, "f" + json.hashCode())) {
            case Parsed.Told(Fact fact) -> fact;
            case Parsed.Malformed malformed -> throw new IllegalArgumentException(malformed.sentence());
        };
    }

    /** What the numbering told since it was last asked. */
    private List<Fact> ownFacts() {
        return stream.said(Topic.FACTS, LoggedFact.class).stream()
                .filter(entry -> entry.origin() == null)
                .map(LoggedFact::payload)
                .filter(LoggedFact.Told.class::isInstance)
                .map(told -> ((LoggedFact.Told) told).fact())
                .toList();
    }
}
