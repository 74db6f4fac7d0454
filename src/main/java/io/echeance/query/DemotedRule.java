package io.echeance.query;

import io.echeance.core.terms.MatchingRule;
import java.time.LocalDate;

/**
 * A rule that only proposes for a seller, since persons have corrected it twice.
 *
 * @param since the first day on which it does
 */
public record DemotedRule(String seller, MatchingRule rule, LocalDate since) {}
