package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.order.Sentence;
import io.echeance.query.http.Clerk.Answer;

/** A page cannot be shown, and why: what the answer to its question says. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final int DAMAGED = 400;
    private static final int NOBODY = 401;
    private static final int FOREIGN = 403;
    private static final int PAST = 422;

    private final int status;
    private final String about;
    private final transient Sentence said;

    /** @param detail of no language, or in that of the visitor */
    Trouble(int status, String detail) {
        this(status, Sentence.same(detail));
    }

    Trouble(int status, Sentence said) {
        this(status, Integer.toString(status), said);
    }

    private Trouble(int status, String about, Sentence said) {
        super(said.english(), null, false, false);
        this.status = status;
        this.about = about;
        this.said = said;
    }

    static Trouble ofElsewhere() {
        return new Trouble(
                FOREIGN,
                "form",
                new Sentence(
                        "il vient d’un autre site que cette console", "it comes from another site than this console"));
    }

    static Trouble ofAnotherSession() {
        return new Trouble(
                FOREIGN,
                "form",
                new Sentence(
                        "il n’est pas de cette session : rechargez sa page, puis envoyez-le d’elle",
                        "it is not of this session: load its page anew, then send it from there"));
    }

    static Trouble sessionIsOver() {
        return new Trouble(
                NOBODY,
                new Sentence(
                        "entrez de nouveau dans une autre fenêtre, puis envoyez : ce qui est saisi reste ici",
                        "come in anew in another window, then send: what was typed stays here"));
    }

    /**
     * What was asked for in the visitor's language. What is malformed is told to who programs, by the names of
     * parameters, unless it has a reason of its own.
     */
    static Trouble of(Answer answer) {
        JsonNode problem = answer.json();
        boolean isForPrograms = answer.status() == DAMAGED && !problem.has("reason");
        return isForPrograms
                ? miswritten()
                : new Trouble(answer.status(), problem.path("detail").asText());
    }

    private static Trouble miswritten() {
        return new Trouble(
                DAMAGED,
                new Sentence(
                        "quelque chose y est mal écrit, ou ne vaut plus : suivez un lien de la console",
                        "something in it is miswritten, or no longer good: follow a link of the console"));
    }

    static Trouble damagedForm() {
        return new Trouble(
                DAMAGED,
                new Sentence(
                        "ce formulaire est abîmé : rechargez sa page", "this form is damaged: load its page anew"));
    }

    static Trouble noAddress() {
        return new Trouble(
                DAMAGED,
                new Sentence(
                        "un signe « % » n’y est suivi d’aucun code de deux chiffres hexadécimaux",
                        "a % in it is not followed by the two hexadecimal digits of a code"));
    }

    /** Nothing is sent from a day that is over. */
    static Trouble past() {
        return new Trouble(
                PAST,
                "past",
                new Sentence(
                        "rien ne s’envoie d’un jour passé : revenez d’abord à aujourd’hui",
                        "nothing is sent from a day that is over: go back to today first"));
    }

    static Trouble noReason(String text) {
        return new Trouble(
                DAMAGED,
                new Sentence(
                        "« " + text + " » n’est pas une raison pour laquelle un client y figure",
                        "“" + text + "” is no reason for which a customer stands there"));
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

    /** What its title is known by. */
    String about() {
        return about;
    }

    int status() {
        return status;
    }
}
