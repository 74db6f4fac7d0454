package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.query.http.Clerk.Answer;

/** A page cannot be shown, and why: what the answer to its question says. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Trouble(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    static Trouble of(Answer answer) {
        JsonNode problem = answer.json();
        return new Trouble(answer.status(), problem.path("detail").asText());
    }

    int status() {
        return status;
    }
}
