package io.echeance.topology;

import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.terms.Quality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A past that is loaded before the first day is closed: orders of one customer, each with a payment that names its
 * invoice. Where the payment is read first it waits for it, and its payer has other orders.
 */
public final class LoadedPast {

    private static final LocalDate FIRST = LocalDate.of(2025, 10, 1);
    private static final int DAYS = 300;

    private LoadedPast() {}

    /** Invoiced at once; one in five is paid after its due date, which brings a closing invoice. */
    public static List<Fact> of(int orders) {
        List<Fact> facts = new ArrayList<>();
        Random random = new Random(9);
        for (int n = 0; n < orders; n++) {
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

    /**
     * What differs from the documents that the facts ask for.
     *
     * @return nothing: each order got the documents that its facts ask for, and no others
     */
    public static List<String> differences(List<Fact> facts, List<Document> issued) {
        List<String> asked = received(Facts.documents(facts.toArray(Fact[]::new)));
        List<String> differences = new ArrayList<>();
        without(asked, received(issued)).forEach(one -> differences.add("missing: " + one));
        without(received(issued), asked).forEach(one -> differences.add("too many: " + one));
        return differences;
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
}
