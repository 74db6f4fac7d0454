package io.echeance.core.matching;

import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.order.InShadow;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.ReferenceText;
import io.echeance.core.terms.MatchingRule;
import io.echeance.core.terms.RuleMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a payment would go by itself, and by which rule.
 *
 * @param by the name that it goes by
 * @param rule null: none, its sender has named the order, or a document by our own id
 */
record Placing(Place place, KnownName by, @Nullable MatchingRule rule) {

    /** By what is known of the names of a payment, the strongest rule first; none: a person looks. */
    static List<Placing> of(Filed entry) {
        PaymentReceived payment = (PaymentReceived) entry.fact();
        Optional<KnownName> whole = whole(entry);
        return whole.isPresent()
                ? Place.of(payment, whole.get()).stream()
                        .map(place -> new Placing(place, whole.get(), ruleOf(payment, whole.get())))
                        .toList()
                : entry.textMatch().placings();
    }

    /** The first of the names that it bears as a whole and that is known. */
    static Optional<KnownName> whole(Filed entry) {
        return Question.exactNames((PaymentReceived) entry.fact()).stream()
                .flatMap(name ->
                        entry
                                .answerAbout(ReferenceText.key(name))
                                .flatMap((Meaning meaning) -> meaning.of(name))
                                .stream())
                .findFirst();
    }

    private static @Nullable MatchingRule ruleOf(PaymentReceived payment, KnownName name) {
        if (payment.orderId() != null) {
            return null;
        }
        if (name.isOrder()) {
            return MatchingRule.ORDER;
        }
        return ReferenceText.isNumber(name.name()) ? MatchingRule.NUMBER : null;
    }

    /** Whose rule is watched, whether persons correct it; empty: it is not, or the terms say that it applies. */
    Optional<String> watchedSeller() {
        return rule == MatchingRule.NUMBER || rule == MatchingRule.CREDITOR_REFERENCE
                ? by.sellerOfNumber().filter(seller -> !by.applies(rule))
                : Optional.empty();
    }

    /** It goes there; whatever else was asked is of no interest any more. */
    Filed sent(Filed entry, List<Step> steps) {
        PaymentRegister.forget(entry, steps);
        PaymentReceived payment = (PaymentReceived) entry.fact();
        steps.add(new Step.Sent(place.of(payment)));
        return entry.sentTo(place);
    }

    /** A person looks. Whose the name is was not asked where it seemed to be enough by itself. */
    Filed waits(Filed entry, List<Step> steps) {
        Filed waits = PaymentRegister.moved(entry, null, steps);
        if (by.payers().isEmpty() && !entry.isInSuspense()) {
            Question whose = new Question(by.key(), List.of(), true, null);
            steps.add(new Step.Asked(whose, PaymentRegister.asker(entry.fact())));
        }
        return waits;
    }

    RuleMode mode() {
        return rule == null ? RuleMode.APPLIES : by.mode(rule);
    }

    /** What a rule in shadow would have done with what waits; null: nothing, or a person has decided. */
    static @Nullable InShadow shadow(Filed entry) {
        return entry.fact() instanceof PaymentReceived && entry.allotment() == null
                ? of(entry).stream()
                        .flatMap(placing -> placing.inShadow().stream())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private Optional<InShadow> inShadow() {
        return rule != null && mode() == RuleMode.SHADOW
                ? Optional.of(new InShadow(rule, place.orderId(), place.payerId()))
                : Optional.empty();
    }
}
