package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.ReceivedOrders;
import io.echeance.app.terminal.Table;
import io.echeance.app.terminal.WrongCall;
import io.echeance.core.reporting.EReport;
import io.echeance.json.RecordJson;
import java.io.PrintWriter;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ereporting}: the figures that a seller reports. */
@Command(
        name = "ereporting",
        mixinStandardHelpOptions = true,
        description = "Sums up a period for e-reporting: sales to consumers by day, category and rate (CGI, ann. II,"
                + " 242 nonies O), and the money collected on services (242 nonies P). It transmits nothing.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class EReporting implements Runnable {

    private static final String NOTES = """
        Sales: invoices of the period by their date; a deposit counts when it is invoiced, the rest with the invoice.
        Collected: where VAT falls due on receipt; a seller that opted for the debits (CGI, 269-2-c) reports none.
        A correction changes what was known of an earlier day. E_INVOICE: the invoice's status 212 tells it.
        EXEMPT (261-4-4°) and OUTSIDE_VAT are reported nowhere. Under the franchise (293 B) a period has two months.\
        """;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seller", required = true, paramLabel = "ID", description = "Whose figures.")
    private String seller;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DATE",
            converter = OptionConverters.Date.class,
            description = "First day of the period.")
    private LocalDate from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DATE",
            converter = OptionConverters.Date.class,
            description = "Its last day; it must be closed.")
    private LocalDate to;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        if (to.isBefore(from)) {
            throw new WrongCall("--to: " + to + " comes before " + from + ", the first day.");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Cluster cluster = Cluster.reach(config.settings())) {
            ReceivedOrders orders = ReceivedOrders.read(cluster);
            LocalDate closed = orders.lastClosedDay().orElse(LocalDate.MIN);
            if (to.isAfter(closed)) {
                throw new WrongCall("--to: the period is not over: "
                        + (closed.equals(LocalDate.MIN) ? "no day is closed." : closed + " is the last closed day."));
            }
            EReport report = orders.report(seller, from, to);
            if (json) {
                out.println(RecordJson.write(report));
            } else {
                print(report, out);
            }
        }
        out.flush();
    }

    private static void print(EReport report, PrintWriter out) {
        out.printf("%s, %s to %s%n%nSales to consumers%n", report.seller(), report.from(), report.to());
        Table sales = new Table("on", "currency", "category", "rate", "documents", "credit notes", "net", "VAT");
        report.sales()
                .forEach(day -> sales.row(
                        day.on(),
                        day.currency(),
                        day.category(),
                        day.rate(),
                        day.documents(),
                        day.creditNotes(),
                        day.net(),
                        day.vat()));
        sales.print(out);
        out.printf("%nCollected%n");
        Table payments = new Table("on", "invoice", "reported by", "rate", "net", "VAT", "gross", "");
        report.payments()
                .forEach(payment -> payments.row(
                        payment.on(),
                        payment.number(),
                        payment.scope(),
                        payment.rate(),
                        payment.net(),
                        payment.vat(),
                        payment.gross(),
                        payment.correction() ? "correction" : ""));
        report.cashed()
                .forEach(total -> payments.row(
                        "total", "", total.scope(), total.rate(), total.net(), total.vat(), total.gross(), ""));
        payments.print(out);
        out.printf("%nNot in these figures%n");
        Table left = new Table("why", "documents", "sales", "collected");
        report.left().forEach(one -> left.row(one.why(), one.documents(), one.sales(), one.cashed()));
        left.print(out);
        out.printf("received and on no document yet, more or less than before: %s%n%n%s%n", report.unassigned(), NOTES);
    }
}
