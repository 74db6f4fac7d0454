package io.echeance.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.app.terminal.OutputText;
import io.echeance.core.book.Book;
import io.echeance.core.decision.Decider;
import io.echeance.core.invoice.Language;
import io.echeance.core.lateness.FloorTest;
import io.echeance.core.matching.Lead;
import io.echeance.core.order.Account;
import io.echeance.core.order.Document;
import io.echeance.core.order.InShadow;
import io.echeance.core.order.Segment;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Suspended;
import io.echeance.core.refunds.RefundOwed;
import io.echeance.core.statement.Explained;
import io.echeance.core.statement.NoAlertReason;
import io.echeance.json.RecordJson;
import io.echeance.query.LeadInWords;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
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
            Explained explained = decider.explain(account, today);
            if (json) {
                printJson(out, account, explained);
            } else {
                printText(out, account, explained);
            }
        }
        book.leads().forEach((paymentId, leads) -> print(out, json, paymentId, leads));
        book.suspense().forEach(waiting -> print(out, json, waiting));
    }

    /** What money that waits may be meant for. */
    private void print(PrintWriter out, boolean json, String paymentId, List<Lead> leads) {
        if (json) {
            leads.forEach(lead -> out.println(line("match-proposals", paymentId, LeadInWords.of(lead, Language.EN))));
            return;
        }
        out.println();
        out.println(paymentId + " waits: " + (leads.isEmpty() ? "nothing is proposed" : "it may be"));
        for (Lead lead : leads) {
            out.println("  "
                    + lead.parts().stream()
                            .map(part -> part.amount() + " to " + part.orderId() + " of " + part.payerId())
                            .collect(Collectors.joining(", "))
                    + " (" + lead.rule() + "): "
                    + String.join("; ", LeadInWords.of(lead, Language.EN).evidence()));
        }
    }

    private ObjectNode line(String topic, String paymentId, Record what) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("on", today.toString())
                .put("topic", topic)
                .put("paymentId", paymentId);
        line.setAll(RecordJson.write(what));
        return line;
    }

    /** What a rule in shadow would have done with it. */
    private void print(PrintWriter out, boolean json, Suspended waiting) {
        InShadow shadow = waiting.shadow();
        String paymentId = waiting.fact().movementId();
        if (shadow != null && json) {
            out.println(line("in-shadow", paymentId, shadow));
        } else if (shadow != null) {
            out.println(paymentId + ": in shadow, the rule " + shadow.rule() + " would have put it to "
                    + shadow.orderId() + " as " + shadow.payerId());
        }
    }

    private void printJson(PrintWriter out, Account account, @Nullable Explained explained) {
        if (explained != null) {
            out.println(line("statements", account, explained.statement()));
            explained.floors().forEach(test -> out.println(line("floor-tests", account, test)));
            explained.refunds().forEach(refund -> out.println(line("refunds-owed", account, refund)));
            explained.silences().forEach(silence -> out.println(line("why-not-dunned", account, silence)));
        }
    }

    private ObjectNode line(String topic, Account account, Object value) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("on", today.toString())
                .put("topic", topic)
                .put("orderId", account.orderId());
        line.setAll(RecordJson.write(value));
        return line;
    }

    private void printText(PrintWriter out, Account account, @Nullable Explained explained) {
        out.println();
        if (explained == null) {
            out.println(account.orderId() + " on " + today + ": not placed");
            return;
        }
        Statement statement = explained.statement();
        out.println(account.orderId() + " on " + today + ", " + statement.status() + ", terms " + statement.terms());
        out.println("  price " + statement.price() + " net: "
                + statement.shares().stream()
                        .map(share -> share.payer() + " " + share.net() + " (" + share.state() + ")")
                        .collect(Collectors.joining(", ")));
        account.documents().forEach(document -> print(document, out));
        for (Statement.Position payer : statement.payers()) {
            out.println("  " + payer.payer() + ": invoiced " + payer.invoiced() + ", paid " + payer.paid()
                    + ", outstanding " + payer.outstanding() + " of which late " + payer.late() + ", credit "
                    + payer.credit() + ", interest to date " + payer.interestToDate()
                    + (payer.provisional() ? " (provisional: a rate is missing)" : ""));
        }
        statement.receivables().forEach(debt -> print(debt, explained, out));
        explained.refunds().forEach(refund -> print(refund, out));
        for (NoAlertReason silence : explained.silences()) {
            String about = silence.receivable() == null ? "to " + silence.payer() : "about " + silence.receivable();
            out.println("  no alert today " + about + ": " + silence.sentence());
        }
    }

    private static void print(Document document, PrintWriter out) {
        out.println("  " + document.on() + " " + OutputText.what(document) + " " + document.id() + ": " + document.net()
                + " + VAT " + document.vat() + " = " + document.gross());
        for (Document.Item item : document.items()) {
            out.println("    " + item.key() + " " + item.net() + " net, VAT " + item.vatCategory() + ": "
                    + String.join("; ", item.basis()));
        }
        document.segments().forEach(segment -> print(segment, out));
    }

    private static void print(Segment segment, PrintWriter out) {
        out.println("    " + segment.receivable() + " " + segment.from() + " to " + segment.to() + ": "
                + segment.base() + " x " + segment.rate() + " % x " + segment.days() + " / 365 = "
                + segment.amount() + " (" + segment.source() + ")");
    }

    /** A debt that bears interest: how it comes about, invoiced or not. */
    private static void print(Statement.ReceivablePosition debt, Explained explained, PrintWriter out) {
        if (debt.segments().isEmpty()) {
            return;
        }
        out.println("  interest to date on " + debt.key() + ", due " + debt.dueOn() + ": " + debt.interestToDate()
                + ": " + String.join("; ", debt.basis()));
        debt.segments().forEach(segment -> print(segment, out));
        for (FloorTest test : explained.floors()) {
            if (test.receivable().equals(debt.key())) {
                out.println("    " + test.semester() + ": " + test.rate() + " % is "
                        + (test.passed() ? "not below" : "BELOW") + " the floor of 3 x the legal rate, " + test.floor()
                        + " % (C. com., L441-10 II)");
            }
        }
    }

    private static void print(RefundOwed refund, PrintWriter out) {
        out.println("  refund " + refund.refundId() + " " + refund.amount() + " to " + refund.payer() + " by "
                + refund.dueBy() + ", unpaid " + refund.unpaid()
                + (refund.increase().isZero() ? "" : ", increase " + refund.increase()) + ": "
                + String.join("; ", refund.basis()));
    }
}
