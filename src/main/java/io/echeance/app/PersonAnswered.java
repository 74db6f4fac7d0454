package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.CustomerFact.RightOutcome;
import io.echeance.core.customer.Rights;
import io.echeance.topology.store.Calendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code person answered}. */
@Command(
        name = "answered",
        mixinStandardHelpOptions = true,
        description = "Notes what became of what a person asked for.")
@SuppressWarnings("NullAway.Init") // picocli fills the parameters in.
final class PersonAnswered implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", description = "The person's id, as in parties.")
    private String id;

    @Option(names = "--seller", required = true, paramLabel = "SELLER", description = "The seller that is asked.")
    private String seller;

    @Option(names = "--asked", required = true, paramLabel = "ASKED", description = "What 'person asks' printed.")
    private String asked;

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "OUTCOME",
            description = "One of ${COMPLETION-CANDIDATES}. LIFTED ends a restriction, or an objection,"
                    + " that was granted.")
    private RightOutcome outcome;

    @Option(
            names = "--until",
            paramLabel = "DAY",
            converter = OptionConverters.Date.class,
            description = "The new last day of what is EXTENDED: three months from the first at most.")
    private @Nullable LocalDate until;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            converter = OptionConverters.Date.class,
            description = "The day on which the person was told; without it, today.")
    private @Nullable LocalDate on;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, as the person was told.")
    private String reason;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "NAME",
            converter = OptionConverters.Name.class,
            description = "Who answered.")
    private String by;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        LocalDate day = on == null ? LocalDate.now(Calendar.ZONE) : on;
        String factId = Rights.answeredId(asked, outcome, day);
        try (Cluster cluster = Cluster.reach(config.settings())) {
            String more =
                    Person.tell(cluster, new RightAnswered(factId, seller, id, day, asked, outcome, until, reason, by));
            spec.commandLine().getOut().println(asked + " is answered: " + outcome + more);
        }
    }
}
