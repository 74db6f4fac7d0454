package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.query.access.AccessLog;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.serde.record.NamesShown;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every answer goes through on its way out. Who may see no names gets it without; where somebody sees some, it is
 * noted first, and where that cannot be, nothing is shown.
 */
final class LastDoor {

    /** What names are asked for, in a word that names nobody. */
    static final String PURPOSE = "Echeance-Purpose";

    private final AccessLog log;
    private final InstantSource time;

    LastDoor(AccessLog log, InstantSource time) {
        this.log = log;
        this.time = time;
    }

    /** @throws Problem if what it says is no word */
    static @Nullable String purpose(Context request) {
        String purpose = request.header(PURPOSE);
        if (purpose != null && !purpose.matches("[a-z0-9-]{1,40}")) {
            throw Problem.malformed(PURPOSE + " is a word of a to z, 0 to 9 and -, and names nobody");
        }
        return purpose;
    }

    /** @param operation by method and address, as in the OpenAPI document */
    Reply pass(Reply reply, Asker asker, String operation, Context request) {
        return asker.may(Right.NAMES) ? noted(reply, asker, operation, request) : withoutNames(reply);
    }

    /** What another instance answers, that one has noted: it asks by the same token. */
    private Reply noted(Reply reply, Asker asker, String operation, Context request) {
        Subjects named = reply.named();
        if (named == null) {
            return reply;
        }
        String customer = request.pathParamMap().get("customer");
        if (customer != null) {
            named.persons().add(customer);
        }
        try {
            log.note(new NamesShown(
                    time.millis(),
                    asker.name(),
                    operation,
                    List.copyOf(named.persons()),
                    List.copyOf(named.orders()),
                    List.copyOf(named.payments()),
                    purpose(request)));
            return reply;
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence() + ": it is not shown");
        }
    }

    private static Reply withoutNames(Reply reply) {
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
