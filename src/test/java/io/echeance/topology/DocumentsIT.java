package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.money.Money;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Fact;
import io.echeance.core.order.NumberingFact;
import io.echeance.core.order.NumberingFact.DocumentHeldBack;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.Quality;
import io.echeance.document.SampleParties;
import io.echeance.serde.record.LoggedFact;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many documents get their numbers while the stream is killed in mid-flight, again and again: {@code
 * -Ddocuments=100000} for as many as a year of a large seller has.
 */
class DocumentsIT {

    private static final int DOCUMENTS = Integer.getInteger("documents", 800);
    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int CUSTOMERS = 40;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Duration LONG = Duration.ofMinutes(2).plusMillis(30L * DOCUMENTS);
    private static final System.Logger LOG = System.getLogger(DocumentsIT.class.getName());

    /** Both invoice an order on its day, to consumers, so that an order is a document. */
    private static final List<String> TERMS = List.of("alegria-online", "hexagone-initial");

    @TempDir
    private static Path directory;

    @AutoClose
    private static Installation installation;

    private static final Map<String, BitSet> numbers = new TreeMap<>();
    private static final Set<DocumentId> ids = new HashSet<>();
    private static final AtomicLong twice = new AtomicLong();

    @BeforeAll
    static void numberThemAll() throws InterruptedException {
        installation = new Installation();
        SampleParties.sellers().forEach(party -> installation.publish(Topic.PARTIES, party.id(), party));
        introduce(0);
        installation.close(TODAY.minusDays(1));
        long begun = System.nanoTime();
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = StreamProcess.dying(
                    installation, directory.resolve("state"), directory.resolve("stream.log"), Topic.INVOICES, 11);
            if (kill == 0) {
                // Until a part of the stream has heard of its first day, the date of this machine is today there.
                installation.awaitIdle(LONG);
            }
            tellOrders(DOCUMENTS * kill / KILLS, DOCUMENTS * (kill + 1) / KILLS);
            if (kill == KILLS / 2) {
                introduce(1);
            }
            StreamProcess.awaitDeath(process);
        }
        StreamProcess.workOff(installation, directory.resolve("state"), LONG);
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        installation.read(Topic.INVOICES, Invoice.class, DocumentsIT::take);
        LOG.log(
                System.Logger.Level.INFO,
                "{0} documents numbered in {1} s, killed {2} times",
                ids.size(),
                seconds,
                KILLS);
    }

    /** Every second customer; of the others the documents wait. */
    private static void introduce(int first) {
        for (int n = first; n < CUSTOMERS; n += 2) {
            String id = "CUSTOMER-" + n;
            installation.publish(Topic.PARTIES, id, SampleParties.of(id, PayerKind.CONSUMER));
        }
        installation.flush();
    }

    private static void tellOrders(int first, int end) {
        for (int n = first; n < end; n++) {
            String id = "N-" + n;
            installation.publish(
                    Topic.ORDERS,
                    id,
                    new OrderPlaced(
                            "placed-" + id,
                            id,
                            TODAY,
                            TERMS.get(n % TERMS.size()),
                            new Customer("CUSTOMER-" + n % CUSTOMERS, Quality.CONSUMER),
                            List.of(new OrderLine(OrderLine.LineKind.TUITION, "Cours", Money.of("300.00"))),
                            new Service(TODAY.plusDays(21), TODAY.plusDays(22), List.of()),
                            null,
                            null,
                            List.of(),
                            false));
        }
        installation.flush();
    }

    private static void take(Invoice invoice) {
        int number =
                Integer.parseInt(invoice.number().substring(invoice.number().lastIndexOf('-') + 1));
        BitSet given = numbers.computeIfAbsent(invoice.series(), series -> new BitSet());
        if (given.get(number) || !ids.add(invoice.document().id())) {
            twice.incrementAndGet();
        }
        given.set(number);
    }

    @Test
    void everyDocumentHasOneNumberAndNoNumberIsMissingOrGivenTwice() {
        assertThat(twice).hasValue(0);
        assertThat(ids).hasSize(DOCUMENTS);
        assertThat(numbers).hasSize(TERMS.size());
        numbers.forEach((series, given) -> {
            assertThat(given.nextClearBit(1)).as(series).isEqualTo(given.length());
            assertThat(given.cardinality()).as(series).isEqualTo(DOCUMENTS / TERMS.size());
        });
    }

    @Test
    void whatWaitedForItsPartyWasAnnouncedOnceAndNumberedOnce() {
        List<NumberingFact> own = new ArrayList<>();
        installation.read(Topic.FACTS, LoggedFact.class, entry -> {
            if (entry.payload() instanceof LoggedFact.Received(Fact fact) && fact instanceof NumberingFact received) {
                own.add(received);
            }
        });

        assertThat(own).hasAtLeastOneElementOfType(DocumentHeldBack.class);
        assertThat(own).extracting(Fact::factId).doesNotHaveDuplicates();
        assertThat(own).filteredOn(DocumentNumbered.class::isInstance).hasSize(DOCUMENTS);
    }

    @Test
    void theBooksWereAddedUpOnce() {
        Map<String, RunningBalance> proofs = new TreeMap<>();
        AtomicLong received = new AtomicLong();
        installation.read(Topic.TRIAL_BALANCES, RunningBalance.class, balance -> {
            proofs.put(balance.seller(), balance);
            received.incrementAndGet();
        });
        LOG.log(System.Logger.Level.INFO, "records of trial balances: {0}", received.get());

        assertThat(proofs).hasSize(TERMS.size());
        assertThat(proofs.values()).allSatisfy(proof -> {
            assertThat(proof.balanced()).isTrue();
            assertThat(proof.entries()).isEqualTo(DOCUMENTS / TERMS.size());
            assertThat(proof.repeated()).isZero();
            assertThat(proof.debit()).isEqualTo(Money.of("300.00").multiply(DOCUMENTS / TERMS.size()));
        });
        // A record a commit, not an entry.
        assertThat(received.get()).isLessThan(DOCUMENTS / 4);
    }

    @Test
    void itBit() {
        AtomicLong written = new AtomicLong();
        AtomicLong committed = new AtomicLong();
        installation.records(Topic.INVOICES, "read_uncommitted", entry -> written.incrementAndGet());
        installation.records(Topic.INVOICES, "read_committed", entry -> committed.incrementAndGet());
        LOG.log(System.Logger.Level.INFO, "invoices aborted and written again: {0}", written.get() - committed.get());

        assertThat(committed).hasValue(DOCUMENTS);
        assertThat(written.get()).isGreaterThan(committed.get() + 10);
    }
}
