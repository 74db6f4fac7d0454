package io.echeance.core.lint;

import io.echeance.core.terms.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A version of a seller's terms with what its text claims beside.
 *
 * @param text null: not read; then only the values are judged
 */
public record TermPack(Terms terms, @Nullable TextClaims text) {}
