package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.query.http.Problem.Kind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What every answer goes through on its way out: who may see no names gets it without. */
final class LastDoor {

    private LastDoor() {}

    static Reply pass(Reply reply, Asker asker) {
        if (asker.may(Right.NAMES)) {
            return reply;
        }
        ObjectNode json = json(reply);
        if (json == null) {
            return reply;
        }
        Names.cut(json);
        return reply.saying(json);
    }

    /** Another instance may be of an earlier version: what it says is looked through too. Null: no JSON. */
    private static @Nullable ObjectNode json(Reply reply) {
        ObjectNode own = reply.json();
        if (own != null || !reply.contentType().equals(Reply.JSON)) {
            return own;
        }
        try {
            return (ObjectNode) RecordJson.parse(new String(reply.body(), StandardCharsets.UTF_8));
        } catch (Unreadable e) {
            throw new Problem(Kind.MOVING, "another instance gives no answer that makes sense");
        }
    }
}
