package io.echeance.query.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.book.Idle;
import io.echeance.core.book.Retelling.View;
import io.echeance.core.order.Account;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Fact;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.Words;
import io.echeance.core.statement.Explained;
import io.echeance.json.FactJson;
import io.echeance.json.OutputJson;
import io.echeance.json.RecordJson;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers about one order, as JSON.
 *
 * <p>A document counts as issued once its number is known here: the number comes back on the log in the transaction
 * that put the document on {@code invoices}. Until then it may belong to a transaction that is still open, and is
 * listed as {@code beingIssued}.
 */
public record OrderAnswer(AccountView held) {

    /** The fields of facts that lie under seal: see {@link io.echeance.core.order.Words}. */
    private static final List<String> WORDS = List.of("reference", "reason", "note", "by", "channel", "tracking");

    /** How it stands, or stood; with {@code explain}, how each amount comes about and why whom no alert reaches. */
    public ObjectNode statement(Moment moment, boolean explain) {
        View view = moment.of(held.retelling());
        ObjectNode answer = head(view, moment);
        answer.put("placed", view.statement() != null);
        if (view.statement() != null) {
            answer.set("statement", RecordJson.write(view.statement()));
        }
        answer.set("beingIssued", beingIssued(view, moment));
        if (moment.isPast()) {
            answer.put("agreesWithIssued", agreesWithIssued(view, moment));
        }
        if (explain) {
            answer.set("explanation", explanation(view));
        }
        return answer;
    }

    private ObjectNode explanation(View view) {
        ObjectNode explanation = JsonNodeFactory.instance.objectNode();
        explanation.set("documents", documents(view.account(), true));
        Explained explained = held.decider().explain(view.account(), view.today());
        explanation.set("floorTests", written(explained == null ? List.of() : explained.floors()));
        explanation.set("refundsOwed", written(explained == null ? List.of() : explained.refunds()));
        explanation.set("whyNotDunned", written(explained == null ? List.of() : explained.silences()));
        return explanation;
    }

    private static ArrayNode written(List<?> records) {
        ArrayNode written = JsonNodeFactory.instance.arrayNode();
        records.forEach(value -> written.add(RecordJson.write(value)));
        return written;
    }

    /**
     * Every fact that was accepted, in order of arrival, each with the day on which it reached us; and why, where it is
     * about a hold, a debt or a notice that the order does not have.
     */
    public ObjectNode facts(Moment moment) {
        View view = moment.of(held.retelling());
        ObjectNode answer = head(view, moment);
        ArrayNode facts = answer.putArray("facts");
        for (KnownFact known : view.account().evidence().facts()) {
            ObjectNode fact = withWords(held, known.fact());
            fact.put("knownOn", known.knownOn().toString());
            Idle idle = Idle.ofTaken(known.fact(), view.account(), held.decider(), view.today());
            if (idle != null) {
                fact.put("idle", idle.ground().name());
            }
            facts.add(fact);
        }
        return answer;
    }

    /** A fact as it is known, with the words that came with it, if they can be opened. */
    public static ObjectNode withWords(AccountView held, Fact fact) {
        ObjectNode written = FactJson.write(fact).put("factId", fact.factId());
        held.unsealed()
                .apply(fact.factId())
                .map(received -> FactJson.write(Words.of(fact, received)))
                .ifPresent(unsealed -> WORDS.stream()
                        .filter(unsealed::hasNonNull)
                        .forEach(word -> written.set(word, unsealed.get(word))));
        return written;
    }

    /** The documents in the order of issue, each with its number. */
    public ObjectNode documents(Moment moment) {
        View view = moment.of(held.retelling());
        ObjectNode answer = head(view, moment);
        answer.set("documents", documents(view.account(), moment.isPast()));
        answer.set("beingIssued", beingIssued(view, moment));
        return answer;
    }

    private ObjectNode head(View view, Moment moment) {
        return head(held, view, moment);
    }

    /** The same of a moment, which it names. */
    static ObjectNode head(AccountView held, View view, Moment moment) {
        ObjectNode head = head(held, view.today());
        if (moment.asOf() != null) {
            head.put("asOf", moment.asOf().toString());
        }
        if (moment.knownOn() != null) {
            head.put("knownOn", moment.knownOn().toString());
        }
        return head;
    }

    /** What begins every answer. */
    public static ObjectNode head(AccountView held, LocalDate today) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("orderId", held.account().orderId());
        head.put("today", today.toString());
        if (held.lag() != null) {
            head.putObject("copy").put("recordsBehind", held.lag());
        }
        return head;
    }

    private static ArrayNode documents(Account account, boolean evenUnnumbered) {
        Map<DocumentId, String> numbers = numbers(account);
        ArrayNode documents = JsonNodeFactory.instance.arrayNode();
        for (Document document : account.documents()) {
            String number = numbers.get(document.id());
            if (number != null || evenUnnumbered) {
                ObjectNode written = OutputJson.write(document);
                written.remove("topic");
                if (document.isHeldBack()) {
                    written.put("heldBack", true).remove("due");
                }
                documents.add(number == null ? written : written.put("number", number));
            }
        }
        return documents;
    }

    /** What stands in the account and has no number yet. A past is played anew: there nothing is on its way. */
    private static ArrayNode beingIssued(View view, Moment moment) {
        ArrayNode open = JsonNodeFactory.instance.arrayNode();
        if (!moment.isPast()) {
            Map<DocumentId, String> numbers = numbers(view.account());
            view.account().issued().documents().stream()
                    .map(Document::id)
                    .filter(id -> !numbers.containsKey(id))
                    .forEach(id -> open.add(id.text()));
        }
        return open;
    }

    private static Map<DocumentId, String> numbers(Account account) {
        Map<DocumentId, String> numbers = new HashMap<>();
        for (KnownFact known : account.evidence().facts()) {
            if (known.fact() instanceof DocumentNumbered numbered) {
                numbers.put(numbered.documentId(), numbered.number());
            }
        }
        return numbers;
    }

    /**
     * Whether the past, played with every day closed, issued before that day just what was issued. It did not where
     * days were left out after an outage, or where something is left out on purpose ({@code knownOn}).
     */
    private boolean agreesWithIssued(View view, Moment moment) {
        return issuedBefore(moment.asOf(), view.account()).equals(issuedBefore(moment.asOf(), held.account()));
    }

    private static Set<Document> issuedBefore(@Nullable LocalDate day, Account account) {
        Set<Document> issued = new HashSet<>(account.issued().documents());
        if (day != null) {
            issued.removeIf(document -> !document.on().isBefore(day));
        }
        return issued;
    }
}
