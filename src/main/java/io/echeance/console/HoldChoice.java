package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.console.ActForm.Option;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The holds of an order that are in force, as a person tells them apart: their ids are a machine's. */
final class HoldChoice {

    private HoldChoice() {}

    /** @param facts of the order, as they are known */
    static List<Option> of(Statement statement, JsonNode facts, Words words) {
        List<Option> holds = new ArrayList<>();
        for (String hold : statement.holds()) {
            String id = hold.substring(0, Math.max(0, hold.lastIndexOf(' ')));
            String reason = words.word("detail", hold.substring(hold.lastIndexOf(' ') + 1));
            String text = facts.valueStream()
                    .filter(fact -> fact.path("type").asText().equals(DunningHeld.class.getSimpleName())
                            && fact.path("holdId").asText().equals(id))
                    .map(fact -> text(reason, fact, statement, words))
                    .reduce((earlier, later) -> later)
                    .orElse(reason);
            holds.add(new Option(id, null, text));
        }
        return holds;
    }

    private static String text(String reason, JsonNode held, Statement statement, Words words) {
        List<String> said = new ArrayList<>(List.of(reason));
        String payer = held.path("payerId").asText(statement.customer());
        if (statement.payers().size() > 1 || !payer.equals(statement.customer())) {
            said.add(payer);
        }
        if (held.hasNonNull("amount")) {
            said.add(words.money(Money.of(held.path("amount").asText())));
        }
        said.add(words.say("hold.since", day(held, "on", words)));
        if (held.hasNonNull("until")) {
            said.add(words.say("hold.until", day(held, "until", words)));
        }
        if (held.hasNonNull("by")) {
            said.add(words.say("hold.by", held.path("by").asText()));
        }
        return String.join(" · ", said);
    }

    private static String day(JsonNode held, String field, Words words) {
        return words.date(LocalDate.parse(held.path(field).asText()));
    }
}
