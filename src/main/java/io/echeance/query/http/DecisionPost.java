package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PersonMark;
import io.echeance.core.order.Sentence;
import io.echeance.json.FactJson;
import io.echeance.json.RecordJson;
import io.echeance.query.command.Postbox;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.TemporarilyUnavailable;
import java.time.Duration;
import java.util.Optional;

/** Posts what a person decides about a payment, and says what became of it. */
final class DecisionPost {

    private static final int ACCEPTED = 202;

    private final Postbox postbox;
    private final Duration patience;

    /** @param patience how long an answer may wait for the decision to take effect */
    DecisionPost(Postbox postbox, Duration patience) {
        this.postbox = postbox;
        this.patience = patience;
    }

    /** The answer to a decision that has taken effect; empty: it is not known to have. */
    Optional<Reply> taken(PaymentApplied fact) {
        return postbox.decided(fact.factId()).map(decided -> taken(fact, decided));
    }

    /** @throws TemporarilyUnavailable if it is not certain that it was written */
    Reply post(PaymentApplied fact) throws TemporarilyUnavailable {
        postbox.post(fact);
        return new Arrival(postbox, patience)
                .of(fact.factId(), () -> taken(fact))
                .orElseGet(() -> Reply.of(ACCEPTED, answer(fact, "POSTED")));
    }

    /** Asked again, a decision that names no day is still the same; one that was undone since is not told as it was. */
    private Reply taken(PaymentApplied fact, PaymentDecided decided) {
        if (!decided.isOutcomeOf(fact)) {
            throw contradiction(
                    "sous cette clé, autre chose a été décidé auparavant",
                    "under this " + CommandPage.KEY + " something else was decided before");
        }
        if (PersonMark.areTwo(decided.by(), fact.by())) {
            throw contradiction(
                    "sous cette clé, quelqu’un d’autre a décidé auparavant",
                    "under this " + CommandPage.KEY + " somebody else decided before");
        }
        Optional<PaymentDecided> later = postbox.replacing(decided);
        if (later.isPresent()) {
            String id = later.get().decisionId();
            throw contradiction(
                    "cela a été décidé, et la décision " + id + " l’a remplacé depuis",
                    "this was decided, and the decision " + id + " has taken its place since");
        }
        ObjectNode answer = answer(fact, "TAKEN");
        answer.set("decided", RecordJson.write(decided));
        return Reply.of(answer);
    }

    private static Problem contradiction(String french, String english) {
        return new Problem(Kind.CONTRADICTION, new Sentence(french, english), null);
    }

    private static ObjectNode answer(Fact fact, String outcome) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("outcome", outcome);
        answer.put("factId", fact.factId());
        answer.set("fact", FactJson.write(fact));
        return answer;
    }
}
