package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.terms.Quality;
import io.echeance.topology.runtime.EcheanceStreams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A history that is loaded before the first day is closed, with the dates of its facts as timestamps: today is the day
 * of a record, and the parts of the stream go at their own pace. Each order gets the documents that its facts ask for,
 * and the stream comes to rest. {@code -Dhistory.orders=30000} plays a large one.
 */
class HistoryBeforeFirstDayIT {

    private static final int ORDERS = Integer.getInteger("history.orders", 300);
    private static final LocalDate FIRST = LocalDate.of(2025, 10, 1);
    private static final int DAYS = 300;
    private static final Duration LONG = Duration.ofMinutes(3).plusMillis(20L * ORDERS);

    @TempDir
    private static Path directory;

    /** Invoiced at once; one in five is paid after its due date, which brings a closing invoice. */
    private static List<Fact> history() {
        List<Fact> facts = new ArrayList<>();
        Random random = new Random(9);
        for (int n = 0; n < ORDERS; n++) {
            String orderId = "A-" + n;
            LocalDate on = FIRST.plusDays(random.nextInt(DAYS));
            OrderPlaced order = Facts.order(orderId, on, "alegria-online", "900.00");
            facts.add(new OrderPlaced(
                    order.factId(),
                    orderId,
                    on,
                    order.termsId(),
                    new Customer(Facts.CUSTOMER, Quality.PROFESSIONAL),
                    order.lines(),
                    order.service(),
                    null,
                    null,
                    List.of(),
                    false));
            LocalDate paid = n % 5 == 0 ? on.plusDays(20) : on;
            facts.add(Facts.payment("told-" + n, "pay-" + n, null, orderId + "/ACME/INVOICE/1", paid, "900.00"));
        }
        return facts;
    }

    private static List<String> received(List<Document> documents) {
        return documents.stream()
                .map(document -> "%s on %s, %s, due %s"
                        .formatted(document.id(), document.on(), document.gross(), document.due()))
                .sorted()
                .toList();
    }

    /** Each as often as it is in the one and not in the other. */
    private static List<String> without(List<String> these, List<String> those) {
        Map<String, Integer> times = new TreeMap<>();
        those.forEach(one -> times.merge(one, 1, Integer::sum));
        return these.stream()
                .filter(one -> times.merge(one, -1, Integer::sum) < 0)
                .toList();
    }

    @Test
    void itComesToRestWithTheDocumentsOfItsFactsAndNoOthers() {
        List<Fact> facts = history();
        try (Installation installation = new Installation()) {
            for (Fact fact : facts) {
                installation.tell(fact, StreamUnderTest.noon(fact.on()));
            }
            installation.flush();
            try (EcheanceStreams streams =
                    new EcheanceStreams(StreamProcess.settings(installation, directory.resolve("state")))) {
                streams.start();
                installation.awaitIdle(LONG);
                assertThat(streams.failure()).isNotDone();
            }
            List<Document> issued = installation.read(Topic.INVOICES, Invoice.class).stream()
                    .map(Invoice::document)
                    .toList();
            List<Document> asked = Facts.documents(facts.toArray(Fact[]::new));

            assertThat(asked).hasSizeGreaterThan(ORDERS);
            assertThat(without(received(asked), received(issued))).as("missing").isEmpty();
            assertThat(without(received(issued), received(asked)))
                    .as("too many")
                    .isEmpty();
        }
    }
}
