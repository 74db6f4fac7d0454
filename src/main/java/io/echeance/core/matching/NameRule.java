package io.echeance.core.matching;

import io.echeance.core.terms.MatchingRule;
import io.echeance.core.terms.PaymentTerms;
import io.echeance.core.terms.RuleMode;
import io.echeance.core.terms.Terms;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may do with a name, where the terms speak of it.
 *
 * @param needsSender alone it places nothing where nobody knows who paid
 * @param isSaid the terms speak of the rule
 */
public record NameRule(MatchingRule rule, RuleMode mode, boolean needsSender, boolean isSaid) {

    public NameRule(MatchingRule rule, RuleMode mode, boolean needsSender) {
        this(rule, mode, needsSender, true);
    }

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

    /** None, where the terms do not speak of it: nothing is kept of that. */
    private static Stream<NameRule> where(PaymentTerms terms, MatchingRule rule) {
        RuleMode mode = terms.mode(rule);
        boolean needsSender = rule == MatchingRule.NUMBER && terms.numberNeedsSender();
        boolean isSaid = terms.rules().containsKey(rule);
        return isSaid || needsSender ? Stream.of(new NameRule(rule, mode, needsSender, isSaid)) : Stream.of();
    }
}
