package io.echeance.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.app.terminal.Telling;
import io.echeance.core.book.Book;
import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Silence;
import io.echeance.core.order.Account;
import io.echeance.core.order.Document;
import io.echeance.core.order.Segment;
import io.echeance.core.order.Statement;
import io.echeance.json.RecordJson;
import java.io.PrintWriter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How each amount comes about, and why which debtor gets no alert: the statement of each order, its items with clause
 * and article, its segments of interest with rate and source.
 *
 * @param today the morning after the last closed day
 */
record Explanation(Book book, Decider decider, LocalDate today) {

    void print(PrintWriter out, boolean json) {
        for (Account account : book.accounts().values()) {
            Statement statement = book.statement(account.orderId());
            if (json) {
                printJson(out, account, statement);
            } else {
                printText(out, account, statement);
            }
        }
    }

    private void printJson(PrintWriter out, Account account, @Nullable Statement statement) {
        if (statement != null) {
            ObjectNode line = line("statements", account);
            line.setAll(RecordJson.write(statement));
            out.println(line);
        }
        for (Silence silence : decider.whyNotDunned(account, today)) {
            ObjectNode line = line("why-not-dunned", account);
            line.setAll(RecordJson.write(silence));
            out.println(line);
        }
    }

    private ObjectNode line(String topic, Account account) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("on", today.toString())
                .put("topic", topic)
                .put("orderId", account.orderId());
    }

    private void printText(PrintWriter out, Account account, @Nullable Statement statement) {
        out.println();
        out.println(account.orderId() + " on " + today
                + (statement == null ? ": not placed" : ", " + statement.status() + ", terms " + statement.terms()));
        for (Document document : account.issued().documents()) {
            out.println("  " + document.on() + " " + Telling.what(document) + " " + document.id());
            for (Document.Item item : document.items()) {
                out.println("    " + item.key() + " " + item.net() + " net, VAT " + item.vatCategory() + ": "
                        + String.join("; ", item.basis()));
            }
            for (Segment segment : document.segments()) {
                out.println("    " + segment.receivable() + " " + segment.from() + " to " + segment.to() + ": "
                        + segment.base() + " x " + segment.rate() + " % x " + segment.days() + " / 365 = "
                        + segment.amount() + " (" + segment.source() + ")");
            }
        }
        if (statement != null) {
            for (Statement.Position payer : statement.payers()) {
                out.println("  " + payer.payer() + ": invoiced " + payer.invoiced() + ", paid " + payer.paid()
                        + ", outstanding " + payer.outstanding() + " of which late " + payer.late() + ", credit "
                        + payer.credit() + ", interest to date " + payer.interestToDate()
                        + (payer.provisional() ? " (provisional: a rate is missing)" : ""));
            }
        }
        for (Silence silence : decider.whyNotDunned(account, today)) {
            out.println("  no alert today about " + silence.receivable() + ": " + silence.reason() + " ("
                    + silence.detail() + (silence.until() == null ? ")" : ") until " + silence.until()));
        }
    }
}
