package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Terms;
import io.echeance.document.Changed;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** W-10001 is sold under terms that want the sender's name beside a number. */
@DisplayName("In the stream a number under terms that want the sender's name")
class SenderNeededStreamTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate PAID = DAY.plusDays(30);

    @AutoClose
    private final StreamUnderTest stream = new StreamUnderTest();

    private String number() {
        Terms terms = TermPacks.bundled().all().stream()
                .filter(one -> one.name().equals("technolowgic"))
                .findFirst()
                .orElseThrow();
        stream.publish(Changed.with(
                Changed.with(terms, "name", "list-prices"),
                "payment",
                Changed.with(terms.payment(), "numberNeedsSender", true)));
        stream.close(DAY.minusDays(1));
        stream.tell(Facts.order("W-10001", DAY, "list-prices", "2400.00"), DAY);
        stream.close(PAID.minusDays(1));
        return stream.said(Topic.INVOICES, Invoice.class).getFirst().number();
    }

    private void pay(String id, @Nullable String payer, String reference) {
        stream.tell(
                new PaymentReceived(id, null, PAID, id, payer, Money.of("2880.00"), Method.TRANSFER, reference), PAID);
    }

    private List<String> waiting() {
        List<String> ids = new ArrayList<>();
        try (var rows = stream.<SuspenseEntry>store(StateStores.SUSPENSE).all()) {
            rows.forEachRemaining(row -> ids.add(row.value.fact().factId()));
        }
        return ids;
    }

    @Test
    @DisplayName("places nothing while nobody knows who paid, and is proposed")
    void waitsForTheSender() {
        String number = number();
        pay("P1", null, number);
        pay("P2", null, "FACTURE " + number.toUpperCase(Locale.ROOT) + " MERCI");

        assertThat(waiting()).containsExactlyInAnyOrder("P1", "P2");

        pay("P3", Facts.CUSTOMER, number);

        assertThat(waiting()).containsExactlyInAnyOrder("P1", "P2");
        assertThat(stream.said(Topic.STATEMENTS, Statement.class)
                        .getLast()
                        .payers()
                        .getFirst()
                        .paid())
                .isEqualTo(Money.of("2880.00"));
    }

    @Test
    @DisplayName("places the money where the order's name stands beside it")
    void isConfirmedByTheOrder() {
        String number = number();
        pay("P1", null, number + " COMMANDE W-10001");

        assertThat(waiting()).isEmpty();
    }
}
