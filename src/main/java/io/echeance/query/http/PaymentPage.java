package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.admission.Admission;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Ids;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.json.FactJson;
import io.echeance.json.FactJson.Parsed;
import io.echeance.json.RecordJson;
import io.echeance.query.KnownPayment;
import io.echeance.query.command.Command;
import io.echeance.query.command.Postbox;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.http.ScatterGather.Parts;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.KeyOwners;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.Shelves;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /payments/{id}}: where a payment is. {@code POST /payments/{id}/decision}: where a person says that it
 * goes. Any instance takes either.
 */
final class PaymentPage {

    private static final Logger AUDIT = LoggerFactory.getLogger("io.echeance.audit");
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(15).toNanos();
    private static final int ACCEPTED = 202;

    private final ScatterGather gathering;
    private final Shelves shelves;
    private final Holdings holdings;
    private final Postbox postbox;
    private final Limits limits;

    PaymentPage(ScatterGather gathering, Shelves shelves, Holdings holdings, Postbox postbox, Limits limits) {
        this.gathering = gathering;
        this.shelves = shelves;
        this.holdings = holdings;
        this.postbox = postbox;
        this.limits = limits;
    }

    Reply payment(Context request) {
        Asker.of(request).requireAllSellers("a payment may be of any seller");
        new Asked(request).only(ScatterGather.PARTIAL);
        String paymentId = request.pathParam("id");
        Parts parts = gathering.parts(request, shelves -> {
            ObjectNode own = JsonNodeFactory.instance.objectNode();
            shelves.stream()
                    .flatMap(shelf -> shelf.payment(paymentId).stream())
                    .findFirst()
                    .ifPresent(known -> own.set("payment", json(known)));
            return own;
        });
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
            case Parsed.Malformed malformed -> throw Problem.malformed(malformed.sentence());
            case Parsed.Received received -> received.fact();
        };
        Refusal refusal = Admission.atTheDoor(fact);
        if (refusal != null) {
            throw new Problem(Kind.REFUSED, refusal.sentence(), refusal.reason().name());
        }
        return (PaymentApplied) fact;
    }

    /** An answer waits for the decision to take effect as long as for a body to arrive. */
    private Reply post(PaymentApplied fact) throws TemporarilyUnavailable {
        Optional<PaymentDecided> before = postbox.decided(fact.factId());
        if (before.isPresent()) {
            return taken(fact, before.get());
        }
        for (PaymentPart part : fact.parts()) {
            refuseUnlessPlaced(part.orderId());
        }
        postbox.post(fact);
        long deadline = System.nanoTime() + limits.arrival().toNanos();
        while (System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            Optional<Refusal> refusal = postbox.refusal(fact.factId());
            if (refusal.isPresent()) {
                throw new Problem(
                        Kind.REFUSED,
                        refusal.get().sentence(),
                        refusal.get().reason().name());
            }
            Optional<PaymentDecided> decided = postbox.decided(fact.factId());
            if (decided.isPresent()) {
                return taken(fact, decided.get());
            }
        }
        return Reply.of(ACCEPTED, answer(fact, "POSTED"));
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
            throw new Problem(Kind.REFUSED, "no order " + orderId + " was placed", Reason.UNKNOWN_ORDER.name());
        }
    }

    /** Asked again, a decision that names no day is still the same; one that was undone since is not told as it was. */
    private Reply taken(PaymentApplied fact, PaymentDecided decided) {
        if (!decided.isOutcomeOf(fact)) {
            throw new Problem(
                    Kind.CONTRADICTION, "under this " + CommandPage.KEY + " something else was decided before");
        }
        Optional<PaymentDecided> later = postbox.replacing(decided);
        if (later.isPresent()) {
            throw new Problem(
                    Kind.CONTRADICTION,
                    "this was decided, and the decision " + later.get().decisionId() + " has taken its place since");
        }
        ObjectNode answer = answer(fact, "TAKEN");
        answer.set("decided", RecordJson.write(decided));
        return Reply.of(answer);
    }

    private static ObjectNode answer(Fact fact, String outcome) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("outcome", outcome);
        answer.put("factId", fact.factId());
        answer.set("fact", FactJson.write(fact));
        return answer;
    }

    private static void audit(Fact fact, Asker asker, String outcome) {
        AUDIT.info("command=decision fact={} by={} outcome={}", fact.factId(), asker.name(), outcome);
    }
}
