package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The OpenAPI document")
class OpenApiTest {

    @Test
    @DisplayName("is served, is of version 3.1, and promises what the server has")
    void isServed() {
        try (ServedBook book = ServedBook.open();
                Questions questions = new Questions(book.server().address())) {
            JsonNode document = questions.get("/openapi.json").json();

            assertThat(document.path("openapi").asText()).startsWith("3.1");
            assertThat(Contract.operations())
                    .containsExactlyInAnyOrderElementsOf(book.server().operations());
            assertThat(questions.get("/health/live").status()).isEqualTo(200);
            assertThat(questions.get("/health/ready").json().path("registry").asText())
                    .isEqualTo("REACHABLE");
            assertThat(questions.get("/metrics").status()).isEqualTo(200);
            book.move(true);
            assertThat(questions.get("/health/ready").status()).isEqualTo(503);
        }
    }

    @Test
    @DisplayName("has every schema that it speaks of, and speaks of every one that it has")
    void isWhole() {
        ObjectNode document = OpenApi.document();
        Set<String> spoken = new HashSet<>();
        document.findValuesAsText("$ref").forEach(reference -> {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
            spoken.add(reference.substring(reference.lastIndexOf('/') + 1));
        });

        document.path("components")
                .path("schemas")
                .fieldNames()
                .forEachRemaining(name -> assertThat(spoken).contains(name));
    }

    @Test
    @DisplayName("catches an answer that breaks it")
    void bites() {
        assertThat(Contract.breaches("GET", "/orders/x", 200, "application/json", "{\"orderId\": 1}"))
                .isNotEmpty();
        assertThat(Contract.breaches("GET", "/orders/x", 200, "text/html", "<p>"))
                .isNotEmpty();
        assertThat(Contract.breaches("GET", "/ageing", 418, "application/problem+json", "{}"))
                .isNotEmpty();
    }
}
