package io.echeance.app.filing;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.TopicReader;
import io.echeance.app.cluster.TopicReader.Read;
import io.echeance.app.filing.DocumentFolder.Outcome;
import io.echeance.app.terminal.StopSignal;
import io.echeance.core.invoice.Invoice;
import io.echeance.serde.registry.Reading;
import io.echeance.topology.Topic;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files what is on {@code invoices}, committed, into a folder.
 *
 * <p>How far it came is kept in the folder, and only after the files of a batch are on the disk. A process that is
 * killed does its last batch again, and finds the same bytes there: the forms of an invoice follow from it alone. So
 * every document is filed, and none is filed in two versions, however often it is stopped.
 */
public final class Filing {

    private final DocumentFolder folder;
    private final PrintWriter err;
    private final Map<Outcome, Integer> count = new EnumMap<>(Outcome.class);

    /** @param err takes a line for each problem */
    public Filing(DocumentFolder folder, PrintWriter err) {
        this.folder = folder;
        this.err = err;
    }

    /** All that is committed by now. */
    public void catchUp(Cluster cluster, boolean fromBeginning, StopSignal signal) {
        try (TopicReader reader = begin(cluster, fromBeginning)) {
            Map<Integer, Long> ends = reader.ends();
            while (!signal.isAsked() && reader.isBefore(ends)) {
                step(cluster, reader, signal);
            }
        }
    }

    /** What is there and what comes, until it is asked to stop. */
    public void follow(Cluster cluster, boolean fromBeginning, StopSignal signal) {
        try (TopicReader reader = begin(cluster, fromBeginning)) {
            while (!signal.isAsked()) {
                step(cluster, reader, signal);
            }
        }
    }

    private TopicReader begin(Cluster cluster, boolean fromBeginning) {
        Map<Integer, Long> next =
                fromBeginning ? Map.of() : Progress.of(folder, cluster.id()).next();
        return TopicReader.from(cluster, Topic.INVOICES, next);
    }

    private void step(Cluster cluster, TopicReader reader, StopSignal signal) {
        List<Read> batch = reader.poll();
        for (Read read : batch) {
            if (signal.isAsked()) {
                return;
            }
            file(read);
        }
        if (!batch.isEmpty()) {
            new Progress(cluster.id(), reader.positions()).keep(folder);
        }
    }

    private void file(Read read) {
        Optional<Invoice> invoice = read.as(Invoice.class);
        if (invoice.isPresent()) {
            Outcome outcome = folder.file(invoice.get());
            count.merge(outcome, 1, Integer::sum);
            if (outcome == Outcome.PROBLEM) {
                tell(invoice.get().number());
            }
        } else if (read.content() instanceof Reading.Unreadable<?>(String sentence)) {
            String where = "invoices-" + read.record().partition() + "-"
                    + read.record().offset();
            folder.unreadable(where, sentence);
            count.merge(Outcome.PROBLEM, 1, Integer::sum);
            tell(where);
        }
    }

    private void tell(String document) {
        err.println(document + " has a problem: its " + DocumentFolder.PROBLEM + " says which.");
        err.flush();
    }

    public int count(Outcome outcome) {
        return count.getOrDefault(outcome, 0);
    }
}
