package io.echeance.app.demo;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.TopicReader;
import io.echeance.app.cluster.TopicReader.Read;
import io.echeance.app.terminal.OutputText;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Output;
import io.echeance.core.order.RefundDue;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.Topic;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says at the terminal what the stream says on its topics: a line for each document, alert, refund and rejection. */
final class Narrator implements AutoCloseable {

    private static final List<Topic> HEARD =
            List.of(Topic.INVOICES, Topic.DUNNING_ALERTS, Topic.REFUNDS, Topic.REJECTED);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private final PrintWriter out;
    private final TopicReader reader;
    private int documents;
    private int alerts;

    /** Hears what is said from now on. */
    Narrator(Cluster cluster, PrintWriter out) {
        this.out = out;
        this.reader = TopicReader.fromNow(cluster, HEARD);
    }

    /** The day begins: what becomes known on it. */
    void begins(LocalDate day, List<Fact> received) {
        if (day.getDayOfMonth() == 1) {
            out.printf("%n%s (%d documents and %d alerts so far)%n", MONTH.format(day), documents, alerts);
        }
        if (!received.isEmpty()) {
            Map<String, Long> kinds = received.stream()
                    .collect(Collectors.groupingBy(
                            fact -> words(fact.getClass().getSimpleName()), TreeMap::new, Collectors.counting()));
            String list = kinds.entrySet().stream()
                    .map(kind -> kind.getValue() + " x " + kind.getKey())
                    .collect(Collectors.joining(", "));
            out.println(day + "  received: " + list);
        }
        out.flush();
    }

    /** Says what has been said since the last call. */
    void catchUp() {
        reader.rest().stream()
                .sorted(Comparator.comparing(Read::topic))
                .flatMap(read -> line(read).stream())
                .forEach(out::println);
        out.flush();
    }

    private Optional<String> line(Read read) {
        return switch (read.topic()) {
            case INVOICES -> read.as(Invoice.class).map(this::line);
            case DUNNING_ALERTS -> read.as(Alert.class).map(this::alert);
            case REFUNDS -> read.as(RefundDue.class).map(refund -> line(refund, refund.orderId()));
            case REJECTED ->
                read.as(Rejected.class)
                        .map(rejected -> "%s    %-22s %s"
                                .formatted(
                                        rejected.on() == null ? " ".repeat(10) : rejected.on(),
                                        "rejected",
                                        rejected.reason() + ", fact " + rejected.factId() + ": "
                                                + rejected.sentence()));
            case ORDERS,
                    PAYMENTS,
                    FINANCING_DECISIONS,
                    COLLECTION_ACTIONS,
                    CUSTOMER_ACTIONS,
                    BUSINESS_DAYS,
                    LEDGER_ACTIONS,
                    TERMS,
                    STATUTORY_RATES,
                    PARTIES,
                    PERSON_KEYS,
                    FACTS,
                    SERVICE_HOLDS,
                    CASH_DECISIONS,
                    BANK_STATEMENTS,
                    MONTH_CLOSINGS,
                    SUSPENSE_CHANGES,
                    LEDGER_ENTRIES,
                    TRIAL_BALANCES,
                    STATEMENTS,
                    CUSTOMER_STANDING,
                    MAILINGS,
                    ACCESS_LOG -> Optional.empty();
        };
    }

    private String line(Invoice invoice) {
        documents++;
        Document document = invoice.document();
        return line(document, invoice.number());
    }

    private String alert(Alert alert) {
        alerts++;
        return line(alert, alert.orderId() == null ? "" : alert.orderId());
    }

    private static String line(Output output, String name) {
        return "%s    %-22s %s  %s"
                .formatted(output.on(), OutputText.what(output), name, OutputText.details(output))
                .stripTrailing();
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        reader.close();
    }
}
