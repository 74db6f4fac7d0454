package io.echeance.topology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentAlert.UnmatchedPayment;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.Rejection;
import io.echeance.json.ScenarioJson;
import io.echeance.json.Unreadable;
import io.echeance.scenario.WorkedScenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A worked scenario whose orders and payments have names of their own, so that all can be played on one stream: some
 * order ids, and payments {@code P…}, stand in several of them.
 */
record NamedScenario(WorkedScenario worked, List<Arrival> arrivals) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<NamedScenario> all() {
        return WorkedScenario.all().stream().map(NamedScenario::of).toList();
    }

    private static NamedScenario of(WorkedScenario worked) {
        try {
            JsonNode received = worked.json();
            Set<String> orders = new HashSet<>(received.path("facts").findValuesAsText("orderId"));
            String named = named(received, "", orders, prefix(worked)).toString();
            return new NamedScenario(
                    worked, ScenarioJson.parse(named).simulation().arrivals());
        } catch (Unreadable e) {
            throw new IllegalStateException(worked + ": " + e.sentence(), e);
        }
    }

    /** The same with the prefix before order ids, before what begins with one, and before payment ids. */
    private static JsonNode named(JsonNode node, String field, Set<String> orders, String prefix) {
        if (node instanceof ObjectNode object) {
            ObjectNode named = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(entry ->
                            named.set(entry.getKey(), named(entry.getValue(), entry.getKey(), orders, prefix)));
            return named;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode named = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> named.add(named(element, field, orders, prefix)));
            return named;
        }
        String text = node.asText();
        String named = text.strip();
        boolean names = field.equals("paymentId") || orders.contains(named.split("/", 2)[0]);
        if (node.isTextual() && names) {
            return JsonNodeFactory.instance.textNode(text.replace(named, prefix + named));
        }
        return field.equals("reference") ? JsonNodeFactory.instance.textNode(namedInside(text, orders, prefix)) : node;
    }

    /** A bank's text names orders in any letters. */
    private static String namedInside(String text, Set<String> orders, String prefix) {
        if (orders.isEmpty() || text.isBlank()) {
            return text;
        }
        String any = orders.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("(?i)(?<![a-z0-9])(?:" + any + ")(?![a-z0-9])")
                .matcher(text)
                .replaceAll(prefix + "$0");
    }

    private static String prefix(WorkedScenario worked) {
        return "S" + worked.name().substring(0, worked.name().indexOf('-') + 1);
    }

    LocalDate until() {
        return worked.scenario().simulation().until();
    }

    /** Whether it was said in this scenario, before its end. */
    boolean owns(Output output) {
        String orderId = output.orderId();
        boolean isItsOwn = orderId == null
                ? output instanceof UnmatchedPayment waits && waits.paymentId().startsWith(prefix(worked))
                        || output instanceof PaymentDecided decided
                                && decided.paymentId().startsWith(prefix(worked))
                        || output instanceof Rejection refused
                                && refused.sentence().contains(prefix(worked))
                : orderId.startsWith(prefix(worked));
        return isItsOwn && !output.on().isAfter(until().plusDays(1));
    }

    /** Whether a line is about no fact of a customer, nor of the books. */
    boolean isOfAnOrder(JsonNode line) {
        String factId = line.path("factId").asText();
        return worked.scenario().simulation().arrivals().stream()
                .noneMatch(arrival -> arrival instanceof Arrival.OfCustomer(LocalDate knownOn, CustomerFact fact)
                                && fact.factId().equals(factId)
                        || arrival instanceof Arrival.OfBooks(LocalDate day, MonthClosed closed)
                                && closed.factId().equals(factId));
    }

    JsonNode withItsOwnNames(JsonNode line) {
        try {
            return JSON.readTree(line.toString().replace(prefix(worked), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return worked.toString();
    }
}
