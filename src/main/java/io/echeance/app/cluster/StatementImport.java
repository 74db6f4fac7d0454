package io.echeance.app.cluster;

import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.TakenStatements.Judged;
import io.echeance.app.cluster.TakenStatements.Place;
import io.echeance.bank.BankStatement;
import io.echeance.bank.NotifiedBatch;
import io.echeance.bank.StatementFacts;
import io.echeance.bank.StatementFiles.Found;
import io.echeance.bank.StatementFiles.Refused;
import io.echeance.core.admission.Admission;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.MonthClosings;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.matching.BankWords;
import io.echeance.core.matching.PayerByName;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.Terms;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.TakenStatement;
import io.echeance.topology.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Takes statements of account in, whoever hands them over: in one transaction, and each entry once, whatever was taken
 * before. Two at a time cannot write: what was taken is read, and must stand until more is written. Within a process
 * one waits for the other; of two processes the older writer is shut out, and begins again by what the topics hold by
 * then.
 */
public final class StatementImport {

    private static final String WRITER = "echeance-bank-import";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(16);
    private static final String CONTRADICTS = "CONTRADICTS_WHAT_WAS_TAKEN";
    private static final String TOO_LATE = "DETAILS_COME_TOO_LATE";

    /** So often an import begins again: each time another one has taken its statements. */
    private static final int MOST_TURNS = 20;

    /** Of this process one writes at a time, in the order in which they came. */
    private static final ReentrantLock TURN = new ReentrantLock(true);

    private final Publisher publisher;
    private final TakenStatements taken;
    private final Set<String> series;
    private final StatementBooks books;
    private final PayerByName payers;

    private StatementImport(
            Publisher publisher, TakenStatements taken, Set<String> series, StatementBooks books, PayerByName payers) {
        this.publisher = publisher;
        this.taken = taken;
        this.series = series;
        this.books = books;
        this.payers = payers;
    }

    /**
     * What became of a statement.
     *
     * @param statement what the bank calls it
     * @param leftAside entries that are neither payment nor return
     * @param sentence for people
     */
    public record Taken(
            String file, String statement, Place place, int payments, int returns, int leftAside, String sentence) {

        /** For people. */
        public String line() {
            return file + ", statement " + statement + ": " + sentence;
        }
    }

    /** Nothing was taken. */
    public static final class NotTaken extends Exception {

        private final Refused refused;

        private NotTaken(Refused refused) {
            super(refused.line());
            this.refused = refused;
        }

        public Refused refused() {
            return refused;
        }
    }

    /**
     * Takes all of them, or none.
     *
     * @param more sellers that neither ship with the program nor are published
     * @param batches of which notifications tell that are handed over with them
     * @throws NotTaken if an entry can be no fact of ours, a statement contradicts what was taken before, or a batch
     *     was taken as one payment before
     */
    public static List<Taken> take(
            Cluster cluster, Collection<Terms> more, List<Found> statements, List<NotifiedBatch> batches)
            throws NotTaken {
        TURN.lock();
        try {
            for (int turn = 1; ; turn++) {
                try (Publisher publisher = Publisher.only(cluster, WRITER)) {
                    StatementImport one = in(cluster, publisher, more);
                    one.requireInTime(batches);
                    return one.take(statements);
                } catch (ClusterTrouble trouble) {
                    if (!trouble.isTakenOver() || turn == MOST_TURNS) {
                        throw trouble;
                    }
                    pause(turn);
                }
            }
        } finally {
            TURN.unlock();
        }
    }

    /** Who has just begun writes first: the longer it takes, the longer we wait. */
    private static void pause(int turn) {
        long most = FIRST_PAUSE.multipliedBy(1L << Math.min(turn, 10)).toNanos();
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(Math.min(most, LONGEST_PAUSE.toNanos())));
    }

    private static StatementImport in(Cluster cluster, Publisher publisher, Collection<Terms> more) {
        TakenStatements taken = new TakenStatements();
        Map<String, Terms> sold = new HashMap<>();
        TermPacks.bundled().all().forEach(terms -> sold.put(terms.id(), terms));
        more.forEach(terms -> sold.put(terms.id(), terms));
        Map<String, Party> parties = new HashMap<>();
        MonthClosings closings = new MonthClosings();
        try (TopicReader reader = TopicReader.fromBeginning(
                cluster, List.of(Topic.BANK_STATEMENTS, Topic.MONTH_CLOSINGS, Topic.TERMS, Topic.PARTIES))) {
            reader.rest(read -> {
                read.as(Party.class).ifPresent(party -> parties.put(party.id(), party));
                read.as(TakenStatement.class).ifPresent(taken::add);
                read.as(MonthClosed.class).ifPresent(closings::take);
                read.as(Terms.class).ifPresent(terms -> sold.put(terms.id(), terms));
            });
        }
        Set<String> sellers = sold.values().stream().map(Terms::seller).collect(Collectors.toSet());
        return new StatementImport(
                publisher,
                taken,
                BankWords.letters(sellers),
                new StatementBooks(parties.values(), sellers, closings),
                payers(cluster, sold));
    }

    /** Documents are read only where terms want the names of those whom they ask. */
    private static PayerByName payers(Cluster cluster, Map<String, Terms> sold) {
        PayerByName payers = new PayerByName();
        Set<String> wanting = sold.values().stream()
                .filter(terms -> terms.payment().numberNeedsSender())
                .map(Terms::id)
                .collect(Collectors.toSet());
        if (!wanting.isEmpty()) {
            try (TopicReader reader = TopicReader.fromBeginning(cluster, List.of(Topic.INVOICES))) {
                reader.rest(read -> read.as(Invoice.class)
                        .filter(invoice -> wanting.contains(invoice.document().terms()))
                        .ifPresent(invoice -> payers.learn(
                                invoice.number(),
                                invoice.document(),
                                invoice.buyer().name(),
                                invoice.buyerKind())));
            }
        }
        return payers;
    }

    /** Of a batch that counts as one payment already, its payments would count once more. */
    private void requireInTime(List<NotifiedBatch> batches) throws NotTaken {
        for (NotifiedBatch batch : batches) {
            String payment = taken.bookedInOne(batch).orElse(null);
            if (payment != null) {
                String sentence = "%s: the %d payments of %s on %s were taken as one before, %s: a person divides that"
                        .formatted(batch.place(), batch.payments(), batch.amount(), batch.bookedOn(), payment);
                throw new NotTaken(new Refused(batch.file(), TOO_LATE, sentence));
            }
        }
    }

    private List<Taken> take(List<Found> statements) throws NotTaken {
        List<Entry> entries = new ArrayList<>();
        List<Taken> all = new ArrayList<>();
        for (Found found : statements) {
            all.add(take(found, entries));
        }
        if (!entries.isEmpty()) {
            publisher.publish(entries);
        }
        return all;
    }

    private Taken take(Found found, List<Entry> entries) throws NotTaken {
        BankStatement statement = found.statement();
        Judged judged = taken.judge(found.dialect(), statement);
        if (judged.contradiction() != null) {
            String sentence = "statement " + statement.id() + ": " + judged.contradiction();
            throw new NotTaken(new Refused(found.file(), CONTRADICTS, sentence));
        }
        if (judged.place() == Place.KNOWN) {
            return new Taken(found.file(), statement.id(), Place.KNOWN, 0, 0, 0, judged.sentence());
        }
        String seller = books.sellerOf(statement.account()).orElse(null);
        StatementFacts facts = StatementFacts.of(statement, judged.known(), series, seller != null)
                .by(payers, statement);
        for (PaymentFact fact : facts.facts()) {
            Refusal refusal = Admission.atTheDoor(fact);
            if (refusal != null) {
                throw new NotTaken(new Refused(
                        found.file(), refusal.reason().name(), "entry " + fact.factId() + ": " + refusal.sentence()));
            }
            entries.add(new Entry(Topic.PAYMENTS, Submission.key(fact), fact));
        }
        books.of(statement, judged.known())
                .forEach(posted -> entries.add(new Entry(Topic.LEDGER_ENTRIES, posted.orderId(), posted)));
        entries.add(new Entry(
                Topic.BANK_STATEMENTS, statement.account(), judged.statement().bookedBy(seller)));
        taken.add(judged.statement());
        return taken(found, judged, facts);
    }

    private static Taken taken(Found found, Judged judged, StatementFacts facts) {
        int payments = (int)
                facts.facts().stream().filter(PaymentReceived.class::isInstance).count();
        int returns = facts.facts().size() - payments;
        String sentence = payments + (payments == 1 ? " payment, " : " payments, ") + returns
                + (returns == 1 ? " return, " : " returns, ") + facts.leftAside() + " left aside; "
                + judged.sentence();
        return new Taken(
                found.file(), found.statement().id(), judged.place(), payments, returns, facts.leftAside(), sentence);
    }
}
