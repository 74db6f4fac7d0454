package io.echeance.app;

import io.echeance.app.terminal.Table;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.json.OutputJson;
import java.io.PrintWriter;
import java.util.List;

/** How customers stand, as {@code simulate} shows it. */
final class Standings {

    private Standings() {}

    /** @param said in the order in which it was */
    static void print(PrintWriter out, List<CustomerStanding> said, boolean json) {
        if (json) {
            said.forEach(standing -> out.println(OutputJson.write(standing)));
            return;
        }
        Table table = new Table("on", "customer", "what", "until", "");
        for (CustomerStanding standing : said) {
            for (HeldStanding held : standing.standings()) {
                String until = held.expiresOn() == null ? "" : held.expiresOn().toString();
                table.row(
                        standing.on(),
                        standing.seller() + "/" + standing.customer(),
                        held.kind() + " " + held.state(),
                        until,
                        String.join("; ", held.reasons()));
            }
        }
        table.print(out);
    }
}
