package io.echeance.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What the OpenAPI document promises, held against what is answered. */
final class Contract {

    private static final ObjectNode DOCUMENT = OpenApi.document();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ANYWHERE = List.of("400", "401", "403", "404", "405", "413", "421", "429", "503");

    private Contract() {}

    /** What is not as promised; empty: nothing. */
    static List<String> breaches(String method, String path, int status, String type, String body) {
        JsonNode responses = responses(method, path);
        JsonNode response = responses.path(Integer.toString(status));
        if (response.isMissingNode()) {
            response = resolved(responses.path("default"));
        }
        if (response.isMissingNode() && ANYWHERE.contains(Integer.toString(status))) {
            response = DOCUMENT.at("/components/responses/Problem");
        }
        String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        JsonNode content = response.path("content").path(plain);
        if (content.isMissingNode()) {
            return List.of(method + " " + path + " promises no answer " + status + " of type " + type);
        }
        return plain.endsWith("json") ? breaches(content.path("schema"), body) : List.of();
    }

    private static List<String> breaches(JsonNode schema, String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return SCHEMAS.computeIfAbsent(schema.toString(), text -> compiled(schema)).validate(answer).stream()
                    .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of("it is not JSON: " + body);
        }
    }

    /** With the components beside it, so that references are found. */
    private static Schema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", DOCUMENT.path("components"));
        return REGISTRY.getSchema(whole);
    }

    private static JsonNode responses(String method, String path) {
        String plain = path.split("[?]", 2)[0];
        for (Map.Entry<String, JsonNode> known : DOCUMENT.path("paths").properties()) {
            if (plain.matches(known.getKey().replaceAll("[{]\\w+}", "[^/]+"))) {
                return known.getValue().path(method.toLowerCase(Locale.ROOT)).path("responses");
            }
        }
        return DOCUMENT.path("none");
    }

    private static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : DOCUMENT.at(reference.substring(1));
    }

    /** Every address with its method. */
    static Stream<String> operations() {
        return DOCUMENT.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(List.of("get", "post")::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
}
