package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.order.Sentence;
import io.echeance.query.http.Clerk.Answer;

/** A page cannot be shown, and why: what the answer to its question says. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final int DAMAGED = 400;

    private final int status;
    private final transient Sentence said;

    /** @param detail of no language, or in that of the visitor */
    Trouble(int status, String detail) {
        this(status, Sentence.same(detail));
    }

    Trouble(int status, Sentence said) {
        super(said.english(), null, false, false);
        this.status = status;
        this.said = said;
    }

    /** What was asked for in the visitor's language. */
    static Trouble of(Answer answer) {
        JsonNode problem = answer.json();
        return new Trouble(answer.status(), problem.path("detail").asText());
    }

    static Trouble damagedForm() {
        return new Trouble(
                DAMAGED,
                new Sentence(
                        "ce formulaire est abîmé : rechargez sa page", "this form is damaged: load its page anew"));
    }

    static Trouble noDate(String text) {
        return new Trouble(
                DAMAGED,
                new Sentence(
                        text + " n’est pas une date : à écrire comme 2026-06-30",
                        text + " is not a date: write it like 2026-06-30"));
    }

    Sentence said() {
        return said;
    }

    int status() {
        return status;
    }
}
