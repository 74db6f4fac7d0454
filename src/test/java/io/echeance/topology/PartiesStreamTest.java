package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.OrderAlert.PartyMissing;
import io.echeance.core.order.OrderFact;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.terms.Quality;
import io.echeance.document.Changed;
import io.echeance.document.SampleParties;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A document bears the parties as they are when it gets its number; without them it gets none. */
class PartiesStreamTest {

    private static final LocalDate ON = LocalDate.of(2026, 2, 2);

    @AutoClose
    private final StreamUnderTest stream = new StreamUnderTest();

    @BeforeEach
    void open() {
        stream.close(ON.minusDays(1));
    }

    @Test
    void anInvoiceNamesItsPartiesAsTheyAreOnTheDayOfIssueAndKeepsThem() {
        stream.tell(order("A-1", "EVA"), ON);
        stream.publish(renamed("EVA", "Eva Nouveau"));
        stream.tellAlone(order("A-2", "EVA"), ON);

        assertThat(invoices())
                .extracting(
                        invoice -> invoice.issuer().name(),
                        invoice -> invoice.buyer().name())
                .containsExactly(tuple("Alegria Tech", "Partie EVA"), tuple("Alegria Tech", "Eva Nouveau"));
    }

    @Test
    void anUnknownPartyHoldsItsOwnDocumentsBackAndNoOthers() {
        stream.tellAlone(order("A-1", "GHOST"), ON);
        stream.tell(order("A-2", "EVA"), ON);

        assertThat(numbers()).containsExactly("alegria-2026-000001");
        assertThat(stream.said(Topic.DUNNING_ALERTS, Alert.class)).isEmpty();
        stream.close(ON);
        List<Alert> alerts = stream.said(Topic.DUNNING_ALERTS, Alert.class);
        assertThat(alerts).hasSize(1);
        PartyMissing missing = (PartyMissing) alerts.getFirst();
        assertThat(missing.on()).isEqualTo(ON.plusDays(1));
        assertThat(missing.orderId()).isEqualTo("A-1");
        assertThat(missing.lack()).isEqualTo("UNKNOWN_PARTY");
        assertThat(missing.payer()).isEqualTo("GHOST");
        assertThat(missing.documentId()).hasToString("A-1/GHOST/INVOICE/1");
        assertThat(missing.receivables())
                .extracting(Alert.NamedDebt::key)
                .containsExactly(ReceivableKey.parse("A-1/GHOST/INVOICE/1#1"));

        stream.publish(SampleParties.of("GHOST", PayerKind.CONSUMER));

        List<Invoice> released = invoices();
        assertThat(released).extracting(Invoice::number).containsExactly("alegria-2026-000002");
        assertThat(released.getFirst().document().id()).hasToString("A-1/GHOST/INVOICE/1");
        assertThat(released.getFirst().document().on()).isEqualTo(ON.plusDays(1));
    }

    @Test
    void aPartyThatIsNotWholeHoldsBackUntilItIs() {
        Party whole = SampleParties.of("GHOST", PayerKind.CONSUMER);
        stream.publish(Changed.with(whole, "city", null));
        stream.tellAlone(order("A-1", "GHOST"), ON);

        assertThat(numbers()).isEmpty();
        stream.close(ON);
        assertThat(stream.said(Topic.DUNNING_ALERTS, Alert.class))
                .asInstanceOf(list(PartyMissing.class))
                .extracting(PartyMissing::lack)
                .containsExactly("NO_POSTAL_ADDRESS");

        stream.publish(Changed.with(whole, "city", null));
        assertThat(numbers()).isEmpty();
        stream.publish(whole);
        assertThat(numbers()).containsExactly("alegria-2026-000001");
    }

    @Test
    void aPersonIsAlertedOnAMorningAndAgainOnlyOfWhatHasBegunToWaitSince() {
        stream.tellAlone(order("A-1", "GHOST"), ON);
        stream.tellAlone(order("A-2", "GHOST"), ON);
        stream.close(ON);
        assertThat(waiting()).containsExactly("A-1/GHOST/INVOICE/1");
        stream.close(ON.plusDays(1));
        assertThat(waiting()).isEmpty();
        stream.tellAlone(order("A-3", "GHOST"), ON.plusDays(2));
        stream.close(ON.plusDays(2));
        assertThat(waiting()).containsExactly("A-3/GHOST/INVOICE/1");
    }

    @Test
    void nobodyIsAnnouncedAPartyThatComesBeforeTheDayIsClosed() {
        stream.tellAlone(order("A-1", "GHOST"), ON);
        stream.publish(SampleParties.of("GHOST", PayerKind.CONSUMER));
        stream.close(ON);
        assertThat(numbers()).hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whatWaitsForOnePartyGoesOnInItsOrder() {
        stream.tellAlone(order("A-1", "GHOST"), ON);
        stream.close(ON);
        stream.tellAlone(withdrawal("A-1", ON.plusDays(1)), ON.plusDays(1));
        stream.tellAlone(order("A-2", "GHOST"), ON.plusDays(1));
        assertThat(numbers()).isEmpty();

        stream.publish(SampleParties.of("GHOST", PayerKind.CONSUMER));

        List<Invoice> released = invoices();
        assertThat(released)
                .extracting(invoice -> invoice.document().id().text())
                .containsExactly("A-1/GHOST/INVOICE/1", "A-1/GHOST/CREDIT_NOTE/1", "A-2/GHOST/INVOICE/1");
        assertThat(released.get(1).preceding())
                .extracting(Invoice.Preceding::number)
                .containsExactly("alegria-2026-000001");
    }

    @Test
    void anErasedPartyIsUnknownFromThenOn() {
        stream.tell(order("A-1", "EVA"), ON);
        assertThat(numbers()).hasSize(1);

        stream.raw(Topic.PARTIES, "EVA", null, StreamUnderTest.noon(ON));
        stream.tellAlone(order("A-2", "EVA"), ON);

        assertThat(numbers()).isEmpty();
    }

    @Test
    void aRecordOfPartiesThatCannotBeTakenIsKeptWithItsReason() {
        byte[] nonsense = {1, 2, 3};
        stream.raw(Topic.PARTIES, "EVA", nonsense, StreamUnderTest.noon(ON));
        stream.raw(
                Topic.PARTIES,
                "EVA",
                stream.bytes(Topic.PARTIES, SampleParties.of("ADAM", PayerKind.CONSUMER)),
                StreamUnderTest.noon(ON));

        assertThat(stream.rejected())
                .satisfiesExactly(
                        first -> {
                            assertThat(first.reason()).isEqualTo(Reason.MALFORMED);
                            assertThat(first.topic()).isEqualTo("parties");
                            assertThat(first.value().get()).isEqualTo(nonsense);
                        },
                        second -> assertThat(second.sentence())
                                .isEqualTo("its key is not the id of the party that it is about"));
    }

    private List<String> waiting() {
        return stream.said(Topic.DUNNING_ALERTS, Alert.class).stream()
                .filter(PartyMissing.class::isInstance)
                .map(alert -> ((PartyMissing) alert).documentId().text())
                .toList();
    }

    private List<Invoice> invoices() {
        return stream.said(Topic.INVOICES, Invoice.class);
    }

    private List<String> numbers() {
        return invoices().stream().map(Invoice::number).toList();
    }

    private static OrderPlaced order(String orderId, String customer) {
        return new OrderPlaced(
                "placed-" + orderId,
                orderId,
                ON,
                "alegria-online",
                new Customer(customer, Quality.CONSUMER),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "Parcours en ligne", Money.of("490.00"))),
                new Service(ON.plusDays(21), ON.plusDays(22), List.of()),
                null,
                null,
                List.of(),
                false);
    }

    private static OrderCancelled withdrawal(String orderId, LocalDate on) {
        return new OrderCancelled(
                "withdrawn-" + orderId,
                orderId,
                on,
                OrderFact.ContractParty.CUSTOMER,
                CancellationReason.WITHDRAWAL,
                null);
    }

    private static Party renamed(String id, String name) {
        return Changed.with(SampleParties.of(id, PayerKind.CONSUMER), "name", name);
    }
}
