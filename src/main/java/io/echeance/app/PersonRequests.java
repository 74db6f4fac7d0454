package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.person.RightsDesk;
import io.echeance.app.terminal.Table;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.core.customer.Rights.Requested;
import io.echeance.topology.store.Calendar;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code person requests}. */
@Command(
        name = "requests",
        mixinStandardHelpOptions = true,
        description = "Lists what persons have asked for and nobody has answered, the most urgent first; the"
                + " status is 1 if one is overdue.")
@SuppressWarnings("NullAway.Init") // picocli fills the parameters in.
final class PersonRequests implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        LocalDate today = LocalDate.now(Calendar.ZONE);
        List<Requested> open;
        try (Cluster cluster = Cluster.reach(config.settings())) {
            open = new RightsDesk(cluster).open(today);
        }
        Table table = new Table("due", "state", "right", "seller", "person", "asked");
        for (Requested one : open) {
            table.row(
                    one.dueOn(),
                    one.dueOn().isBefore(today) ? "OVERDUE" : one.answer() == null ? "open" : "extended",
                    one.asked().right(),
                    one.asked().seller(),
                    one.asked().customer(),
                    one.asked().factId());
        }
        table.print(spec.commandLine().getOut());
        long overdue = open.stream().filter(one -> one.dueOn().isBefore(today)).count();
        if (overdue > 0) {
            throw new WorkFailed(overdue + " should have been answered by now (GDPR, art. 12-3).");
        }
    }
}
