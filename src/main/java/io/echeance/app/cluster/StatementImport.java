package io.echeance.app.cluster;

import io.echeance.app.cluster.TakenStatements.Place;
import io.echeance.bank.StatementFiles;
import io.echeance.bank.StatementFiles.Found;
import io.echeance.bank.StatementFiles.Refused;
import io.echeance.core.admission.MonthClosings;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.matching.BankWords;
import io.echeance.core.matching.PayerByName;
import io.echeance.core.terms.Terms;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.TakenStatement;
import io.echeance.topology.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes statements of account in, whoever hands them over: in one transaction, and each entry once, whatever was taken
 * before. Two at a time cannot write: what was taken is read, and must stand until more is written. Within a process
 * one waits for the other; of two processes the older writer is shut out, and begins again by what the topics hold by
 * then.
 */
public final class StatementImport {

    /** Why details are refused whose statement has not come yet. */
    public static final String TOO_EARLY = "STATEMENT_NOT_TAKEN";

    private static final String WRITER = "echeance-bank-import";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(16);

    /** So often an import begins again: each time another one has taken its statements. */
    private static final int MOST_TURNS = 20;

    /** Of this process one writes at a time, in the order in which they came. */
    private static final ReentrantLock TURN = new ReentrantLock(true);

    private StatementImport() {}

    /** What to do with a statement that {@link Place#RECURS}. */
    public enum Recurring {
        REFUSE,
        /** Somebody knows that it is other money. */
        COUNT_AGAIN
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

    /**
     * What became of files that were handed over together.
     *
     * @param details of which batches more is known now, a sentence each
     * @param refused files of which nothing was taken, and details that come too late; the others were
     */
    public record Outcome(List<Taken> taken, List<String> details, List<Refused> refused) {

        public Outcome {
            taken = List.copyOf(taken);
            details = List.copyOf(details);
            refused = List.copyOf(refused);
        }

        public boolean isNothing() {
            return taken.isEmpty() && details.isEmpty();
        }

        /** All that was taken, for people. */
        public List<String> lines() {
            return Stream.concat(taken.stream().map(Taken::line), details.stream())
                    .toList();
        }
    }

    /**
     * Takes each file whole or not at all: all that can be, in one transaction.
     *
     * @param more sellers that neither ship with the program nor are published
     */
    public static Outcome take(Cluster cluster, Collection<Terms> more, StatementFiles files, Recurring recurring) {
        List<Found> readable = files.independent();
        if (readable.isEmpty() && files.batches().isEmpty()) {
            return new Outcome(List.of(), List.of(), files.refused());
        }
        TURN.lock();
        try {
            for (int turn = 1; ; turn++) {
                try (Publisher publisher = Publisher.only(cluster, WRITER)) {
                    HandOver handOver = in(cluster, more, recurring);
                    Outcome outcome = handOver.take(files);
                    if (!handOver.entries().isEmpty()) {
                        publisher.publish(handOver.entries());
                    }
                    return outcome;
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

    private static HandOver in(Cluster cluster, Collection<Terms> more, Recurring recurring) {
        TakenStatements taken = new TakenStatements(new PostedPayments(cluster)::isPosted);
        Map<String, Terms> sold = new HashMap<>();
        TermPacks.bundled().all().forEach(terms -> sold.put(terms.id(), terms));
        more.forEach(terms -> sold.put(terms.id(), terms));
        Map<String, Party> parties = new HashMap<>();
        Map<String, String> before = new HashMap<>();
        MonthClosings closings = new MonthClosings();
        try (TopicReader reader = TopicReader.fromBeginning(
                cluster, List.of(Topic.BANK_STATEMENTS, Topic.MONTH_CLOSINGS, Topic.TERMS, Topic.PARTIES))) {
            reader.rest(read -> {
                read.as(Party.class).ifPresent(party -> parties.put(party.id(), party));
                read.as(TakenStatement.class).ifPresent(statement -> {
                    taken.add(statement);
                    if (statement.seller() != null) {
                        before.put(statement.account(), statement.seller());
                    }
                });
                read.as(MonthClosed.class).ifPresent(closings::take);
                read.as(Terms.class).ifPresent(terms -> sold.put(terms.id(), terms));
            });
        }
        Set<String> sellers = sold.values().stream().map(Terms::seller).collect(Collectors.toSet());
        return new HandOver(
                taken,
                BankWords.letters(sellers),
                new StatementBooks(parties.values(), sellers, before, closings),
                payers(cluster, sold),
                cluster.masterKey(),
                recurring);
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
}
