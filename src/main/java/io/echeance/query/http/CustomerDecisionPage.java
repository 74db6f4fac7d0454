package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.CustomerAdmission;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.query.command.Command;
import io.echeance.query.command.Postbox;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.Shelves;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /customers/{seller}/{id}/commands/decide}: what a person makes of a proposal. Any instance takes it; it
 * counts when the day is closed.
 */
final class CustomerDecisionPage {

    private static final Logger AUDIT = LoggerFactory.getLogger("io.echeance.audit");
    private static final int ACCEPTED = 202;
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(15).toNanos();

    /** In which a customer's partition takes it, or says that it does not, if there is nothing wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Shelves shelves;
    private final Postbox postbox;
    private final Limits limits;

    CustomerDecisionPage(Shelves shelves, Postbox postbox, Limits limits) {
        this.shelves = shelves;
        this.postbox = postbox;
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
            CustomerFact fact = post(decision, body.hasNonNull("on"));
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

    /**
     * Unless that was done: told again on a later day, a decision that names no day is still the same.
     *
     * @return what was posted under its id
     */
    private CustomerFact post(CustomerFact fact, boolean isDated) throws TemporarilyUnavailable {
        Optional<CustomerFact> before = before(fact);
        if (before.isPresent()) {
            if (!isSame(before.get(), fact, isDated)) {
                throw contradiction();
            }
            return before.get();
        }
        postbox.post(fact);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && taken(fact).isEmpty()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            Optional<Refusal> refusal = postbox.refusal(fact.factId());
            if (refusal.isPresent()) {
                throw refusal.get().reason() == Reason.CONTRADICTS_EARLIER_FACT
                        ? contradiction()
                        : refused(refusal.get());
            }
        }
        return fact;
    }

    private static boolean isSame(CustomerFact before, CustomerFact fact, boolean isDated) {
        ObjectNode one = RecordJson.write(before);
        ObjectNode other = RecordJson.write(fact);
        if (!isDated) {
            one.remove("on");
            other.remove("on");
        }
        // Words that lie under seal cannot be compared just now.
        if (before.equals(before.withoutWords())) {
            List.of(one, other).forEach(written -> written.remove(List.of("reason", "by")));
        }
        return one.equals(other);
    }

    private Optional<CustomerFact> before(CustomerFact fact) throws TemporarilyUnavailable {
        Optional<CustomerFact> taken = taken(fact);
        return taken.isPresent() ? taken : postbox.posted(fact.factId());
    }

    /** As the customer's partition has it, if it is on this instance; what another one has, that one refuses. */
    private Optional<CustomerFact> taken(CustomerFact fact) throws TemporarilyUnavailable {
        CustomerKey customer = new CustomerKey(fact.seller(), fact.customer());
        return shelves.here().stream()
                .flatMap(shelf -> Stream.ofNullable(shelf.customers()))
                .flatMap(shelf -> Stream.ofNullable(shelf.customer(customer)))
                .flatMap(view -> view.decisions().stream())
                .filter(one -> one.factId().equals(fact.factId()))
                .findFirst();
    }

    private static Problem contradiction() {
        return new Problem(Kind.CONTRADICTION, "under this " + CommandPage.KEY + " something else was decided before");
    }

    private static Problem refused(Refusal refusal) {
        return new Problem(Kind.REFUSED, refusal.sentence(), refusal.reason().name());
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
        CustomerFact fact;
        try {
            fact = RecordJson.readWhole(CustomerFact.class, node);
        } catch (Unreadable e) {
            throw Problem.malformed(e.sentence());
        }
        Refusal refusal = CustomerAdmission.refusal(fact);
        if (refusal != null) {
            throw refused(refusal);
        }
        return fact;
    }
}
