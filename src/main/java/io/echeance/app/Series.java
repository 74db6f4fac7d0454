package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.SeriesTable;
import io.echeance.app.cluster.TopicReader;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.core.invoice.Invoice;
import io.echeance.topology.Topic;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code series}: the numbers of invoices (CGI, annexe II, 242 nonies A: unique, chronological, without a gap). */
@Command(
        name = "series",
        mixinStandardHelpOptions = true,
        description = "Proves that the numbers of invoices have no gap and no duplicate.",
        subcommands = Series.Check.class)
final class Series extends CommandGroup {

    /** {@code series check}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Reads all invoices, and fails if a number is missing or was given twice.")
    @SuppressWarnings("NullAway.Init") // picocli fills the options in.
    static final class Check implements Runnable {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ConfigOption config = new ConfigOption();

        @Override
        public void run() {
            PrintWriter out = spec.commandLine().getOut();
            List<Invoice> invoices = new ArrayList<>();
            try (Cluster cluster = Cluster.reach(config.settings());
                    TopicReader reader = TopicReader.fromBeginning(cluster, List.of(Topic.INVOICES))) {
                reader.rest().forEach(read -> read.as(Invoice.class).ifPresent(invoices::add));
            }
            boolean whole = SeriesTable.print(invoices, out);
            out.flush();
            if (!whole) {
                throw new WorkFailed("a series has gaps or duplicates; the table says which.");
            }
        }
    }
}
