package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.admission.Admission;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Ids;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import io.echeance.json.FactJson;
import io.echeance.json.FactJson.Parsed;
import io.echeance.json.RecordJson;
import io.echeance.query.KnownPayment;
import io.echeance.query.command.Command;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.http.ScatterGather.Parts;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.KeyOwners;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.PartitionView.Part;
import io.echeance.query.instance.Shelves;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /payments/{id}}: where a payment is. {@code POST /payments/{id}/decision}: where a person says that it
 * goes. Any instance takes either.
 */
final class PaymentPage {

    private static final Logger AUDIT = LoggerFactory.getLogger("io.echeance.audit");
    private static final int ACCEPTED = 202;

    private final ScatterGather gathering;
    private final Shelves shelves;
    private final Holdings holdings;
    private final DecisionPost decisions;
    private final Limits limits;

    PaymentPage(ScatterGather gathering, Shelves shelves, Holdings holdings, DecisionPost decisions, Limits limits) {
        this.gathering = gathering;
        this.shelves = shelves;
        this.holdings = holdings;
        this.decisions = decisions;
        this.limits = limits;
    }

    Reply payment(Context request) {
        Asker.of(request).requireAllSellers("a payment may be of any seller");
        new Asked(request).only(ScatterGather.PARTIAL);
        String paymentId = request.pathParam("id");
        Parts parts = gathering.parts(
                request,
                shelves -> {
                    ObjectNode own = JsonNodeFactory.instance.objectNode();
                    shelves.stream()
                            .flatMap(shelf -> shelf.payment(paymentId).stream())
                            .findFirst()
                            .ifPresent(known -> own.set("payment", json(known)));
                    return own;
                },
                Part.MONEY);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        parts.parts().stream()
                .filter(part -> part.hasNonNull("payment"))
                .findFirst()
                .ifPresent(part -> answer.set("payment", part.get("payment")));
        if (answer.isEmpty() && PeerClient.markOf(request).isEmpty()) {
            throw new Problem(Kind.UNKNOWN_PAYMENT, "no payment has this id");
        }
        answer.set("partitions", parts.coverage());
        return Reply.of(answer);
    }

    private static ObjectNode json(KnownPayment known) {
        ObjectNode json = RecordJson.write(known);
        json.set("payment", FactJson.write(known.payment()));
        if (known.standing() != null) {
            json.set("standing", FactJson.write(known.standing()));
        }
        return json;
    }

    Reply decide(Context request, Asker asker) {
        asker.requireAllSellers("money that waits is of no seller yet");
        Asked asked = new Asked(request);
        asked.only();
        String paymentId = request.pathParam("id");
        String wrong = Ids.wrong("the payment id", paymentId);
        if (wrong != null) {
            throw Problem.malformed(wrong);
        }
        String key = asked.header(CommandPage.KEY, CommandPage.KEY_FORM);
        ObjectNode body = Body.object(request, limits, "on", "parts", "setAside", "replaces", "deductions");
        try {
            PaymentApplied fact = fact(body, paymentId, Command.factId("decision", paymentId, key), asker);
            Reply reply = post(fact);
            audit(fact, asker, reply.status() == ACCEPTED ? "posted" : "taken");
            return reply;
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence() + "; the same request again is the same fact");
        }
    }

    private PaymentApplied fact(ObjectNode body, String paymentId, String factId, Asker asker)
            throws TemporarilyUnavailable {
        ObjectNode node = body.deepCopy();
        node.put("type", PaymentApplied.class.getSimpleName());
        node.put("factId", factId).put("paymentId", paymentId).put("by", asker.name());
        if (!node.hasNonNull("on")) {
            LocalDate today = shelves.here().stream()
                    .map(PartitionView::today)
                    .max(LocalDate::compareTo)
                    .orElseThrow(() -> new TemporarilyUnavailable("the work is being shared out anew"));
            node.put("on", today.toString());
        }
        Fact fact = switch (FactJson.parse(node, factId)) {
            case Parsed.Malformed malformed -> throw Problem.malformed(malformed.said());
            case Parsed.Received received -> received.fact();
        };
        Refusal refusal = Admission.atTheDoor(fact);
        if (refusal != null) {
            throw Problem.refused(refusal);
        }
        return (PaymentApplied) fact;
    }

    private Reply post(PaymentApplied fact) throws TemporarilyUnavailable {
        Optional<Reply> before = decisions.taken(fact);
        if (before.isPresent()) {
            return before.get();
        }
        for (PaymentPart part : fact.parts()) {
            refuseUnlessPlaced(part.orderId());
        }
        return decisions.post(fact);
    }

    /**
     * The stream lets a decision wait for its order until the day is over; whoever asks is not kept waiting where it is
     * known here that there is none. What another instance knows is left to the stream.
     */
    private void refuseUnlessPlaced(String orderId) throws TemporarilyUnavailable {
        KeyOwners keepers = holdings.keepersOf(orderId);
        if (keepers.isActiveHere()
                && holdings.active(orderId, keepers.partition())
                        .filter(held -> held.account().terms() != null)
                        .isEmpty()) {
            throw Problem.refused(new Refusal(
                    Reason.UNKNOWN_ORDER,
                    new Sentence(
                            "aucune commande " + orderId + " n’a été passée", "no order " + orderId + " was placed")));
        }
    }

    private static void audit(Fact fact, Asker asker, String outcome) {
        AUDIT.info("command=decision fact={} by={} outcome={}", fact.factId(), asker.name(), outcome);
    }
}
