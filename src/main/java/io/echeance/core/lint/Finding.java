package io.echeance.core.lint;

/**
 * Something in terms of sale that a lawyer would mark.
 *
 * @param place where in the text, or the rule of the pack with its clause
 * @param ground the law that it offends
 * @param sentence what is the matter
 */
public record Finding(Rule rule, String place, Severity severity, String ground, String sentence) {}
