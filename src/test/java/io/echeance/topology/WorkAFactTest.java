package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.topology.StreamUnderTest.Written;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much is written for a fact: fifty orders, each delivered and paid, one in five late. Counted, not timed, so that
 * it is the same on every machine: whoever writes more than before has to say so here. Each record is a transaction of
 * its own: what goes from part to part goes in a parcel of one. {@code BusyStreamTest} counts those of a busy stream.
 */
class WorkAFactTest {

    private static final Logger LOG = LoggerFactory.getLogger(WorkAFactTest.class);
    /** What we are told, and our marks of days on them. */
    private static final Set<String> INPUTS = Set.of(
            "orders",
            "payments",
            "financing-decisions",
            "collection-actions",
            "customer-actions",
            "ledger-actions",
            "parties");

    private static final int ORDERS = 50;
    private static final int FACTS = 3 * ORDERS;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    /** Delivered three weeks later and due 30 days after that at most; the late pay on the 75th day. */
    private static final LocalDate LAST = FIRST.plusDays(80);

    /** Records of a topic for a hundred facts, and bytes of one: no more than that. */
    private record Bound(long recordsAHundred, long bytesARecord) {}

    private static final Map<String, Bound> BOUNDS = Map.ofEntries(
            // The terms have a loyalty price; without one an order paid in time writes none of these, but for days.
            Map.entry("customers-by-seller-repartition", new Bound(123, 51)),
            // A payer is written once a day; what is to be written lies there until all of the day is closed.
            Map.entry("mailings", new Bound(3, 561)),
            Map.entry("month-sums-changelog", new Bound(113, 208)),
            Map.entry("post-changelog", new Bound(84, 45)),
            Map.entry("customer-decisions-repartition", new Bound(54, 19)),
            Map.entry("customers-changelog", new Bound(50, 107)),
            Map.entry("customer-standing", new Bound(2, 1719)),
            Map.entry("dunning-alerts", new Bound(27, 80)),
            Map.entry("facts", new Bound(360, 45)),
            Map.entry("invoices", new Bound(47, 1040)),
            Map.entry("ledger-entries", new Bound(113, 155)),
            Map.entry("statements", new Bound(133, 202)),
            Map.entry("accounts-changelog", new Bound(133, 161)),
            Map.entry("answers-repartition", new Bound(140, 24)),
            Map.entry("bound-terms-changelog", new Bound(1, 794)),
            Map.entry("draft-terms-changelog", new Bound(1, 794)),
            Map.entry("drafts-by-seller-repartition", new Bound(94, 97)),
            Map.entry("given-numbers-changelog", new Bound(47, 62)),
            Map.entry("named-parties-changelog", new Bound(1, 128)),
            // Two markers a day; here there are 80 days for 150 facts.
            Map.entry("names-repartition", new Bound(140, 23)),
            Map.entry("numbers-changelog", new Bound(41, 81)),
            Map.entry("parties-to-all-repartition", new Bound(87, 49)),
            Map.entry("payments-by-id-repartition", new Bound(87, 54)),
            Map.entry("payments-changelog", new Bound(67, 93)),
            Map.entry("posted-entries-changelog", new Bound(113, 44)),
            Map.entry("postings-by-seller-repartition", new Bound(113, 147)),
            Map.entry("references-changelog", new Bound(41, 39)),
            // What a bank's text may name: orders and numbers, with who pays them, under a key that they share; a
            // payer's last ten.
            Map.entry("references-alike-changelog", new Bound(80, 109)),
            Map.entry("references-repartition", new Bound(174, 47)),
            Map.entry("register-changelog", new Bound(33, 112)),
            Map.entry("series-changelog", new Bound(41, 25)),
            Map.entry("trial-balances-changelog", new Bound(113, 244)),
            Map.entry("trial-balances", new Bound(113, 258)));

    @Test
    void aFactWritesNoMoreThanItsShare() {
        SortedMap<String, Written> written = new TreeMap<>();
        try (StreamUnderTest stream = new StreamUnderTest()) {
            stream.close(FIRST.minusDays(1));
            stream.written();
            for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
                tell(stream, day);
                stream.close(day);
            }
            stream.written().forEach((topic, sum) -> written.put(topic.replaceFirst("^test-", ""), sum));
        }
        written.keySet().removeAll(INPUTS);
        // A few rows a day, whatever the number of facts.
        written.keySet().removeIf(topic -> topic.contains("-barrier-") || topic.contains("-clock-"));
        LOG.info("What {} facts wrote:\n{}", FACTS, table(written));
        assertThat(written.keySet()).isEqualTo(BOUNDS.keySet());
        written.forEach((topic, sum) -> {
            Bound bound = Objects.requireNonNull(BOUNDS.get(topic));
            assertThat(sum.records() * 100 / FACTS)
                    .as("%s: records for a hundred facts", topic)
                    .isLessThanOrEqualTo(bound.recordsAHundred());
            assertThat(sum.bytes() / sum.records())
                    .as("%s: bytes of a record", topic)
                    .isLessThanOrEqualTo(bound.bytesARecord());
        });
    }

    private static void tell(StreamUnderTest stream, LocalDate day) {
        for (int n = 0; n < ORDERS; n++) {
            String order = String.format(Locale.ROOT, "W-%03d", n);
            boolean late = n % 5 == 0;
            if (day.equals(FIRST)) {
                stream.tell(Facts.order(order, day), day);
            }
            if (day.equals(FIRST.plusDays(22))) {
                stream.tell(new ServiceDelivered("done-" + order, order, day, BigDecimal.ONE), day);
            }
            if (day.equals(FIRST.plusDays(late ? 75 : 29))) {
                stream.tell(Facts.payment(order, order, day), day);
            }
        }
    }

    private static String table(SortedMap<String, Written> written) {
        StringBuilder table = new StringBuilder();
        long records = 0;
        long bytes = 0;
        for (Map.Entry<String, Written> entry : written.entrySet()) {
            Written sum = entry.getValue();
            records += sum.records();
            bytes += sum.bytes();
            table.append(String.format(
                    Locale.ROOT,
                    "%-60s %5.2f records a fact of %5d bytes%n",
                    entry.getKey(),
                    (double) sum.records() / FACTS,
                    sum.bytes() / sum.records()));
        }
        return table.append(String.format(
                        Locale.ROOT,
                        "%-60s %5.2f records a fact, %5d bytes a fact%n",
                        "all",
                        (double) records / FACTS,
                        bytes / FACTS))
                .toString();
    }
}
