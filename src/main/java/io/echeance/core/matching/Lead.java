package io.echeance.core.matching;

import io.echeance.core.money.Money;
import io.echeance.core.order.Sentence;
import java.util.List;
import java.util.stream.Stream;

/**
 * What money that waits may be meant for: a person confirms it, or does not. It never acts by itself.
 *
 * @param parts they make the payment; to which order it is proposed, as whose
 * @param evidence why, in sentences
 * @param contradicted something speaks against it: it stands behind what nothing speaks against
 */
public record Lead(LeadRule rule, List<LeadPart> parts, List<Sentence> evidence, boolean contradicted) {

    public Lead {
        parts = List.copyOf(parts);
        evidence = List.copyOf(evidence);
    }

    /** Which rule proposes, the strongest first. */
    public enum LeadRule {
        /** The text names it, and what it names makes the amount. */
        NAMED_AND_SUM,
        /** One digit is wrong, or two are swapped, and what has the right number asks for the amount. */
        DAMAGED_NUMBER,
        /** Who paid is known, and one choice of what he owes makes the amount. */
        PAYER_AND_SUM,
        /** The text names it, the amount is another. */
        NAMED,
        /** Somebody promised that amount. */
        PROMISE,
        /** Nobody else owes such an amount. */
        AMOUNT,
        /** The account that it came from has paid for him before, and he owes another amount. */
        ACCOUNT
    }

    public record LeadPart(String orderId, String payerId, Money amount) {}

    /** With what speaks for it besides, ahead of the rest. */
    Lead since(Sentence sentence) {
        return new Lead(
                rule,
                parts,
                Stream.concat(Stream.of(sentence), evidence.stream()).toList(),
                contradicted);
    }

    Lead against(Sentence sentence) {
        return new Lead(
                rule,
                parts,
                Stream.concat(evidence.stream(), Stream.of(sentence)).toList(),
                true);
    }
}
