package io.echeance.app.demo;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.StatementImport;
import io.echeance.app.cluster.Submission;
import io.echeance.app.cluster.TopicReader;
import io.echeance.bank.StatementFiles;
import io.echeance.core.order.Fact;
import io.echeance.topology.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells the stream the sample, once: what the topics hold already is not published again. */
final class Telegraph implements AutoCloseable {

    private static final List<Topic> REFERENCE = Topic.of(Topic.Role.REFERENCE);
    private static final List<Topic> FACTS =
            List.of(Topic.ORDERS, Topic.PAYMENTS, Topic.FINANCING_DECISIONS, Topic.COLLECTION_ACTIONS);

    private final Cluster cluster;
    private final Sample sample;
    private final Publisher publisher;

    Telegraph(Cluster cluster, Sample sample) {
        this.cluster = cluster;
        this.sample = sample;
        this.publisher = Publisher.only(cluster, "echeance-demo");
    }

    /** Publishes the terms, rates and parties that are missing, or stand there otherwise. */
    void tellReference() {
        Set<Object> known = new HashSet<>(held(REFERENCE));
        List<Entry> missing = sample.reference().stream()
                .filter(entry -> !known.contains(entry.value()))
                .toList();
        tell(missing);
    }

    /** Publishes the facts of a day, and takes in what the banks deliver on it. */
    void tell(LocalDate day) {
        tell(sample.publishedOn(day).stream()
                .map(fact -> new Entry(Submission.topicOf(fact), Submission.key(fact), fact))
                .toList());
        takeStatements(day);
    }

    private void takeStatements(LocalDate day) {
        List<StatementFiles.Found> statements = sample.statementsOn(day);
        if (statements.isEmpty()) {
            return;
        }
        StatementImport.Outcome outcome = StatementImport.take(
                cluster,
                List.of(),
                new StatementFiles(statements, List.of(), List.of(), List.of()),
                StatementImport.Recurring.REFUSE);
        if (!outcome.refused().isEmpty()) {
            throw new IllegalStateException("the sample's statements are good: " + outcome.refused());
        }
    }

    /**
     * Whether the facts of a day are there: they are published all at once, so one of them will do; then its
     * statements, which are taken once however often they come.
     */
    boolean isReceived(LocalDate day) {
        List<Fact> facts = sample.publishedOn(day);
        boolean arePublished = facts.isEmpty() || isPublished(day, facts.getLast());
        if (arePublished) {
            takeStatements(day);
        }
        return arePublished;
    }

    private boolean isPublished(LocalDate day, Fact fact) {
        int times = Collections.frequency(sample.receivedBy(day), fact);
        return Collections.frequency(held(FACTS), fact) >= times;
    }

    private List<Object> held(List<Topic> topics) {
        List<Object> held = new ArrayList<>();
        try (TopicReader reader = TopicReader.fromBeginning(cluster, topics)) {
            reader.rest().forEach(read -> read.as(Object.class).ifPresent(held::add));
        }
        return held;
    }

    private void tell(List<Entry> entries) {
        if (!entries.isEmpty()) {
            publisher.publish(entries);
        }
    }

    @Override
    public void close() {
        publisher.close();
    }
}
