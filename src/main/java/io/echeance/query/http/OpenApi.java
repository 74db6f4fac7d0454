package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code /openapi.json}: what may be asked and what is answered (OpenAPI 3.1), for programs that make clients. */
final class OpenApi {

    private static final String RESOURCE = "/openapi.yaml";
    private static final ObjectNode DOCUMENT = read();

    private OpenApi() {}

    private static ObjectNode read() {
        try (InputStream yaml = OpenApi.class.getResourceAsStream(RESOURCE)) {
            JsonNode document = new YAMLMapper().readTree(yaml);
            return (ObjectNode) document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode document() {
        return DOCUMENT.deepCopy();
    }

    static Reply reply() {
        return Reply.of(DOCUMENT);
    }
}
