package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.core.customer.StandingKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a customer stands, and what people decided.
 *
 * @param standing null: in good standing
 * @param decisions the latest first
 * @param made what was decided today, by kind
 */
public record StandingView(
        @Nullable CustomerStanding standing, List<StandingDecided> decisions, Map<String, Made> made) {

    /**
     * What a person has decided today, which counts when the day is closed.
     *
     * @param by null: who looks sees no names
     */
    public record Made(String outcome, @Nullable String by, String factId) {}

    static StandingView of(JsonNode customer) {
        List<StandingDecided> decisions = new ArrayList<>();
        for (JsonNode one : customer.path("decisions")) {
            if (one.path("type").asText().equals(StandingDecided.class.getSimpleName())) {
                decisions.add(Desk.read(StandingDecided.class, one));
            }
        }
        return new StandingView(
                customer.hasNonNull("standing") ? Desk.read(CustomerStanding.class, customer.path("standing")) : null,
                decisions.reversed(),
                made(customer));
    }

    /** What holds of the customer, or is proposed. */
    public List<HeldStanding> held() {
        return standing == null
                ? List.of()
                : standing.standings().stream()
                        .filter(one -> one.kind() != StandingKind.GOOD)
                        .toList();
    }

    /** What was decided about it today; null: nothing. */
    public @Nullable Made madeToday(HeldStanding held) {
        return made.get(held.kind().name());
    }

    /** Of a customer, or of a row of customers. */
    private static Map<String, Made> made(JsonNode customer) {
        Map<String, Made> made = new HashMap<>();
        customer.path("decidedToday")
                .forEach(one -> made.put(
                        one.path("kind").asText(),
                        new Made(
                                one.path("outcome").asText(),
                                one.hasNonNull("by") ? one.path("by").asText() : null,
                                one.path("factId").asText())));
        return made;
    }

    /**
     * A line of the list of what is to be decided.
     *
     * @param made what was decided about it today; null: nothing
     */
    public record Proposal(
            CustomerStanding of,
            HeldStanding held,
            @Nullable Made made) {}

    /** Of a page of customers, what a person decides about. */
    static List<Proposal> decidable(JsonNode page) {
        List<Proposal> proposals = new ArrayList<>();
        for (JsonNode row : page.path("rows")) {
            CustomerStanding standing = Desk.read(CustomerStanding.class, row);
            Map<String, Made> made = made(row);
            standing.standings().stream()
                    .filter(held -> held.state() != StandingState.HOLDS)
                    .forEach(held -> proposals.add(
                            new Proposal(standing, held, made.get(held.kind().name()))));
        }
        return proposals;
    }

    /**
     * The form of a decision.
     *
     * @param outcomes that a person may choose
     * @param made what was decided today, which this would replace; null: nothing
     * @param until the last day that is proposed
     * @param entered what was entered, by field
     * @param refusal why it was not taken; null: it was not sent
     * @param key what the decision is known by: sent twice, it is one fact
     */
    public record Decide(
            String seller,
            String customer,
            boolean naturalPerson,
            HeldStanding held,
            List<String> outcomes,
            @Nullable Made made,
            LocalDate until,
            Map<String, String> entered,
            @Nullable String refusal,
            String key) {

        public String value(String field, String otherwise) {
            return entered.getOrDefault(field, otherwise);
        }
    }
}
