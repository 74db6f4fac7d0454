package io.echeance.core.terms;

import org.jspecify.annotations.Nullable;

/**
 * Late interest for debtors of one quality: at which rate, and from when.
 *
 * @param afterNoticeDays null: from the day after the due date. Else the grace that a formal notice gives: with a
 *     notice whose clock starts on X, the first day is X + this + 1, on the debts that the notice covers.
 */
public record InterestTerms(RateRule rate, @Nullable Integer afterNoticeDays) {}
