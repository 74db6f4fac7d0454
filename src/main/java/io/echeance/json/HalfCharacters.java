package io.echeance.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.order.Sentence;
import java.util.Map;

/**
 * One half of a UTF-16 pair without the other: JSON can write it ({@code "\\ud800"}), UTF-8 cannot (RFC 3629, 3). What
 * is written would be another text than was sent, and its retry would contradict it.
 */
final class HalfCharacters {

    /** Of bytes that were decoded nothing else makes one. */
    private static final String ESCAPE = "\\u";

    private HalfCharacters() {}

    /** @param text of which the node was read */
    static void refuse(String text, JsonNode node) throws Unreadable {
        if (text.contains(ESCAPE) && hasOne(node)) {
            throw new Unreadable(new Sentence(
                    "un texte a la moitié d’un caractère seulement (UTF-16)",
                    "a text has half a character only, a surrogate without the other (UTF-16)"));
        }
    }

    private static boolean hasOne(JsonNode node) {
        if (node.isTextual()) {
            return isCut(node.textValue());
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (isCut(field.getKey()) || hasOne(field.getValue())) {
                return true;
            }
        }
        for (JsonNode element : node) {
            if (node.isArray() && hasOne(element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCut(String text) {
        return text.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE);
    }
}
