package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.matching.CreditorReference;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** are asked for one price, by numbers that follow each other; A-3 for another. */
@DisplayName("In the stream a bank's payment that bears a number")
class ListPricesStreamTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);

    private static void pay(StreamUnderTest stream, String id, String reference, Money amount) {
        LocalDate on = DAY.plusDays(2);
        stream.tell(new PaymentReceived("told-" + id, null, on, id, null, amount, Method.TRANSFER, reference), on);
    }

    @Test
    @DisplayName("waits where a number near to it asks for the same, and else goes to its order")
    void waitsWhereANearNumberAsksForTheSame() {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            stream.close(DAY.minusDays(1));
            stream.tell(Facts.order("A-1", DAY, "alegria-online", "900.00"), DAY);
            stream.tell(Facts.order("A-2", DAY, "alegria-online", "900.00"), DAY);
            stream.tell(Facts.order("A-3", DAY, "alegria-online", "950.00"), DAY);
            stream.close(DAY);
            stream.close(DAY.plusDays(1));
            List<Invoice> invoices = stream.said(Topic.INVOICES, Invoice.class);
            List<String> numbers = invoices.stream().map(Invoice::number).toList();
            List<Money> asked = invoices.stream()
                    .map(invoice -> invoice.document().due().getFirst().amount())
                    .toList();
            assertThat(asked.get(0)).isEqualTo(asked.get(1)).isNotEqualTo(asked.get(2));

            pay(stream, "P1", "FACTURE " + numbers.get(0), asked.get(0));
            pay(stream, "P2", numbers.get(1), asked.get(1));
            pay(stream, "P3", "FACTURE " + numbers.get(2), asked.get(2));
            pay(stream, "P4", CreditorReference.of(numbers.get(0)).orElseThrow(), asked.get(0));

            assertThat(stream.said(Topic.FACTS, LoggedFact.class).stream()
                            .filter(entry ->
                                    entry.payload() instanceof Received(var fact) && fact instanceof PaymentReceived)
                            .map(entry -> ((PaymentReceived) ((Received) entry.payload()).fact())))
                    .extracting(payment -> payment.paymentId() + " to " + payment.orderId())
                    .containsExactly("P3 to A-3", "P4 to A-1");
        }
    }
}
