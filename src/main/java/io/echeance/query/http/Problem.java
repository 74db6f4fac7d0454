package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.invoice.Language;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import org.jspecify.annotations.Nullable;

/** Why a request is not answered (RFC 9457). */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:echeance:problem:";
    private static final int LONGEST_DETAIL = 400;
    private static final int SOON = 1;

    enum Kind {
        MALFORMED(400, "malformed", "La demande ne peut pas être lue", "The request cannot be read"),
        NOT_AUTHENTICATED(401, "not-authenticated", "Qui demande ?", "Who is asking?"),
        NOT_ALLOWED(403, "not-allowed", "Ce jeton ne le permet pas", "This token may not do that"),
        UNKNOWN_ORDER(404, "unknown-order", "Il n’y a pas de telle commande", "There is no such order"),
        UNKNOWN_CUSTOMER(404, "unknown-customer", "Il n’y a pas de tel client", "There is no such customer"),
        UNKNOWN_SELLER(404, "unknown-seller", "Il n’y a pas de tel vendeur", "There is no such seller"),
        UNKNOWN_PERSON(404, "unknown-person", "Il n’y a pas de telle personne", "There is no such person"),
        UNKNOWN_PAYMENT(404, "unknown-payment", "Il n’y a pas de tel paiement", "There is no such payment"),
        NO_SUCH_PAGE(404, "no-such-page", "Il n’y a rien à cette adresse", "There is nothing at this address"),
        NOT_THIS_METHOD(
                405,
                "not-this-method",
                "Cette adresse n’accepte pas cette méthode",
                "This address does not take that method"),
        TOO_SLOW(408, "too-slow", "La demande a mis trop longtemps à arriver", "The request took too long to arrive"),
        CONTRADICTION(
                409,
                "contradiction",
                "Cela contredit ce qui a été dit auparavant",
                "This contradicts what was said before"),
        TOO_LARGE(413, "too-large", "La demande est trop grande", "The request is too large"),
        NOT_JSON(415, "not-json", "Le corps doit être du JSON", "The body must be JSON"),
        ELSEWHERE(421, "elsewhere", "Ce serveur n’est pas connu sous ce nom", "This server is not known by that name"),
        REFUSED(422, "refused", "Le fait est refusé", "The fact is refused"),
        TOO_MANY(429, "too-many", "Trop de demandes", "Too many requests"),
        BROKEN(500, "broken", "Une erreur s’est produite de notre côté", "Something went wrong on our side"),
        MOVING(503, "moving", "À redemander dans un instant", "Ask again in a moment"),
        BUSY(503, "busy", "À redemander dans un instant", "Ask again in a moment");

        private final int status;
        private final String slug;
        private final Sentence title;

        Kind(int status, String slug, String french, String english) {
            this.status = status;
            this.slug = slug;
            this.title = new Sentence(french, english);
        }

        int status() {
            return status;
        }
    }

    private final Kind kind;
    private final transient Sentence detail;
    private final @Nullable String reason;

    /** @param detail in English, for who programs; in French the kind alone is said */
    Problem(Kind kind, String detail) {
        this(kind, new Sentence(kind.title.french(), detail), null);
    }

    /** @param reason why, for machines; null: the kind says it */
    Problem(Kind kind, Sentence detail, @Nullable String reason) {
        super(detail.english(), null, false, false);
        this.kind = kind;
        this.detail = detail;
        this.reason = reason;
    }

    static Problem malformed(String detail) {
        return malformed(Reason.MALFORMED.with(detail));
    }

    static Problem malformed(Sentence detail) {
        return new Problem(Kind.MALFORMED, detail, null);
    }

    /** A day that is asked for lies ahead. */
    static Problem notYet(Sentence detail) {
        return new Problem(Kind.MALFORMED, detail, "NOT_YET");
    }

    static Problem refused(Refusal refusal) {
        return new Problem(Kind.REFUSED, refusal.said(), refusal.reason().name());
    }

    Kind kind() {
        return kind;
    }

    /** Seconds after which asking again makes sense; null: the same request will never do. */
    @Nullable
    Integer retryAfter() {
        return kind.status() == 503 || kind.status() == 429 ? SOON : null;
    }

    /** @param language of its title and its detail; what machines go by is in none */
    ObjectNode json(Language language) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", TYPE + kind.slug);
        problem.put("title", language.in(kind.title));
        problem.put("status", kind.status);
        problem.put("detail", printable(language.in(detail)));
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
