package io.echeance.query.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.book.Correspondence;
import io.echeance.core.invoice.Completion;
import io.echeance.core.invoice.Draft;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Numbered;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.json.OutputJson;
import io.echeance.json.RecordJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The letters about an order: which there are, and all that one of them says. */
public record LettersAnswer(AccountView held) {

    private static final List<String> SHOWN =
            List.of("on", "kind", "payer", "step", "noticeId", "principal", "interestToDate", "answerBy");

    /** Those that have fallen due, and the next one to each payer; none names a person. */
    public ObjectNode letters() {
        Correspondence correspondence = correspondence();
        ObjectNode answer = OrderAnswer.head(held, held.today());
        ArrayNode letters = answer.putArray("letters");
        for (LetterStep letter : correspondence.letters()) {
            letters.add(OutputJson.write(letter).retain(SHOWN).put("toCome", correspondence.isToCome(letter)));
        }
        return answer;
    }

    /**
     * What a letter says, and all that it is written from; names persons.
     *
     * @param partyOf by id, as it is known now; who is not known is named by the id
     * @return empty: there is no such letter
     */
    public Optional<ObjectNode> letter(
            LocalDate on, String payer, String step, Function<String, Optional<Party>> partyOf) {
        Correspondence correspondence = correspondence();
        return correspondence.letters().stream()
                .filter(letter -> letter.on().equals(on)
                        && letter.payer().equals(payer)
                        && letter.step().equals(step))
                .findFirst()
                .map(letter -> written(letter, correspondence, partyOf));
    }

    private Correspondence correspondence() {
        return held.retelling().correspondence(held.mornings());
    }

    private ObjectNode written(
            LetterStep letter, Correspondence correspondence, Function<String, Optional<Party>> partyOf) {
        var terms = Objects.requireNonNull(held.account().terms(), "an order with letters is placed");
        ObjectNode answer = OrderAnswer.head(held, held.today());
        answer.put("toCome", correspondence.isToCome(letter));
        answer.set("alert", OutputJson.write(letter));
        ArrayNode invoices = answer.putArray("invoices");
        letter.receivables().stream()
                .map(debt -> debt.key().document())
                .distinct()
                .forEach(id -> correspondence.drafts().stream()
                        .filter(draft -> draft.document().id().equals(id))
                        .findFirst()
                        .ifPresent(draft -> invoices.add(RecordJson.write(invoice(draft, partyOf)))));
        answer.set("terms", RecordJson.write(terms));
        answer.set("creditor", RecordJson.write(party(terms.seller(), partyOf)));
        answer.set("debtor", RecordJson.write(party(letter.payer(), partyOf)));
        return answer;
    }

    private Invoice invoice(Draft draft, Function<String, Optional<Party>> partyOf) {
        String customer = draft.customer();
        Numbered numbered = numberOf(draft.document().id(), draft.document().on());
        return Completion.of(
                draft.issuedOn(numbered.on()),
                numbered.number(),
                draft.document().seller() + "/" + numbered.on().getYear(),
                party(draft.document().seller(), partyOf),
                party(draft.document().payer(), partyOf),
                draft.isForFunder() ? party(customer, partyOf) : null,
                id -> numberOf(id, numbered.on()));
    }

    /** A document without a number yet is named by its id. */
    private Numbered numberOf(DocumentId id, LocalDate otherwise) {
        for (KnownFact known : held.account().evidence().facts()) {
            if (known.fact() instanceof DocumentNumbered numbered
                    && numbered.documentId().equals(id)) {
                return new Numbered(numbered.number(), numbered.on());
            }
        }
        return new Numbered(id.text(), otherwise);
    }

    private static Party party(String id, Function<String, Optional<Party>> partyOf) {
        return partyOf.apply(id)
                .orElseGet(() -> new Party(
                        id, id, null, null, List.of(), null, null, "FR", null, null, null, null, null, null, null,
                        "fr"));
    }
}
