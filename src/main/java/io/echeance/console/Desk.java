package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.invoice.Language;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.query.http.Clerk;
import io.echeance.query.http.Clerk.Answer;
import io.echeance.query.http.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What one page asks, in the name of its visitor. Counts: a page asks three times at most, however long it is. */
final class Desk {

    private final Clerk clerk;
    private final Visitor visitor;
    private final Language language;
    private int questions;

    /** @param language in which it is told why something is not answered */
    Desk(Clerk clerk, Visitor visitor, Language language) {
        this.clerk = clerk;
        this.visitor = visitor;
        this.language = language;
    }

    int questions() {
        return questions;
    }

    /** @throws Trouble if there is no answer */
    JsonNode get(String target) {
        return good(tryGet(target));
    }

    Answer tryGet(String target) {
        questions++;
        return clerk.get(visitor, language, target);
    }

    /** What is no JSON. */
    byte[] file(String target) {
        Answer answer = tryGet(target);
        if (!answer.isGood()) {
            throw Trouble.of(answer);
        }
        return answer.bytes();
    }

    Answer tryPost(String target, ObjectNode body) {
        questions++;
        return clerk.post(visitor, language, target, body);
    }

    Answer command(String target, ObjectNode body, String key) {
        questions++;
        return clerk.command(visitor, language, target, body, key);
    }

    private static JsonNode good(Answer answer) {
        if (!answer.isGood()) {
            throw Trouble.of(answer);
        }
        return answer.json();
    }

    /** An instance of another version may say what this one cannot read. */
    static <T> T read(Class<T> type, JsonNode node) {
        try {
            return RecordJson.read(type, node);
        } catch (Unreadable e) {
            throw new Trouble(503, e.said());
        }
    }

    /** As a part of an address. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String order(String id) {
        return "/orders/" + part(id);
    }
}
