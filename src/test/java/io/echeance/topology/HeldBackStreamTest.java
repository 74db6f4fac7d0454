package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Fact;
import io.echeance.core.order.NumberingFact.DocumentHeldBack;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.NumberingFact.Missing;
import io.echeance.core.order.OrderAlert.PartyMissing;
import io.echeance.core.order.OrderAlert.VatToForeignBusiness;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.ServiceHold;
import io.echeance.core.order.Statement;
import io.echeance.document.Changed;
import io.echeance.document.SampleParties;
import io.echeance.serde.record.AlertKind;
import io.echeance.serde.record.LoggedFact;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stream does with documents whose parties are unknown, not whole, or abroad. */
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

    private static final String PAID = """
        {"type": "PaymentReceived", "on": "%s", "orderId": "Y-NOADR", "paymentId": "P-1", "payerId": "BY-NOADR",
         "amount": "600.00", "method": "TRANSFER"}\
        """;

    @AutoClose
    private final StreamUnderTest stream = new StreamUnderTest();

    @BeforeEach
    void open() {
        stream.close(NEW_YEAR.minusDays(1));
    }

    @Test
    void anInvoiceWithoutAddressIsNotDunnedForMonthsAndBearsTheDayOnWhichTheAddressCame() {
        publish(NO_ADDRESS);
        tell(ORDER, NEW_YEAR);
        closeUntil(MARCH);

        assertThat(stream.said(Topic.INVOICES, Invoice.class)).isEmpty();
        assertThat(stream.said(Topic.SERVICE_HOLDS, ServiceHold.class)).isEmpty();
        assertThat(stream.said(Topic.DUNNING_ALERTS, Alert.class))
                .asInstanceOf(list(PartyMissing.class))
                .extracting(PartyMissing::lack, PartyMissing::on)
                .containsExactly(tuple("NO_POSTAL_ADDRESS", NEW_YEAR.plusDays(1)));
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
        List<Alert> alerts = stream.said(Topic.DUNNING_ALERTS, Alert.class);
        assertThat(alerts).extracting(AlertKind::of).contains(AlertKind.FORMAL_NOTICE);
        assertThat(alerts)
                .allMatch(alert -> alert.receivables().getFirst().dueOn().equals(MARCH.plusDays(30)));
    }

    /** A past is loaded, and whoever it is about becomes known behind it: with this morning's timestamp. */
    @Test
    void beforeAnyDayWasClosedWhatWasHeldBackBearsTheDayOnWhichItWasDecided() {
        LocalDate late = NEW_YEAR.plusDays(50);
        try (StreamUnderTest fresh = new StreamUnderTest()) {
            fresh.tellAlone(Received.fact(ORDER), NEW_YEAR);
            fresh.tellAlone(Received.fact(PAID.formatted(late)), late);
            assertThat(fresh.said(Topic.INVOICES, Invoice.class)).isEmpty();

            byte[] party = fresh.bytes(Topic.PARTIES, Received.party(ADDRESS));
            fresh.raw(Topic.PARTIES, "BY-NOADR", party, StreamUnderTest.noon(MARCH));

            assertThat(fresh.said(Topic.INVOICES, Invoice.class))
                    .extracting(Invoice::document)
                    .containsExactlyElementsOf(
                            Facts.documents(Received.fact(ORDER), Received.fact(PAID.formatted(late))))
                    .extracting(Document::kind, Document::on)
                    .containsExactly(tuple(Document.Kind.INVOICE, NEW_YEAR), tuple(Document.Kind.CLOSING, late));
        }
    }

    /** Which topic was read first is nobody's business; who is unknown when the first day ends holds it back. */
    @Test
    void beforeAnyDayWasClosedAnAccountHearsOfNothingHeldBackButAtTheFirstClose() {
        LocalDate late = NEW_YEAR.plusDays(50);
        try (StreamUnderTest fresh = new StreamUnderTest()) {
            fresh.tellAlone(Received.fact(ORDER), NEW_YEAR);
            fresh.tellAlone(Received.fact(PAID.formatted(late)), late);
            assertThat(ownFacts(fresh)).isEmpty();

            fresh.close(late);

            assertThat(ownFacts(fresh))
                    .extracting(fact -> ((DocumentHeldBack) fact).documentId().text())
                    .contains("Y-NOADR/BY-NOADR/INVOICE/1");
            assertThat(fresh.said(Topic.INVOICES, Invoice.class)).isEmpty();
            assertThat(fresh.said(Topic.DUNNING_ALERTS, Alert.class))
                    .asInstanceOf(list(PartyMissing.class))
                    .extracting(PartyMissing::on)
                    .contains(late.plusDays(1));
        }
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
                    Received.fact(ORDER.replace("BY-NOADR", "ACME")
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
        assertThat(stream.said(Topic.DUNNING_ALERTS, Alert.class))
                .asInstanceOf(list(VatToForeignBusiness.class))
                .extracting(
                        VatToForeignBusiness::payer, VatToForeignBusiness::shownBy, VatToForeignBusiness::documentId)
                .containsExactly(tuple("GMBH", "VAT number DE", new DocumentId("Y-NOADR/GMBH/INVOICE/1")));
    }

    @Test
    void theStatementShowsWhatIsHeldBack() {
        publish(NO_ADDRESS);
        tell(ORDER, NEW_YEAR);
        closeUntil(NEW_YEAR.plusDays(3));

        Statement statement = stream.said(Topic.STATEMENTS, Statement.class).getLast();
        assertThat(statement.heldBack())
                .extracting(Statement.HeldBack::documentId)
                .containsExactly(new DocumentId("Y-NOADR/BY-NOADR/INVOICE/1"));
        assertThat(statement.receivables())
                .extracting(Statement.ReceivablePosition::dueOn)
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
        stream.publish(Received.party(party));
    }

    private void tell(String fact, LocalDate today) {
        stream.tellAlone(Received.fact(fact), today);
    }

    /** What the numbering told since it was last asked. */
    private List<Fact> ownFacts() {
        return ownFacts(stream);
    }

    private static List<Fact> ownFacts(StreamUnderTest played) {
        return played.said(Topic.FACTS, LoggedFact.class).stream()
                .filter(entry -> entry.origin() == null)
                .map(LoggedFact::payload)
                .filter(LoggedFact.Received.class::isInstance)
                .map(received -> ((LoggedFact.Received) received).fact())
                .toList();
    }
}
