package io.echeance.core.admission;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.CreditLimitSet;
import io.echeance.core.customer.CustomerFact.MailingFailed;
import io.echeance.core.customer.CustomerFact.MailingSent;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.CollectionFact.Assigned;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What people type: line ends and tabs, but no other control character, no half of one (UTF-16), and nothing that turns
 * the direction of what is written behind it, so that a page shows another text than was typed. What banks pass on is
 * kept as it comes.
 */
final class Typed {

    private static final Sentence REASON = new Sentence("le motif", "reason");
    private static final Sentence IDENTITY = new Sentence("la vérification de l’identité", "identity");
    private static final Sentence BY = new Sentence("le nom de qui décide", "by");

    private Typed() {}

    /** Null: all that somebody typed into it is fit to be shown. */
    static @Nullable Refusal refused(Fact fact) {
        if (!(fact instanceof CollectionFact || fact instanceof PaymentApplied)) {
            return null;
        }
        if (fact instanceof Assigned assigned
                && assigned.to() != null
                && assigned.to().isBlank()) {
            return new Refusal(
                    Reason.MALFORMED,
                    new Sentence(
                            "« to » est vide : qui s’en occupe ? Sans lui, plus personne",
                            "to is empty: who takes care of it? Without it, nobody any more"));
        }
        // An id that somebody makes up on the spot is read on pages as a text is.
        if (fact instanceof DunningHeld held && !isFit(held.holdId())) {
            return refused(Sentence.same("holdId"));
        }
        for (FactText text : FactText.of(fact)) {
            if (text.isUnbound() && !isFit(text.text())) {
                return refused(Sentence.same(text.field()));
            }
        }
        return null;
    }

    /** Null: all that somebody typed into it is fit to be shown. */
    static @Nullable Refusal refused(CustomerFact fact) {
        return switch (fact) {
            case StandingDecided decision -> refused(REASON, decision.reason(), decision.by());
            case CreditLimitSet limit -> refused(REASON, limit.reason(), limit.by());
            case MailingSent sent -> null;
            case MailingFailed failed -> null;
            case RightAsked asked -> refused(IDENTITY, asked.identity(), asked.by());
            case RightAnswered answered -> refused(REASON, answered.reason(), answered.by());
        };
    }

    private static @Nullable Refusal refused(Sentence field, String typed, String by) {
        if (isFit(typed)) {
            return isFit(by) ? null : refused(BY);
        }
        return refused(field);
    }

    private static boolean isFit(String text) {
        return text.codePoints().noneMatch(Typed::isUnfit);
    }

    private static Refusal refused(Sentence field) {
        return new Refusal(
                Reason.MALFORMED,
                new Sentence(
                        field.french() + " a un caractère de commande, ou un qui change le sens de l’écriture",
                        field.english() + " has a control character, or one that turns the direction of writing"));
    }

    private static boolean isUnfit(int character) {
        boolean isControl = Character.getType(character) == Character.CONTROL
                && character != '\n'
                && character != '\r'
                && character != '\t';
        boolean turns = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        boolean isHalf = Character.getType(character) == Character.SURROGATE;
        return isControl || turns || isHalf;
    }
}
