package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.core.customer.CustomerFact.PersonRight;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.Rights;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code person asks}. */
@Command(
        name = "asks",
        mixinStandardHelpOptions = true,
        description = "Notes that a person asks for something that the law gives: a month runs from that day (GDPR,"
                + " art. 12-3).")
@SuppressWarnings("NullAway.Init") // picocli fills the parameters in.
final class PersonAsks implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", description = "The person's id, as in parties.")
    private String id;

    @Option(names = "--seller", required = true, paramLabel = "SELLER", description = "The seller that is asked.")
    private String seller;

    @Option(
            names = "--right",
            required = true,
            paramLabel = "RIGHT",
            description = "One of ${COMPLETION-CANDIDATES}. A restriction and an objection hold from that day on.")
    private PersonRight right;

    @Option(
            names = "--on",
            required = true,
            paramLabel = "DAY",
            converter = OptionConverters.Date.class,
            description = "The day on which it was received.")
    private LocalDate on;

    @Option(
            names = "--identity",
            required = true,
            paramLabel = "TEXT",
            description = "How it was made sure who asks; no copy of a document.")
    private String identity;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "NAME",
            converter = OptionConverters.Name.class,
            description = "Who took it.")
    private String by;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        String asked = Rights.askedId(right, on);
        try (Cluster cluster = Cluster.reach(config.settings())) {
            String more = Person.tell(cluster, new RightAsked(asked, seller, id, on, right, identity, by));
            spec.commandLine().getOut().println(asked + " is to be answered by " + Rights.lastDay(on) + more);
        }
    }
}
