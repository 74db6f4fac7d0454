package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.PaymentAlert.UnmatchedPayment;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Statement;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments find their order by what they name; those that name nothing we know wait. */
class SuspenseStreamTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 12);

    @AutoClose
    private final StreamUnderTest stream = new StreamUnderTest();

    @BeforeEach
    void begin() {
        stream.close(TODAY.minusDays(1));
    }

    private void closeThrough(LocalDate first, LocalDate last) {
        first.datesUntil(last.plusDays(1)).forEach(stream::close);
    }

    /** What an order was told of money, by the log. */
    private List<Object> paidInto(String orderId) {
        List<Object> facts = new ArrayList<>();
        for (LoggedFact entry : stream.said(Topic.FACTS, LoggedFact.class)) {
            if (entry.payload() instanceof Received(var fact)
                    && (fact instanceof PaymentReceived || fact instanceof PaymentReturned)
                    && orderId.equals(fact.orderId())) {
                facts.add(fact);
            }
        }
        return facts;
    }

    private Money creditOf(String orderId) {
        return stream.said(Topic.STATEMENTS, Statement.class).stream()
                .filter(statement -> statement.orderId().equals(orderId))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .payers()
                .getFirst()
                .credit();
    }

    /** A past is loaded, and the topics are read at their own pace. */
    @Test
    void aPaymentThatWaitedForAnOlderOrderIsNotKnownBeforeItWasReceived() {
        OrderPlaced order = Facts.order("A-1", TODAY, "alegria-online", "900.00");
        LocalDate late = TODAY.plusDays(60);
        PaymentReceived payment = Facts.payment("told", "P1", null, "A-1/ACME/INVOICE/1", late, "1080.00");
        try (StreamUnderTest fresh = new StreamUnderTest()) {
            fresh.tell(payment, late);
            fresh.tell(order, TODAY);

            assertThat(fresh.said(Topic.INVOICES, Invoice.class))
                    .extracting(Invoice::document)
                    .containsExactlyElementsOf(Facts.documents(order, payment))
                    .extracting(Document::kind, Document::on)
                    .containsExactly(tuple(Kind.INVOICE, TODAY), tuple(Kind.CLOSING, late));
        }
    }

    @Test
    void aPaymentForNobodyWaitsAndAPersonIsAlertedOnceAfterThreeDays() {
        stream.tell(Facts.payment("P1", "SCHOOL FEES MARCH", TODAY), TODAY);
        closeThrough(TODAY, TODAY.plusDays(2));
        assertThat(stream.said(Topic.DUNNING_ALERTS, Alert.class)).isEmpty();

        closeThrough(TODAY.plusDays(3), TODAY.plusDays(20));
        assertThat(stream.said(Topic.DUNNING_ALERTS, Alert.class))
                .singleElement()
                .isEqualTo(new UnmatchedPayment(
                        TODAY.plusDays(4), null, "ACME", "P1", Money.of("2880.00"), "SCHOOL FEES MARCH", List.of()));
        assertThat(stream.rejected()).isEmpty();
    }

    @Test
    void itIsMatchedWhenItsOrderAppearsEvenLongAfterTheAlert() {
        PaymentReceived payment = Facts.payment("P1", "T-1", TODAY);
        stream.tell(payment, TODAY);
        closeThrough(TODAY, TODAY.plusDays(9));
        assertThat(paidInto("T-1")).isEmpty();

        stream.tell(Facts.order("T-1", TODAY.plusDays(10)), TODAY.plusDays(10));

        assertThat(paidInto("T-1")).containsExactly(payment.of("T-1"));
        assertThat(creditOf("T-1")).isEqualTo(Money.of("2880.00"));
        assertThat(stream.<Object>store(StateStores.SUSPENSE).all().hasNext()).isFalse();
    }

    @Test
    void whatFollowsItsPaymentWithoutAnOrderIdIsOnTheLogWithItsBytes() {
        stream.tell(Facts.order("T-1", TODAY), TODAY);
        stream.tell(Facts.payment("P1", "T-1", TODAY), TODAY);
        stream.said(Topic.FACTS, LoggedFact.class);

        stream.tell(new PaymentReturned("back", null, TODAY, "P1", "AM04"), TODAY);
        stream.tell(new RefundPaid("out", null, TODAY, "T-1/ACME/refund/1", "ACME", Money.of("1.00")), TODAY);

        assertThat(stream.said(Topic.FACTS, LoggedFact.class))
                .filteredOn(entry -> entry.payload() instanceof Received(PaymentFact money))
                .hasSize(2)
                .allMatch(entry -> entry.origin() != null);
    }

    @Test
    void whatIsMatchedInTimeIsNotAnnounced() {
        stream.tell(Facts.payment("P1", "T-1", TODAY), TODAY);
        stream.tell(Facts.order("T-1", TODAY), TODAY);
        closeThrough(TODAY, TODAY.plusDays(10));

        assertThat(stream.said(Topic.DUNNING_ALERTS, Alert.class)).isEmpty();
    }

    @Test
    void aPaymentMayNameAnInvoiceByNumberOrById() {
        stream.tell(Facts.order("T-1", TODAY), TODAY);
        PaymentReceived byNumber = Facts.payment("P1", "technolowgic-2026-000001", TODAY);
        PaymentReceived byId = Facts.payment("P2", " T-1/ACME/INVOICE/1 ", TODAY);
        stream.tell(byNumber, TODAY);
        stream.tell(byId, TODAY);
        assertThat(paidInto("T-1")).isEmpty();

        closeThrough(TODAY, TODAY.plusDays(22));

        assertThat(stream.said(Topic.INVOICES, Invoice.class))
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.number()).isEqualTo("technolowgic-2026-000001"));
        assertThat(paidInto("T-1")).containsExactlyInAnyOrder(byNumber.of("T-1"), byId.of("T-1"));
    }

    @Test
    void theReferenceDecidesAgainstTheOrderIdAndWithoutOneTheOrderIdDoes() {
        stream.tell(Facts.order("T-1", TODAY), TODAY);
        stream.tell(Facts.order("T-2", TODAY), TODAY);
        stream.tell(Facts.payment("b-1", "P1", "T-1", "T-2", TODAY, "10.00"), TODAY);
        stream.tell(Facts.payment("b-2", "P2", "T-1", null, TODAY, "20.00"), TODAY);

        assertThat(paidInto("T-1")).singleElement().hasFieldOrPropertyWithValue("paymentId", "P2");
        stream.close(TODAY);
        stream.tell(Facts.payment("b-3", "P3", "T-1", "T-2", TODAY, "10.00"), TODAY.plusDays(1));
        assertThat(paidInto("T-2")).singleElement().hasFieldOrPropertyWithValue("paymentId", "P3");
    }

    @Test
    void aPaymentThatNamesNothingAtAllWaitsToo() {
        stream.tell(Facts.payment("P1", null, TODAY), TODAY);
        closeThrough(TODAY, TODAY.plusDays(4));

        assertThat(stream.said(Topic.DUNNING_ALERTS, Alert.class)).hasSize(1);
    }

    @Test
    void aReturnFollowsItsPaymentWhereverItWentEvenIfItCameFirst() {
        PaymentReturned returned = new PaymentReturned("ret-1", null, TODAY.plusDays(1), "P1", "insufficient funds");
        stream.tell(returned, TODAY);
        stream.tell(Facts.payment("P1", "T-1", TODAY), TODAY);
        assertThat(paidInto("T-1")).isEmpty();

        stream.tell(Facts.order("T-1", TODAY), TODAY);

        assertThat(paidInto("T-1"))
                .hasSize(2)
                .contains(new PaymentReturned("ret-1", "T-1", TODAY.plusDays(1), "P1", "insufficient funds"));
        assertThat(stream.<Object>store(StateStores.SUSPENSE).all().hasNext()).isFalse();
    }

    /** There was nothing to tell of it while it had come back; by what is known later, something else had. */
    @Test
    void moneyThatWasThoughtToHaveComeBackIsAnnouncedWhenTheReturnTurnsOutToBeOfAnother() {
        stream.tell(Facts.order("T-1", TODAY), TODAY);
        stream.tell(new PaymentReturned("ret-1", "T-1", TODAY.plusDays(1), "P1", "insufficient funds"), TODAY);
        stream.tell(Facts.payment("told-1", "P1", null, "SCHOOL FEES", TODAY.plusDays(1), "2880.00"), TODAY);
        closeThrough(TODAY, TODAY.plusDays(8));
        assertThat(stream.said(Topic.DUNNING_ALERTS, Alert.class)).isEmpty();

        stream.tell(Facts.payment("told-2", "P1", "T-1", "T-1", TODAY, "100.00"), TODAY.plusDays(9));
        closeThrough(TODAY.plusDays(9), TODAY.plusDays(12));

        assertThat(stream.said(Topic.DUNNING_ALERTS, Alert.class).stream().filter(UnmatchedPayment.class::isInstance))
                .containsExactly(new UnmatchedPayment(
                        TODAY.plusDays(10), null, "ACME", "P1", Money.of("2880.00"), "SCHOOL FEES", List.of()));
    }

    @Test
    void manyUnmatchedPaymentsAreAllAnnouncedOnTheirMorningHoweverSmallTheSlicesOfTheAccounts() {
        try (StreamUnderTest narrow = new StreamUnderTest(2, pause -> false)) {
            narrow.close(TODAY.minusDays(1));
            for (int n = 1; n <= 5; n++) {
                narrow.tell(Facts.payment("P" + n, "unknown " + n, TODAY), TODAY);
            }
            narrow.close(TODAY.plusDays(3));
            assertThat(narrow.said(Topic.DUNNING_ALERTS, Alert.class)).hasSize(5);
            assertThat(narrow.<Bytes>store(StateStores.SUSPENSE_WAKE_UPS).all().hasNext())
                    .isFalse();
            narrow.close(TODAY.plusDays(4));
            narrow.tell(Facts.payment("P6", "T-1", TODAY), TODAY.plusDays(5));

            assertThat(narrow.said(Topic.DUNNING_ALERTS, Alert.class)).isEmpty();
        }
    }
}
