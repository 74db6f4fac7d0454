package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import io.echeance.core.order.Words;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.query.command.Postbox;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.KeyOwners.Address;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.Shelves;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Posts a receipt that a decision is about, and waits until its payment is known as it tells: a decision that came
 * after a receipt which is refused would be about another payment than the one that its person means.
 */
final class ReceiptPost {

    /** The parameter with which one instance asks another, which keeps the payment. */
    static final String KNOWN = "known";

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int OK = 200;

    private final Shelves shelves;
    private final PeerClient hop;
    private final Postbox postbox;
    private final Duration patience;

    private enum Known {
        NOT,
        SO,
        OTHERWISE
    }

    /** @param patience how long an answer may wait for the receipt to be taken */
    ReceiptPost(Shelves shelves, PeerClient hop, Postbox postbox, Duration patience) {
        this.shelves = shelves;
        this.hop = hop;
        this.postbox = postbox;
        this.patience = patience;
    }

    /**
     * @param request by which it is told
     * @throws Problem if the receipt is refused
     * @throws TemporarilyUnavailable if it is not certain that it was taken
     */
    void post(Context request, PaymentReceived receipt) throws TemporarilyUnavailable {
        if (known(request, receipt).isPresent()) {
            return;
        }
        postbox.post(receipt);
        if (new Arrival(postbox, patience)
                .of(receipt.factId(), () -> known(request, receipt))
                .isEmpty()) {
            throw new TemporarilyUnavailable("the receipt is posted and was not taken in time, nothing is decided");
        }
    }

    /** Empty: it is not known yet. */
    private Optional<PaymentReceived> known(Context request, PaymentReceived receipt) throws TemporarilyUnavailable {
        Known known = here(receipt);
        for (Address other : shelves.others()) {
            known = known == Known.NOT ? there(other, request, receipt) : known;
        }
        if (known == Known.OTHERWISE) {
            throw Problem.refused(new Refusal(
                    Reason.CONTRADICTS_EARLIER_FACT,
                    new Sentence(
                            "le paiement " + receipt.paymentId() + " est venu avant, avec un autre contenu, et reste",
                            "the payment " + receipt.paymentId() + " came first with another content, and stands")));
        }
        return known == Known.SO ? Optional.of(receipt) : Optional.empty();
    }

    /** Whoever may command is told no more than that: also who does not see money that waits. */
    private Known here(PaymentReceived receipt) throws TemporarilyUnavailable {
        for (PartitionView shelf : shelves.allHere()) {
            var known = shelf.payment(receipt.paymentId());
            if (known.isPresent()) {
                return Words.areOne(known.get().payment(), receipt, List.of()) ? Known.SO : Known.OTHERWISE;
            }
        }
        return Known.NOT;
    }

    /** One that gives no answer does not know it, as far as we can tell. */
    private Known there(Address other, Context request, PaymentReceived receipt) {
        Question question = new Question(
                request,
                "?" + KNOWN + "=true",
                RecordJson.write(receipt).toString().getBytes(StandardCharsets.UTF_8));
        Optional<Reply> reply = hop.ask(other, question, PeerClient.ACTIVE, PATIENCE);
        if (reply.isEmpty() || reply.get().status() != OK) {
            return Known.NOT;
        }
        try {
            String text = new String(reply.get().body(), StandardCharsets.UTF_8);
            return Known.valueOf(RecordJson.parse(text).path(KNOWN).asText());
        } catch (Unreadable | IllegalArgumentException e) {
            return Known.NOT;
        }
    }

    /** What another instance asks. */
    Reply known(byte[] asked) {
        try {
            PaymentReceived receipt =
                    RecordJson.read(PaymentReceived.class, RecordJson.parse(new String(asked, StandardCharsets.UTF_8)));
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            return Reply.of(answer.put(KNOWN, here(receipt).name()));
        } catch (Unreadable e) {
            throw Problem.malformed(e.sentence());
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence());
        }
    }
}
