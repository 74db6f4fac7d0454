package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.query.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The OpenAPI document")
class OpenApiTest {

    @Test
    @DisplayName("is served, is of version 3.1, and promises what the server has")
    void isServed() {
        try (ServedBook book = ServedBook.open();
                Questions questions = new Questions(book.address())) {
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
    @DisplayName("names every command and each field of one, as the page for operators does")
    void namesEveryCommand() throws IOException {
        List<String> slugs = Stream.of(Command.values()).map(Command::slug).toList();
        ObjectNode document = OpenApi.document();

        assertThat(document.findValues("enum").stream().map(OpenApiTest::texts)).contains(slugs);
        JsonNode command = document.at("/components/schemas/Command");
        assertThat(command.path("description").asText()).contains(slugs);
        assertThat(command.path("properties").fieldNames())
                .toIterable()
                .containsOnlyOnceElementsOf(Stream.of(Command.values())
                        .flatMap(one -> Stream.of(one.fields()))
                        .collect(Collectors.toSet()));
        assertThat(Files.readString(Path.of("topology-docs/operations.md")))
                .contains("/commands/{" + String.join(",", slugs) + "}");
    }

    @Test
    @DisplayName("says of every key what is taken for one")
    void saysWhatIsTakenForAKey() {
        ObjectNode document = OpenApi.document();
        List<JsonNode> keys = document.findParents("in").stream()
                .filter(parameter -> parameter.path("name").asText().equals(CommandPage.KEY))
                .toList();

        assertThat(keys).hasSize(1);
        JsonNode schema = keys.getFirst().path("schema");
        assertThat(schema.path("pattern").asText()).isEqualTo("^" + CommandPage.KEY_FORM + "$");
        assertThat(document.path("paths").findValuesAsText("$ref"))
                .filteredOn("#/components/parameters/key"::equals)
                .hasSize(4);
    }

    @Test
    @DisplayName("says of a key that is none what one looks like, in the reader's language")
    void saysWhatAKeyLooksLike() {
        try (CommandedOrder order = new CommandedOrder()) {
            for (String[] said : new String[][] {
                {"en", "1 to 200 visible ASCII characters"}, {"fr", "de 1 à 200 caractères ASCII visibles"}
            }) {
                Questions.Answered answered =
                        order.command("hold", CommandedOrder.DISPUTE, "a b", "Accept-Language", said[0]);
                assertThat(answered.status()).isEqualTo(400);
                assertThat(answered.json().path("detail").asText()).contains(said[1]);
            }
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
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
