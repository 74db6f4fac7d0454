package io.echeance.core.matching;

import io.echeance.core.terms.MatchingRule;
import java.time.LocalDate;

/**
 * How often a rule put a seller's payments to their orders on a day, and how many of these persons have put elsewhere
 * since.
 */
public record RuleUse(String seller, MatchingRule rule, LocalDate appliedOn, int applied, int corrected) {

    boolean isOf(String someSeller, MatchingRule someRule) {
        return seller.equals(someSeller) && rule == someRule;
    }

    boolean isOfTheSameDay(RuleUse other) {
        return isOf(other.seller, other.rule) && appliedOn.equals(other.appliedOn);
    }

    RuleUse and(RuleUse other) {
        return new RuleUse(seller, rule, appliedOn, applied + other.applied, corrected + other.corrected);
    }
}
