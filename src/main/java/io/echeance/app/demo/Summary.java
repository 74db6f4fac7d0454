package io.echeance.app.demo;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.SeriesTable;
import io.echeance.app.cluster.TopicReader;
import io.echeance.app.terminal.Table;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.Statement;
import io.echeance.serde.record.AlertKind;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.Topic;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** All that was said, counted and added up from the topics themselves. */
final class Summary {

    private final List<Invoice> invoices = new ArrayList<>();
    private final Map<AlertKind, Integer> alerts = new EnumMap<>(AlertKind.class);
    private final SortedMap<String, Statement> statements = new TreeMap<>();
    private int rejected;

    static Summary of(Cluster cluster) {
        Summary summary = new Summary();
        List<Topic> topics = List.of(Topic.INVOICES, Topic.DUNNING_ALERTS, Topic.STATEMENTS, Topic.REJECTED);
        try (TopicReader reader = TopicReader.fromBeginning(cluster, topics)) {
            reader.rest().forEach(summary::take);
        }
        return summary;
    }

    private void take(TopicReader.Read read) {
        read.as(Invoice.class).ifPresent(invoices::add);
        read.as(Alert.class).ifPresent(alert -> alerts.merge(AlertKind.of(alert), 1, Integer::sum));
        read.as(Statement.class).ifPresent(statement -> statements.put(statement.orderId(), statement));
        read.as(Rejected.class).ifPresent(fact -> rejected++);
    }

    /** @return whether all that has to add up does */
    boolean print(PrintWriter out) {
        out.printf("%n%d orders, %d facts rejected%n%n", statements.size(), rejected);
        printInvoices(out);
        printAlerts(out);
        boolean whole = printNumbers(out);
        boolean even = printMoney(out);
        out.flush();
        return whole && even;
    }

    private void printInvoices(PrintWriter out) {
        Table table = new Table("documents", "count", "net", "VAT", "gross");
        for (Document.Kind kind : Document.Kind.values()) {
            List<Document> documents = documents(kind);
            if (!documents.isEmpty()) {
                table.row(
                        words(kind),
                        documents.size(),
                        sum(documents, Document::net),
                        sum(documents, Document::vat),
                        sum(documents, Document::gross));
            }
        }
        table.print(out);
        out.println();
    }

    private void printAlerts(PrintWriter out) {
        Table table = new Table("alerts", "count");
        alerts.forEach((kind, count) -> table.row(words(kind), count));
        table.print(out);
        out.println();
    }

    private boolean printNumbers(PrintWriter out) {
        boolean whole = SeriesTable.print(invoices, out);
        out.println();
        return whole;
    }

    private boolean printMoney(PrintWriter out) {
        Money credited = sum(documents(Document.Kind.CREDIT_NOTE), Document::gross);
        Money invoiced = invoices.stream()
                .map(Invoice::document)
                .filter(document -> document.kind() != Document.Kind.CREDIT_NOTE)
                .map(document -> document.payable() == null ? document.gross() : document.payable())
                .reduce(Money.ZERO, Money::plus);
        Money paid = positions(Statement.Position::paid);
        Money credit = positions(Statement.Position::credit);
        Money owedBack = positions(Statement.Position::owedBack);
        Money outstanding = positions(Statement.Position::outstanding);
        Money allocated = paid.minus(credit).plus(owedBack);
        Table table = new Table("money", "EUR");
        table.row("invoiced, a deposit counted once", invoiced);
        table.row("- credited", credited);
        table.row("= owed in all", invoiced.minus(credited));
        table.row("paid: received, not returned, not refunded", paid);
        table.row("- in credit of payers", credit);
        if (owedBack.isPositive()) {
            table.row("+ paid back without being owed", owedBack);
        }
        table.row("= paid and allocated", allocated);
        table.row("outstanding", outstanding);
        table.print(out);
        Money owed = invoiced.minus(credited);
        boolean even = owed.equals(allocated.plus(outstanding));
        out.printf(
                "%s %s %s + %s: paid and outstanding %s to what is owed%n",
                owed, even ? "=" : "is not", allocated, outstanding, even ? "add up" : "do not add up");
        return even;
    }

    private List<Document> documents(Document.Kind kind) {
        return invoices.stream()
                .map(Invoice::document)
                .filter(document -> document.kind() == kind)
                .toList();
    }

    private static Money sum(List<Document> documents, Function<Document, Money> amount) {
        return documents.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }

    private Money positions(Function<Statement.Position, Money> amount) {
        return statements.values().stream()
                .flatMap(statement -> statement.payers().stream())
                .map(amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
