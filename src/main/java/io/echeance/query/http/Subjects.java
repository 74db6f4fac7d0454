package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whom an answer is about, by ids: told by its fields. */
record Subjects(Set<String> persons, Set<String> orders, Set<String> payments) {

    private static final Set<String> OF_PERSONS = Set.of("customer", "payer", "payerId", "funderId");

    Subjects() {
        this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    Subjects with(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                add(field.getKey(), field.getValue());
            }
            if (Names.isParty(object)) {
                persons.add(object.path("id").asText());
            }
        }
        answer.forEach(this::with);
        return this;
    }

    private void add(String field, JsonNode value) {
        if (OF_PERSONS.contains(field)) {
            String id = value.isObject() ? value.path("id").asText() : value.asText();
            if (!id.isEmpty()) {
                persons.add(id);
            }
        } else if (value.isTextual() && field.equals("orderId")) {
            orders.add(value.asText());
        } else if (value.isTextual() && field.equals("paymentId")) {
            payments.add(value.asText());
        }
    }
}
