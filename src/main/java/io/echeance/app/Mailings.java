package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.filing.DocumentFolder;
import io.echeance.app.filing.MailingFiling;
import io.echeance.app.filing.MailingFiling.Fate;
import io.echeance.app.filing.MailingFiling.Sending;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.topology.Topic;
import io.echeance.topology.store.Calendar;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mailings}: what payers are sent, one file a payer and day. */
@Command(
        name = "mailings",
        mixinStandardHelpOptions = true,
        description =
                "Writes what payers are sent, all of a payer and day as one PDF, as FOLDER/seller/year/day-payer.pdf,"
                        + " and says on customer-actions that it has left. What was settled in between is left out; a"
                        + " formal notice that faces money of the payer's waits until it is confirmed.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class Mailings implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description = "Where they go; made if need be, and closed to all but its owner.")
    private Path to;

    @Option(
            names = "--confirm",
            paramLabel = "MAILING",
            description = "Let it go though money of the payer's faces its notice: seller/payer/day. May be repeated.")
    private List<String> confirmed = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "mailings",
            description = "Who sends them, for the facts that say so.")
    private String by;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        try (DocumentFolder folder = DocumentFolder.open(to);
                Cluster cluster = Cluster.reach(config.settings());
                Publisher publisher = Publisher.of(cluster)) {
            Sending sending = new Sending(LocalDate.now(Calendar.ZONE), by, new HashSet<>(confirmed), null);
            MailingFiling filing = new MailingFiling(
                    folder,
                    sending,
                    fact -> publisher.publish(
                            List.of(new Entry(Topic.CUSTOMER_ACTIONS, fact.seller() + "/" + fact.customer(), fact))));
            filing.catchUp(cluster);
            print(filing);
        }
    }

    private void print(MailingFiling filing) {
        PrintWriter out = spec.commandLine().getOut();
        filing.remarks().forEach(out::println);
        out.printf(
                "%d mailings written, %d had left, %d were settled in between, %d wait for a person,"
                        + " %d have a problem%n",
                filing.count(Fate.WRITTEN),
                filing.count(Fate.GONE_BEFORE),
                filing.count(Fate.NOTHING_LEFT),
                filing.count(Fate.WAITS),
                filing.count(Fate.PROBLEM));
        out.flush();
        if (filing.count(Fate.PROBLEM) > 0) {
            throw new WorkFailed(filing.count(Fate.PROBLEM) + " mailings could not be written: the *.problem.txt of "
                    + to + " say why.");
        }
    }
}
