/**
 * Reads terms of sale as a lawyer would: what in them is void, unlawful, risky, or says two things.
 *
 * <p>{@link io.echeance.core.lint.TermsLint} judges a {@link io.echeance.core.lint.TermPack}: the values that bind (the
 * {@link io.echeance.core.terms.Terms}) and, where a pack carries them, the {@link io.echeance.core.lint.Claim}s that
 * the seller's text makes. All that it can find is listed in {@link io.echeance.core.lint.Rule}, with severity and
 * legal ground. It warns; it never changes what is computed.
 */
@NullMarked
package io.echeance.core.lint;

import org.jspecify.annotations.NullMarked;
