package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Alert.NamedDebt;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Fact;
import io.echeance.core.order.NumberingFact;
import io.echeance.core.order.NumberingFact.DocumentHeldBack;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.Quality;
import io.echeance.document.Changed;
import io.echeance.document.SampleParties;
import io.echeance.serde.record.AlertKind;
import io.echeance.serde.record.LoggedFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Orders, cancellations and parties in any order that chance gives, parties unknown, incomplete, whole, erased and
 * whole again: {@code -Dseeds=100} plays more, {@code -DfirstSeed=n} others.
 */
class LatePartiesStreamTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final int DAYS = 50;
    private static final List<String> CUSTOMERS = List.of("ANNA", "BEN", "CARL", "DORA");

    static Stream<Long> seeds() {
        long first = Long.getLong("firstSeed", 1L);
        return LongStream.range(first, first + Integer.getInteger("seeds", 2)).boxed();
    }

    /** Everything that was said, in order, on one topic each. */
    private record Announcements(List<Invoice> invoices, List<Alert> alerts, List<NumberingFact> own) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWaitsGetsItsNumberInItsOrderAndNothingRestsOnItBefore(long seed) {
        Announcements said = played(seed);

        assertThat(said.invoices()).hasSizeGreaterThan(10);
        assertThat(said.own()).hasAtLeastOneElementOfType(DocumentHeldBack.class);
        isGaplessAndNeverGoesBack(said.invoices());
        creditsFollowTheirInvoices(said.invoices());
        nothingRestsOnWhatHasNoNumber(said);
        isReceivedOnce(said.own());
        assertThat(played(seed)).isEqualTo(said);
    }

    private static void isGaplessAndNeverGoesBack(List<Invoice> invoices) {
        Map<String, Integer> last = new HashMap<>();
        LocalDate before = LocalDate.MIN;
        for (Invoice invoice : invoices) {
            int position = last.merge(invoice.series(), 1, Integer::sum);
            assertThat(invoice.number()).endsWith("-%06d".formatted(position));
            assertThat(invoice.document().on()).isAfterOrEqualTo(before);
            assertThat(invoice.series()).endsWith("/" + invoice.document().on().getYear());
            before = invoice.document().on();
        }
    }

    private static void creditsFollowTheirInvoices(List<Invoice> invoices) {
        Map<DocumentId, Invoice> issued = new HashMap<>();
        for (Invoice invoice : invoices) {
            invoice.preceding().forEach(earlier -> {
                assertThat(issued).containsKey(earlier.documentId());
                assertThat(earlier.on())
                        .isEqualTo(issued.get(earlier.documentId()).document().on());
            });
            assertThat(issued.put(invoice.document().id(), invoice)).isNull();
        }
    }

    private static void nothingRestsOnWhatHasNoNumber(Announcements said) {
        Map<DocumentId, Document> issued = new HashMap<>();
        said.invoices().forEach(invoice -> issued.put(invoice.document().id(), invoice.document()));
        Set<DocumentId> held = new HashSet<>();
        said.own().stream().filter(DocumentHeldBack.class::isInstance).forEach(fact -> held.add(fact.documentId()));
        for (Alert alert : said.alerts()) {
            if (AlertKind.of(alert) == AlertKind.PARTY_MISSING) {
                continue;
            }
            for (NamedDebt claim : alert.receivables()) {
                DocumentId id = claim.key().document();
                if (held.contains(id)) {
                    Document document = issued.get(id);
                    assertThat(document).as("%s", alert).isNotNull();
                    assertThat(alert.on()).as("%s", alert).isAfterOrEqualTo(document.on());
                    assertThat(claim.dueOn()).isAfterOrEqualTo(document.on());
                }
            }
        }
    }

    private static void isReceivedOnce(List<NumberingFact> own) {
        assertThat(own).extracting(Fact::factId).doesNotHaveDuplicates();
        Set<DocumentId> numbered = new HashSet<>();
        for (NumberingFact fact : own) {
            if (fact instanceof DocumentNumbered) {
                numbered.add(fact.documentId());
            } else {
                assertThat(numbered).doesNotContain(fact.documentId());
            }
        }
    }

    private static Announcements played(long seed) {
        Random random = new Random(seed);
        try (StreamUnderTest stream = new StreamUnderTest()) {
            stream.close(FIRST.minusDays(1));
            int orders = 0;
            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
                List<Runnable> events = new ArrayList<>();
                LocalDate today = day;
                for (int n = random.nextInt(3); n > 0; n--) {
                    String customer = CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
                    String id = "O-" + ++orders;
                    events.add(() -> stream.tellAlone(order(id, customer, today), today));
                }
                if (orders > 3 && random.nextInt(3) == 0) {
                    String id = "O-" + (1 + random.nextInt(orders - 2));
                    events.add(() -> stream.tellAlone(cancelled(id, today), today));
                }
                if (random.nextInt(3) == 0) {
                    String customer = CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
                    int how = random.nextInt(4);
                    events.add(() -> introduce(stream, customer, how, today));
                }
                Collections.shuffle(events, random);
                events.forEach(Runnable::run);
                stream.close(day);
            }
            CUSTOMERS.forEach(customer -> introduce(stream, customer, 3, FIRST.plusDays(DAYS)));
            return new Announcements(
                    stream.said(Topic.INVOICES, Invoice.class),
                    stream.said(Topic.DUNNING_ALERTS, Alert.class),
                    own(stream));
        }
    }

    private static void introduce(StreamUnderTest stream, String customer, int how, LocalDate today) {
        var whole = SampleParties.of(customer, PayerKind.CONSUMER);
        switch (how) {
            case 0 -> stream.raw(Topic.PARTIES, customer, null, StreamUnderTest.noon(today));
            case 1 -> stream.publish(Changed.with(whole, "city", null));
            default -> stream.publish(whole);
        }
    }

    private static List<NumberingFact> own(StreamUnderTest stream) {
        List<NumberingFact> own = new ArrayList<>();
        for (LoggedFact entry : stream.said(Topic.FACTS, LoggedFact.class)) {
            if (entry.payload() instanceof LoggedFact.Received(Fact fact) && fact instanceof NumberingFact received) {
                own.add(received);
            }
        }
        return own;
    }

    private static OrderPlaced order(String id, String customer, LocalDate on) {
        return new OrderPlaced(
                "placed-" + id,
                id,
                on,
                "alegria-online",
                new Customer(customer, Quality.CONSUMER),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "Parcours en ligne", Money.of("490.00"))),
                new Service(on.plusDays(21), on.plusDays(22), List.of()),
                null,
                null,
                List.of(),
                false);
    }

    private static OrderCancelled cancelled(String id, LocalDate on) {
        return new OrderCancelled(
                "cancelled-" + id + on, id, on, ContractParty.SELLER, CancellationReason.NOT_ENOUGH_PARTICIPANTS, null);
    }
}
