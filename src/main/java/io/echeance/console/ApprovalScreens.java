package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.console.StandingView.Proposal;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.core.order.Sentence;
import io.echeance.query.http.Clerk.Answer;
import io.echeance.query.http.Right;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code /console/approvals}: what is proposed against customers, and what a person has accepted. Each is decided by
 * itself, with a reason and an end; nothing decides about several.
 */
final class ApprovalScreens {

    private static final Sentence GONE = new Sentence(
            "rien de tel n’est plus proposé ni retenu contre ce client : quelqu’un en a décidé, ou les motifs en ont"
                    + " disparu. Sa page dit qui, et quand",
            "nothing of the kind is proposed or held against this customer any more: somebody has decided, or its"
                    + " grounds are gone. His page says who, and when");

    private static final String GROUNDS = "grounds";
    private static final int USUAL_MONTHS = 6;
    private static final int REFUSED = 422;
    private static final int CONTRADICTION = 409;
    private static final String REPLACES = "replaces";
    private static final List<String> DATES = List.of("until", "heardOn", "informedOn");

    private ApprovalScreens() {}

    static Screen list(Visit visit) {
        JsonNode page = visit.desk().get("/customers?" + Pager.asked(visit, "after"));
        List<Proposal> all = StandingView.decidable(page);
        return Screen.of(
                "approvals",
                visit.words().say("approvals.title"),
                "approvals",
                Map.of(
                        "proposed",
                        open(all, StandingState.PROPOSED),
                        "accepted",
                        open(all, StandingState.ACCEPTED),
                        "decided",
                        all.stream().filter(one -> one.made() != null).toList(),
                        "further",
                        Pager.of(visit, "after", page)));
    }

    private static List<Proposal> open(List<Proposal> all, StandingState state) {
        return all.stream()
                .filter(one -> one.held().state() == state && one.made() == null)
                .toList();
    }

    static Screen ask(Visit visit) {
        return form(visit, customer(visit), Map.of(), null, Visit.newKey());
    }

    /** Null: it is taken, and the person goes on. It rests on what the person has read: if that is no more, not. */
    static @Nullable Screen send(Visit visit, Form form) {
        mayDecide(visit);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("kind", visit.id("kind"));
        body.put("outcome", form.text("outcome")).put("reason", form.text("reason"));
        boolean accepted = form.text("outcome").equals("ACCEPTED");
        for (String field : DATES) {
            if (accepted && !form.text(field).isEmpty()) {
                body.put(field, form.text(field));
            }
        }
        List<String> read = form.lines(GROUNDS);
        StandingView customer = customer(visit);
        if (!Set.copyOf(read).equals(Set.copyOf(held(visit, customer).grounds()))) {
            return form(visit, customer, form.fields(), visit.words().say("approvals.other-grounds"), Visit.newKey())
                    .withStatus(REFUSED);
        }
        read.forEach(body.withArray(GROUNDS)::add);
        if (!form.text(REPLACES).isEmpty()) {
            body.put(REPLACES, form.text(REPLACES));
        }
        Answer answer = visit.desk().command(address(visit) + "/commands/decide", body, form.key());
        if (answer.isGood()) {
            visit.goOn(Undo.said("/console/approvals", "decide", visit.id("id")));
            return null;
        }
        if (answer.status() == 400 || answer.status() == CONTRADICTION || answer.status() == REFUSED) {
            boolean stands = answer.json().path("reason").asText().equals("DECIDED_ALREADY");
            String why = stands
                    ? visit.words().say("approvals.stands")
                    : answer.json().path("detail").asText();
            return form(visit, customer(visit), form.fields(), why, Visit.newKey())
                    .withStatus(REFUSED);
        }
        throw Trouble.of(answer);
    }

    private static String address(Visit visit) {
        return "/customers/" + Desk.part(visit.id("seller")) + "/" + Desk.part(visit.id("id"));
    }

    private static void mayDecide(Visit visit) {
        if (!visit.visitor().may(Right.DECIDE)) {
            throw new Trouble(403, "");
        }
    }

    private static StandingView customer(Visit visit) {
        mayDecide(visit);
        return StandingView.of(visit.desk().get(address(visit)));
    }

    private static HeldStanding held(Visit visit, StandingView customer) {
        return customer.held().stream()
                .filter(one -> one.kind().name().equals(visit.id("kind")) && one.state() != StandingState.HOLDS)
                .findFirst()
                .orElseThrow(() -> new Trouble(404, GONE));
    }

    private static Screen form(
            Visit visit, StandingView customer, Map<String, String> entered, @Nullable String refusal, String key) {
        HeldStanding held = held(visit, customer);
        CustomerStanding standing = Objects.requireNonNull(customer.standing());
        LocalDate until = held.expiresOn() == null ? standing.on().plusMonths(USUAL_MONTHS) : held.expiresOn();
        return Screen.of(
                "decide",
                visit.words().say("standing." + held.kind().name()),
                "approvals",
                Map.of(
                        "form",
                        new StandingView.Decide(
                                visit.id("seller"),
                                visit.id("id"),
                                standing.naturalPerson(),
                                held,
                                held.state() == StandingState.ACCEPTED
                                        ? List.of("ENDED")
                                        : List.of("REFUSED", "ACCEPTED"),
                                customer.madeToday(held),
                                until,
                                entered,
                                refusal,
                                key)));
    }
}
