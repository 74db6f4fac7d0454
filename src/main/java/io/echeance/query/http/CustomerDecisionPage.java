package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.CustomerAdmission;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.DecisionOutcome;
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
import java.util.Comparator;
import java.util.List;
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

    private static final String REPLACES = "replaces";

    private final CustomerPages customers;
    private final Shelves shelves;
    private final CustomerPost post;
    private final Limits limits;

    CustomerDecisionPage(CustomerPages customers, Shelves shelves, CustomerPost post, Limits limits) {
        this.customers = customers;
        this.shelves = shelves;
        this.post = post;
        this.limits = limits;
    }

    Reply decide(Context request, Asker asker) {
        Asked asked = new Asked(request);
        asked.only();
        CustomerKey customer = new CustomerKey(request.pathParam("seller"), request.pathParam("id"));
        if (!asker.sees(customer.seller())) {
            throw unknown();
        }
        String key = asked.header(CommandPage.KEY, CommandPage.KEY_FORM);
        ObjectNode body = Body.object(
                request,
                limits,
                "on",
                "kind",
                "outcome",
                "reason",
                "until",
                "grounds",
                "heardOn",
                "informedOn",
                REPLACES);
        try {
            StandingDecided decision = fact(body, customer, Command.factId("decide", customer.toString(), key), asker);
            KnownCustomer known = customers.known(request, customer);
            // The same key again is answered as before.
            if (!known.has(decision.factId()) && !post.isKnown(decision)) {
                refuse(decision, known, body);
            }
            CustomerFact fact = post.post(decision, body.hasNonNull("on"), SAID_BEFORE);
            refuseToRepeatWhatIsReplaced(decision, known);
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

    private static Problem unknown() {
        return new Problem(
                Kind.UNKNOWN_CUSTOMER,
                new Sentence("le vendeur n’a pas de client sous ce numéro", "the seller has no customer with this id"),
                null);
    }

    private void refuse(StandingDecided decision, KnownCustomer known, ObjectNode body) throws TemporarilyUnavailable {
        Refusal byItself = CustomerAdmission.refusal(decision);
        if (byItself != null) {
            throw Problem.refused(byItself);
        }
        if (!known.isKnown()) {
            throw unknown();
        }
        refuseUnlessOpen(decision.on(), today());
        refuseUnlessReplaced(decision, known, body);
        refuseToEndWhatIsNotAccepted(decision, known.decisions());
        refuseUnlessProposed(decision, known);
    }

    /** What is decided counts when its day is closed: that is today's only. */
    private static void refuseUnlessOpen(LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            throw Problem.notYet(new Sentence(
                    "ce jour est à venir : on décide pour aujourd’hui, le " + today,
                    "that day lies ahead: a decision is of today, " + today));
        }
        if (on.isBefore(today)) {
            throw new Problem(
                    Kind.REFUSED,
                    new Sentence(
                            "ce jour est clos : on décide pour aujourd’hui, le " + today,
                            "that day is closed: a decision is of today, " + today),
                    "DAY_CLOSED");
        }
    }

    /** The same key again says what it said, but not that what somebody has replaced since stands. */
    private static void refuseToRepeatWhatIsReplaced(StandingDecided decision, KnownCustomer known) {
        known.replacing(decision.factId()).ifPresent(later -> {
            throw new Problem(
                    Kind.CONTRADICTION,
                    new Sentence(
                            "cela a été décidé, et la décision " + later.factId() + " l’a remplacé depuis",
                            "this was decided, and the decision " + later.factId() + " has taken its place since"),
                    null);
        });
    }

    /** What nobody proposed is held against nobody, nor is there anything to refuse. */
    private static void refuseUnlessProposed(StandingDecided decision, KnownCustomer known) {
        if (!known.isProposedOrAccepted(decision.kind())
                && known.standing(decision).isEmpty()) {
            throw new Problem(
                    Kind.REFUSED,
                    new Sentence(
                            "rien de tel n’est proposé ni retenu contre ce client : il n’y a rien à décider",
                            "nothing of the kind is proposed or held against this customer: there is nothing to"
                                    + " decide"),
                    "NOT_PROPOSED");
        }
    }

    /** Of two of one day the later counts: who does not know that there is one is told. */
    private static void refuseUnlessReplaced(StandingDecided decision, KnownCustomer known, ObjectNode body) {
        StandingDecided stands = known.standing(decision).orElse(null);
        if (stands != null && !body.path(REPLACES).asText().equals(stands.factId())) {
            throw new Problem(
                    Kind.CONTRADICTION,
                    new Sentence(
                            stands.by() + " en a décidé ce jour-là : " + stands.outcome()
                                    + ". Une autre décision la remplace si elle la nomme : " + stands.factId(),
                            stands.by() + " has decided about it on that day: " + stands.outcome()
                                    + ". Another decision replaces it if it names it: " + stands.factId()),
                    "DECIDED_ALREADY");
        }
    }

    /** What is only proposed is refused, or accepted: there is nothing to end. */
    private static void refuseToEndWhatIsNotAccepted(StandingDecided decision, List<StandingDecided> before) {
        if (decision.outcome() != DecisionOutcome.ENDED) {
            return;
        }
        boolean isAccepted = before.stream()
                .filter(one -> one.kind() == decision.kind() && !one.on().isAfter(decision.on()))
                .sorted(Comparator.comparing(CustomerFact::on))
                .reduce((one, later) -> later)
                .filter(one -> one.outcome() == DecisionOutcome.ACCEPTED
                        && one.until() != null
                        && !decision.on().isAfter(one.until()))
                .isPresent();
        if (!isAccepted) {
            throw new Problem(
                    Kind.REFUSED,
                    new Sentence(
                            "seul ce qui fut accepté, et vaut encore, prend fin : une proposition s’accepte ou se"
                                    + " refuse",
                            "only what was accepted, and still holds, ends: a proposal is accepted or refused"),
                    "NOT_ACCEPTED");
        }
    }

    private StandingDecided fact(ObjectNode body, CustomerKey customer, String factId, Asker asker)
            throws TemporarilyUnavailable {
        ObjectNode node = body.deepCopy();
        node.remove(REPLACES);
        node.put("type", StandingDecided.class.getSimpleName());
        node.put("factId", factId).put("by", asker.name());
        node.put("seller", customer.seller()).put("customer", customer.customer());
        if (!node.hasNonNull("on")) {
            node.put("on", today().toString());
        }
        return CustomerPost.read(StandingDecided.class, node);
    }

    private LocalDate today() throws TemporarilyUnavailable {
        return shelves.here().stream()
                .map(PartitionView::today)
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new TemporarilyUnavailable("the work is being shared out anew"));
    }
}
