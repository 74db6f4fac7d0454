package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.order.Fact;
import io.echeance.core.order.NumberingFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import io.echeance.laws.History;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.Test;

/** References as a bank delivered them: a number inside a text, in other letters, twice in one text. */
class BankTextStreamTest {

    private static final LocalDate ORDERED = LocalDate.of(2026, 1, 12);
    private static final LocalDate PAID = ORDERED.plusDays(25);

    private static final List<PaymentReceived> PAYMENTS = List.of(
            Facts.payment("R1", "TECHNOLOWGIC-2026-000001", PAID),
            Facts.payment("R2", " technolowgic-2026-000002 ", PAID),
            Facts.payment("R3", "FACTURE technolowgic-2026-000003", PAID),
            Facts.payment("R7", "y-4", PAID),
            Facts.payment("R8", "Y-5\n", PAID),
            Facts.payment("R9", "technolowgic-2026-000001 technolowgic-2026-000002", PAID));

    private static List<Fact> orders() {
        List<Fact> orders = new ArrayList<>();
        for (String id : List.of("one", "two", "three", "Y-4", "Y-5")) {
            orders.add(Facts.order(id, ORDERED));
        }
        return orders;
    }

    private static String proposed(List<Proposal> proposals) {
        return proposals.stream().map(Proposal::name).collect(Collectors.joining(" "));
    }

    @Test
    void areFoundOrProposedByTheStreamAndByTheBookAlike() {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            Book book = new Book(History.DECIDER);
            stream.close(ORDERED.minusDays(1));
            orders().forEach(order -> stream.tell(order, ORDERED));
            orders().forEach(order -> book.take(order, ORDERED));
            ORDERED.datesUntil(PAID).forEach(stream::close);
            ORDERED.datesUntil(PAID).forEach(book::close);
            // The number says which order came first: the stream gave them, the book hears of them.
            TreeMap<String, String> orderOf = new TreeMap<>();
            for (LoggedFact entry : stream.said(Topic.FACTS, LoggedFact.class)) {
                if (entry.payload() instanceof Received(NumberingFact.DocumentNumbered numbered)) {
                    book.take(numbered, PAID);
                    orderOf.put(numbered.number(), numbered.orderId());
                }
            }
            PAYMENTS.forEach(payment -> stream.tell(payment, PAID));
            PAYMENTS.forEach(payment -> book.take(payment, PAID));

            TreeMap<String, String> found = new TreeMap<>();
            for (LoggedFact entry : stream.said(Topic.FACTS, LoggedFact.class)) {
                if (entry.payload() instanceof Received(PaymentReceived paid)) {
                    found.put(paid.paymentId(), String.valueOf(paid.orderId()));
                }
            }
            assertThat(found)
                    .isEqualTo(new TreeMap<>(Map.of(
                            "R1", orderOf.get("technolowgic-2026-000001"),
                            "R2", orderOf.get("technolowgic-2026-000002"),
                            "R3", orderOf.get("technolowgic-2026-000003"),
                            "R7", "Y-4",
                            "R8", "Y-5")));
            found.forEach((payment, order) -> assertThat(book.account(order))
                    .extracting(account -> account.evidence().facts().stream()
                            .filter(known -> known.fact() instanceof PaymentReceived paid
                                    && paid.paymentId().equals(payment))
                            .count())
                    .isEqualTo(1L));
            String both = "technolowgic-2026-000001 technolowgic-2026-000002";
            assertThat(book.suspense())
                    .singleElement()
                    .satisfies(
                            waiting -> assertThat(proposed(waiting.proposals())).isEqualTo(both));
            try (KeyValueIterator<Object, SuspenseEntry> rows =
                    stream.<SuspenseEntry>store(StateStores.SUSPENSE).all()) {
                assertThat(proposed(rows.next().value.proposals())).isEqualTo(both);
                assertThat(rows).isExhausted();
            }
        }
    }
}
