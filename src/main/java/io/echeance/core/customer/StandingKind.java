package io.echeance.core.customer;

import io.echeance.core.terms.TermsRule;
import org.jspecify.annotations.Nullable;

/** What may hold of a customer. */
public enum StandingKind {
    /** Nothing else does. */
    GOOD(null),
    /** Debts became late; a mark in lists, and nothing more. */
    WATCH(TermsRule.STANDING_WATCH),
    /** A person may ask for payment before delivery. */
    PREPAYMENT_PROPOSED(TermsRule.STANDING_PREPAYMENT),
    /** A person may ask for a higher price (<i>surcote</i>). */
    SURCHARGE_PROPOSED(TermsRule.STANDING_SURCHARGE),
    /** A person may take no further orders (<i>liste noire</i>). */
    BLOCK_PROPOSED(TermsRule.STANDING_BLOCK),
    /** The customer may claim the price for loyal ones (<i>tarif fidélité</i>). */
    LOYALTY_PRICE(TermsRule.STANDING_LOYALTY),
    /** The customer owes, or will, more than a person has set. */
    OVER_LIMIT(TermsRule.STANDING_CREDIT_LIMITS);

    private final @Nullable TermsRule rule;

    StandingKind(@Nullable TermsRule rule) {
        this.rule = rule;
    }

    /** On what it rests; null: on nothing in the terms. */
    @Nullable
    TermsRule rule() {
        return rule;
    }

    /** Whether it harms the customer, so that it is proposed, and a person decides (GDPR, article 22). */
    public boolean isForAPerson() {
        return switch (this) {
            case PREPAYMENT_PROPOSED, SURCHARGE_PROPOSED, BLOCK_PROPOSED -> true;
            case GOOD, WATCH, LOYALTY_PRICE, OVER_LIMIT -> false;
        };
    }
}
