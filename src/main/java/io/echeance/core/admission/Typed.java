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
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people type: line ends and tabs, but no other control character, and nothing that turns the direction of what is
 * written behind it, so that a page shows another text than was typed. What banks pass on is kept as it comes.
 */
final class Typed {

    private Typed() {}

    /** Null: all that somebody typed into it is fit to be shown. */
    static @Nullable Refusal refused(Fact fact) {
        if (!(fact instanceof CollectionFact || fact instanceof PaymentApplied)) {
            return null;
        }
        for (FactText text : FactText.of(fact)) {
            if (text.isUnbound() && !isFit(text.text())) {
                return refused(text.field());
            }
        }
        return null;
    }

    /** Null: all that somebody typed into it is fit to be shown. */
    static @Nullable Refusal refused(CustomerFact fact) {
        List<String> typed = switch (fact) {
            case StandingDecided decision -> List.of(decision.reason(), decision.by());
            case CreditLimitSet limit -> List.of(limit.reason(), limit.by());
            case MailingSent sent -> List.of();
            case MailingFailed failed -> List.of();
            case RightAsked asked -> List.of(asked.identity(), asked.by());
            case RightAnswered answered -> List.of(answered.reason(), answered.by());
        };
        return typed.stream().allMatch(Typed::isFit) ? null : refused("reason, identity or by");
    }

    private static boolean isFit(String text) {
        return text.codePoints().noneMatch(Typed::isUnfit);
    }

    private static Refusal refused(String field) {
        return new Refusal(
                Reason.MALFORMED,
                new Sentence(
                        field + " a un caractère de commande, ou un qui change le sens de l’écriture",
                        field + " has a control character, or one that turns the direction of writing"));
    }

    private static boolean isUnfit(int character) {
        boolean isControl = Character.getType(character) == Character.CONTROL
                && character != '\n'
                && character != '\r'
                && character != '\t';
        boolean turns = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        return isControl || turns;
    }
}
