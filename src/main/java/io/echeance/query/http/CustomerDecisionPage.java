package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.order.Sentence;
import io.echeance.json.RecordJson;
import io.echeance.query.command.Command;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.Shelves;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.javalin.http.Context;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /customers/{seller}/{id}/commands/decide}: what a person makes of a proposal. Any instance takes it; it
 * counts when the day is closed.
 */
final class CustomerDecisionPage {

    private static final Logger AUDIT = LoggerFactory.getLogger("io.echeance.audit");
    private static final int ACCEPTED = 202;
    private static final Sentence SAID_BEFORE = new Sentence(
            "sous cette clé, autre chose a été décidé auparavant",
            "under this " + CommandPage.KEY + " something else was decided before");

    private final Shelves shelves;
    private final CustomerPost post;
    private final Limits limits;

    CustomerDecisionPage(Shelves shelves, CustomerPost post, Limits limits) {
        this.shelves = shelves;
        this.post = post;
        this.limits = limits;
    }

    Reply decide(Context request, Asker asker) {
        Asked asked = new Asked(request);
        asked.only();
        CustomerKey customer = new CustomerKey(request.pathParam("seller"), request.pathParam("id"));
        if (!asker.sees(customer.seller())) {
            throw new Problem(Kind.UNKNOWN_CUSTOMER, "the seller has no customer with this id");
        }
        String key = asked.header(CommandPage.KEY, CommandPage.KEY_FORM);
        ObjectNode body = Body.object(
                request, limits, "on", "kind", "outcome", "reason", "until", "grounds", "heardOn", "informedOn");
        try {
            CustomerFact decision = fact(body, customer, Command.factId("decide", customer.toString(), key), asker);
            CustomerFact fact = post.post(decision, body.hasNonNull("on"), SAID_BEFORE);
            AUDIT.info(
                    "command=decide customer={} fact={} by={} outcome=posted",
                    customer.toString().replaceAll("\\s", "_"),
                    fact.factId(),
                    asker.name());
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.put("outcome", "POSTED").put("factId", fact.factId());
            answer.set("fact", RecordJson.write(fact));
            return Reply.of(ACCEPTED, answer);
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence() + "; the same request again is the same fact");
        }
    }

    private CustomerFact fact(ObjectNode body, CustomerKey customer, String factId, Asker asker)
            throws TemporarilyUnavailable {
        ObjectNode node = body.deepCopy();
        node.put("type", StandingDecided.class.getSimpleName());
        node.put("factId", factId).put("by", asker.name());
        node.put("seller", customer.seller()).put("customer", customer.customer());
        if (!node.hasNonNull("on")) {
            LocalDate today = shelves.here().stream()
                    .map(PartitionView::today)
                    .max(LocalDate::compareTo)
                    .orElseThrow(() -> new TemporarilyUnavailable("the work is being shared out anew"));
            node.put("on", today.toString());
        }
        return CustomerPost.read(CustomerFact.class, node);
    }
}
