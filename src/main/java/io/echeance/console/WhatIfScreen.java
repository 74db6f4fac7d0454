package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.order.Statement;
import io.echeance.query.http.Clerk.Answer;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;

/** {@code /console/orders/{id}/what-if}: the order as it will be, if this is paid then, or if a funder refuses. */
final class WhatIfScreen {

    private static final int AHEAD_DAYS = 180;

    private WhatIfScreen() {}

    static Screen page(Visit visit) {
        String address = Desk.order(visit.id("id"));
        JsonNode order = visit.desk().get(address);
        if (!order.path("placed").asBoolean()) {
            throw new Trouble(404, "");
        }
        Statement statement = Desk.read(Statement.class, order.path("statement"));
        String until =
                or(visit.asked("until"), statement.today().plusDays(AHEAD_DAYS).toString());
        String on = or(visit.asked("on"), Days.nextFriday(statement.today()).toString());
        String amount = visit.asked("amount");
        String funder = visit.asked("funder");
        ObjectNode question = JsonNodeFactory.instance.objectNode().put("until", until);
        ArrayNode facts = question.putArray("facts");
        if (!amount.isEmpty()) {
            facts.addObject()
                    .put("type", "PaymentReceived")
                    .put("on", on)
                    .put("paymentId", "what-if")
                    .put("payerId", statement.customer())
                    .put("amount", ActScreen.plain(amount))
                    .put("method", "TRANSFER");
        }
        if (!funder.isEmpty()) {
            facts.addObject()
                    .put("type", "FundingDecided")
                    .put("on", statement.today().toString())
                    .put("funderId", funder)
                    .put("outcome", "REFUSED");
        }
        Answer with = visit.desk().tryPost(address + "/forecast", question);
        Answer without = visit.desk().tryGet(address + "/forecast?until=" + Desk.part(until));
        String refusal = without.isGood()
                ? with.isGood() ? null : with.json().path("detail").asText()
                : without.json().path("detail").asText();
        WhatIfView view = new WhatIfView(
                visit.id("id"),
                statement,
                until,
                on,
                amount,
                funder,
                refusal == null ? Effect.of(without.json(), with.json()) : null,
                refusal == null ? Effect.said(with.json()) : List.of(),
                refusal);
        Screen page =
                Screen.of("what-if", visit.words().say("what-if.title", visit.id("id")), "", Map.of("view", view));
        return refusal == null ? page : page.withStatus(422);
    }

    private static String or(String asked, String otherwise) {
        try {
            return asked.isEmpty() ? otherwise : Visit.day(asked).toString();
        } catch (DateTimeException e) {
            throw Trouble.noDate(asked);
        }
    }
}
