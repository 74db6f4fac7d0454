package io.echeance.core.matching;

import io.echeance.core.terms.MatchingRule;
import io.echeance.core.terms.PaymentTerms;
import io.echeance.core.terms.RuleMode;
import io.echeance.core.terms.Terms;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may do with a name, where it may not simply apply.
 *
 * @param needsSender alone it places nothing where nobody knows who paid
 */
public record NameRule(MatchingRule rule, RuleMode mode, boolean needsSender) {

    static List<NameRule> ofOrder(Terms terms) {
        return where(terms.payment(), MatchingRule.ORDER).toList();
    }

    /** @param terms null: they are not known */
    static List<NameRule> ofNumber(@Nullable Terms terms) {
        return terms == null
                ? List.of()
                : Stream.of(MatchingRule.CREDITOR_REFERENCE, MatchingRule.NUMBER)
                        .flatMap(rule -> where(terms.payment(), rule))
                        .toList();
    }

    /** None, if it may apply: nothing is kept of that. */
    private static Stream<NameRule> where(PaymentTerms terms, MatchingRule rule) {
        RuleMode mode = terms.mode(rule);
        boolean needsSender = rule == MatchingRule.NUMBER && terms.numberNeedsSender();
        return mode == RuleMode.APPLIES && !needsSender
                ? Stream.of()
                : Stream.of(new NameRule(rule, mode, needsSender));
    }
}
