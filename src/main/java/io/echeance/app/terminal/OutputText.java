package io.echeance.app.terminal;

import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentDecided.FirstDecision;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.ServiceHold;
import io.echeance.serde.record.DunningAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What we say, in a line for a person. */
public final class OutputText {

    private OutputText() {}

    /** Its kind in a word or two. */
    public static String what(Output output) {
        return switch (output) {
            case Document document -> words(document.kind());
            case Alert alert -> what(DunningAlert.of(alert));
            case RefundDue refund -> "refund due";
            case ServiceHold hold -> words(hold.hold()) + " " + words(hold.state());
            case PaymentDecided decided ->
                decided.details().isEmpty() ? "payment placed by a person" : "payment detailed by a bank";
            case Rejection rejection -> "rejected";
        };
    }

    private static String what(DunningAlert alert) {
        return words(alert.kind()) + (alert.step() == null ? "" : " " + alert.step());
    }

    /** The rest of it. */
    public static String details(Output output) {
        return switch (output) {
            case Document document -> of(document);
            case Alert alert -> of(DunningAlert.of(alert));
            case RefundDue refund ->
                refund.amount() + " to " + refund.payer() + " by " + refund.dueBy() + ", " + refund.refundId();
            case ServiceHold hold -> String.join(", ", hold.basis());
            case PaymentDecided decided -> of(decided);
            case Rejection rejection ->
                rejection.reason() + (rejection.factId() == null ? "" : ", fact " + rejection.factId()) + ": "
                        + rejection.sentence();
        };
    }

    private static String of(PaymentDecided decided) {
        List<String> places = new ArrayList<>();
        decided.parts().forEach(part -> places.add(part.amount() + " to " + part.orderId()));
        if (decided.setAside() != null) {
            places.add(decided.setAside().amount() + " set aside, "
                    + words(decided.setAside().reason()));
        }
        decided.deductions().forEach(kept -> places.add(kept.amount() + " kept on its way, " + words(kept.kind())));
        decided.details().forEach(detail -> places.add(detail.amount() + " as " + detail.paymentId()));
        if (decided.open().isPositive()) {
            places.add(decided.open() + " waits");
        }
        if (decided.returned() != null) {
            places.add(decided.returned() + " had come back");
        }
        return decided.paymentId() + ", " + decided.amount() + ": " + String.join(", ", places) + persons(decided);
    }

    /** Of two, each: whoever decided first is on no other line. */
    private static String persons(PaymentDecided decided) {
        FirstDecision first = decided.first();
        return first == null ? "" : ", decided by " + first.by() + " on " + first.on() + ", then by " + decided.by();
    }

    private static String of(Document document) {
        StringBuilder text = new StringBuilder();
        text.append(document.id()).append(", ").append(document.gross());
        if (document.payable() != null && !document.payable().equals(document.gross())) {
            text.append(" of which ").append(document.payable()).append(" to pay");
        }
        if (document.refersTo() != null) {
            text.append(" on ").append(document.refersTo());
        }
        List<Document.Due> due = document.due();
        if (due.size() == 1) {
            text.append(", due ").append(due.getFirst().on());
        } else if (!due.isEmpty()) {
            text.append(", due in ")
                    .append(due.size())
                    .append(" parts from ")
                    .append(due.getFirst().on());
        }
        return text.toString();
    }

    private static String of(DunningAlert alert) {
        List<String> parts = new ArrayList<>();
        if (alert.payer() != null) {
            parts.add(alert.payer());
        }
        if (!alert.receivables().isEmpty()) {
            Money owed = alert.receivables().stream()
                    .map(Alert.NamedDebt::outstanding)
                    .reduce(Money.ZERO, Money::plus);
            parts.add(owed + " on "
                    + alert.receivables().stream()
                            .map(claim -> claim.key().toString())
                            .collect(Collectors.joining(" + ")));
        }
        if (alert.amount() != null) {
            parts.add(alert.amount().toString());
        }
        if (alert.interestToDate() != null) {
            parts.add("interest so far " + alert.interestToDate());
        }
        if (alert.answerBy() != null) {
            parts.add("answer by " + alert.answerBy());
        }
        if (alert.paymentId() != null) {
            parts.add("payment " + alert.paymentId());
        }
        if (alert.reason() != null) {
            parts.add(alert.reason());
        }
        if (!alert.proposals().isEmpty()) {
            parts.add(
                    "may name " + alert.proposals().stream().map(Proposal::name).collect(Collectors.joining(" or ")));
        }
        return String.join(", ", parts);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
