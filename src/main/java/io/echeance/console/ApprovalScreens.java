package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.query.http.Clerk.Answer;
import io.echeance.query.http.Right;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /console/approvals}: what is proposed against customers, and what a person has accepted. Each is decided by
 * itself, with a reason and an end; nothing decides about several.
 */
final class ApprovalScreens {

    private static final String GROUNDS = "grounds";
    private static final int USUAL_MONTHS = 6;
    private static final int REFUSED = 422;
    private static final List<String> DATES = List.of("until", "heardOn", "informedOn");

    private ApprovalScreens() {}

    static Screen list(Visit visit) {
        JsonNode page = visit.desk().get("/customers?" + Pager.asked(visit, "after"));
        return Screen.of(
                "approvals",
                visit.words().say("approvals.title"),
                "approvals",
                Map.of(
                        "proposed",
                        StandingView.in(StandingState.PROPOSED, page),
                        "accepted",
                        StandingView.in(StandingState.ACCEPTED, page),
                        "further",
                        Pager.of(visit, "after", page)));
    }

    static Screen ask(Visit visit) {
        return form(visit, Map.of(), null, Visit.newKey());
    }

    /** Null: it is taken, and the person goes on. It rests on what the person has read, whatever has come since. */
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
        form.lines(GROUNDS).forEach(body.withArray(GROUNDS)::add);
        Answer answer = visit.desk().command(address(visit) + "/commands/decide", body, form.key());
        if (answer.isGood()) {
            visit.goOn("/console/approvals?said=decide");
            return null;
        }
        if (answer.status() == 400 || answer.status() == REFUSED) {
            return form(visit, form.fields(), answer.json().path("detail").asText(), Visit.newKey())
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

    private static CustomerStanding customer(Visit visit) {
        mayDecide(visit);
        CustomerStanding standing =
                StandingView.of(visit.desk().get(address(visit))).standing();
        if (standing == null) {
            throw new Trouble(404, "");
        }
        return standing;
    }

    private static HeldStanding held(Visit visit, CustomerStanding standing) {
        return standing.standings().stream()
                .filter(one -> one.kind().name().equals(visit.id("kind")) && one.state() != StandingState.HOLDS)
                .findFirst()
                .orElseThrow(() -> new Trouble(404, ""));
    }

    private static Screen form(Visit visit, Map<String, String> entered, @Nullable String refusal, String key) {
        CustomerStanding standing = customer(visit);
        HeldStanding held = held(visit, standing);
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
                                until,
                                entered,
                                refusal,
                                key)));
    }
}
