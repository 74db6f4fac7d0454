package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Why a request is not answered (RFC 9457). */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:echeance:problem:";
    private static final int LONGEST_DETAIL = 400;
    private static final int SOON = 1;

    enum Kind {
        MALFORMED(400, "malformed", "The request cannot be read"),
        NOT_AUTHENTICATED(401, "not-authenticated", "Who is asking?"),
        NOT_ALLOWED(403, "not-allowed", "This token may not do that"),
        UNKNOWN_ORDER(404, "unknown-order", "There is no such order"),
        UNKNOWN_CUSTOMER(404, "unknown-customer", "There is no such customer"),
        UNKNOWN_PERSON(404, "unknown-person", "There is no such person"),
        UNKNOWN_PAYMENT(404, "unknown-payment", "There is no such payment"),
        NO_SUCH_PAGE(404, "no-such-page", "There is nothing at this address"),
        NOT_THIS_METHOD(405, "not-this-method", "This address does not take that method"),
        TOO_SLOW(408, "too-slow", "The request took too long to arrive"),
        CONTRADICTION(409, "contradiction", "This contradicts what was said before"),
        TOO_LARGE(413, "too-large", "The request is too large"),
        NOT_JSON(415, "not-json", "The body must be JSON"),
        ELSEWHERE(421, "elsewhere", "This server is not known by that name"),
        REFUSED(422, "refused", "The fact is refused"),
        TOO_MANY(429, "too-many", "Too many requests"),
        BROKEN(500, "broken", "Something went wrong on our side"),
        MOVING(503, "moving", "Ask again in a moment"),
        BUSY(503, "busy", "Ask again in a moment");

        private final int status;
        private final String slug;
        private final String title;

        Kind(int status, String slug, String title) {
            this.status = status;
            this.slug = slug;
            this.title = title;
        }

        int status() {
            return status;
        }
    }

    private final Kind kind;
    private final @Nullable String reason;

    Problem(Kind kind, String detail) {
        this(kind, detail, null);
    }

    /** @param reason the reason of a rejected fact, for machines */
    Problem(Kind kind, String detail, @Nullable String reason) {
        super(detail, null, false, false);
        this.kind = kind;
        this.reason = reason;
    }

    static Problem malformed(String detail) {
        return new Problem(Kind.MALFORMED, detail);
    }

    Kind kind() {
        return kind;
    }

    /** Seconds after which asking again makes sense; null: the same request will never do. */
    @Nullable
    Integer retryAfter() {
        return kind.status() == 503 || kind.status() == 429 ? SOON : null;
    }

    ObjectNode json() {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", TYPE + kind.slug);
        problem.put("title", kind.title);
        problem.put("status", kind.status);
        problem.put("detail", printable(String.valueOf(getMessage())));
        if (reason != null) {
            problem.put("reason", reason);
        }
        return problem;
    }

    /** What a client sent may come back to it, but short, and as text. */
    private static String printable(String text) {
        String clean = text.replaceAll("\\p{C}", "?");
        return clean.length() <= LONGEST_DETAIL ? clean : clean.substring(0, LONGEST_DETAIL) + "...";
    }
}
