package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Language;
import io.echeance.core.invoice.Party;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionAlert.FormalNoticeDue;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.order.CollectionAlert.ReminderDue;
import io.echeance.core.order.Sentence;
import io.echeance.core.terms.Terms;
import io.echeance.document.Letter;
import io.echeance.document.page.NotWritable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter before it leaves, or as it fell due: written by what writes the letters that are sent.
 *
 * @param toCome whether it is to come if nothing else reaches us
 */
public record LetterView(
        LetterStep alert, boolean toCome, List<Invoice> invoices, Terms terms, Party creditor, Party debtor) {

    /**
     * A letter in a list.
     *
     * @param kind of its alert
     * @param principal of a formal notice; null: it is a reminder
     */
    public record Line(
            LocalDate on,
            String kind,
            String payer,
            String step,
            @Nullable Money principal,
            boolean toCome) {}

    /** The latest first. */
    static List<Line> all(JsonNode answer) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode letter : answer.path("letters")) {
            lines.add(new Line(
                    LocalDate.parse(letter.path("on").asText()),
                    letter.path("kind").asText(),
                    letter.path("payer").asText(),
                    letter.path("step").asText(),
                    letter.hasNonNull("principal")
                            ? Money.of(letter.path("principal").asText())
                            : null,
                    letter.path("toCome").asBoolean()));
        }
        return lines.reversed();
    }

    static LetterView of(JsonNode answer) {
        JsonNode alert = answer.path("alert");
        boolean notice = alert.path("kind").asText().equals("FORMAL_NOTICE");
        List<Invoice> invoices = new ArrayList<>();
        answer.path("invoices").forEach(invoice -> invoices.add(Desk.read(Invoice.class, invoice)));
        return new LetterView(
                notice ? Desk.read(FormalNoticeDue.class, alert) : Desk.read(ReminderDue.class, alert),
                answer.path("toCome").asBoolean(),
                invoices,
                Desk.read(Terms.class, answer.path("terms")),
                Desk.read(Party.class, answer.path("creditor")),
                Desk.read(Party.class, answer.path("debtor")));
    }

    public Language language() {
        return Language.of(debtor.language());
    }

    /** Why it could not leave; null: it could. */
    public @Nullable Sentence problem() {
        try {
            return html().isEmpty() ? Sentence.same("") : null;
        } catch (NotWritable e) {
            return e.said();
        }
    }

    String html() {
        return Letter.html(alert, invoices, terms, creditor, debtor);
    }

    byte[] pdf() {
        return Letter.of(alert, invoices, terms, creditor, debtor);
    }
}
