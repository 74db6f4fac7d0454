package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.CustomerAdmission;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.Rights;
import io.echeance.core.order.Sentence;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.topology.store.Calendar;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /persons/{id}/asked} and {@code /answered}: the facts of the commands {@code person asks} and {@code
 * person answered}, under the same ids. The answers repeat no word of what was said.
 */
final class RightsPage {

    private static final Logger AUDIT = LoggerFactory.getLogger("io.echeance.audit");
    private static final int ACCEPTED = 202;

    private final CustomerPost post;
    private final Holdings holdings;
    private final Limits limits;

    RightsPage(CustomerPost post, Holdings holdings, Limits limits) {
        this.post = post;
        this.holdings = holdings;
        this.limits = limits;
    }

    Reply ask(Context request, Asker asker) {
        ObjectNode filled = filled(request, asker, "right", "identity");
        RightAsked read = CustomerPost.read(RightAsked.class, filled);
        String asked = Rights.askedId(read.right(), read.on());
        RightAsked fact = new RightAsked(
                asked, read.seller(), read.customer(), read.on(), read.right(), read.identity(), read.by());
        Refusal unknown = CustomerAdmission.unknownSeller(fact, holdings.sellers());
        if (unknown != null) {
            throw Problem.refused(unknown);
        }
        post(
                fact,
                asker,
                new Sentence(
                        "cela a déjà été demandé ce jour-là, et l’identité avait été vérifiée autrement",
                        "this was asked for on this day before, and how it was made sure who asks was told otherwise"));
        return reply(fact, asked, Rights.lastDay(fact.on()));
    }

    Reply answer(Context request, Asker asker) {
        ObjectNode filled = filled(request, asker, "asked", "outcome", "until", "reason");
        RightAnswered read = CustomerPost.read(RightAnswered.class, filled);
        RightAnswered fact = new RightAnswered(
                Rights.answeredId(read.asked(), read.outcome(), read.on()),
                read.seller(),
                read.customer(),
                read.on(),
                read.asked(),
                read.outcome(),
                read.until(),
                read.reason(),
                read.by());
        post(
                fact,
                asker,
                new Sentence(
                        "il y a déjà été répondu ainsi ce jour-là, avec un autre motif ou un autre jour",
                        "this was answered so on this day before, with another reason or another day"));
        return reply(fact, fact.asked(), fact.until());
    }

    /** With all that the request does not say itself. */
    private ObjectNode filled(Context request, Asker asker, String... fields) {
        new Asked(request).only();
        String person = PersonPages.named(request, asker);
        String[] all =
                Stream.concat(Stream.of("seller", "on"), Stream.of(fields)).toArray(String[]::new);
        ObjectNode filled = Body.object(request, limits, all).deepCopy();
        if (!filled.hasNonNull("on")) {
            filled.put("on", LocalDate.now(Calendar.ZONE).toString());
        }
        return filled.put("factId", "").put("customer", person).put("by", asker.name());
    }

    private void post(CustomerFact fact, Asker asker, Sentence saidBefore) {
        Refusal ahead = CustomerAdmission.ahead(fact, LocalDate.now(Calendar.ZONE));
        if (ahead != null) {
            throw Problem.malformed(ahead.said());
        }
        try {
            CustomerFact posted = post.post(fact, true, saidBefore);
            AUDIT.info(
                    "command=right customer={} fact={} by={} outcome=posted",
                    new CustomerKey(fact.seller(), fact.customer()).toString().replaceAll("\\s", "_"),
                    posted.factId(),
                    asker.name());
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence() + "; the same request again is the same fact");
        }
    }

    /** @param dueOn the last day on which it is to be answered; null: it is answered */
    private static Reply reply(CustomerFact fact, String asked, @Nullable LocalDate dueOn) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("outcome", "POSTED").put("factId", fact.factId()).put("asked", asked);
        if (dueOn != null) {
            answer.put("dueOn", dueOn.toString());
        }
        return Reply.of(ACCEPTED, answer);
    }
}
