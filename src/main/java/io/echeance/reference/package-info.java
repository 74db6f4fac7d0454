/**
 * The reference data that come with the program, read from files: the sellers' terms of sale
 * ({@link io.echeance.reference.TermPacks}, YAML, one file a version) and the statutory rates
 * ({@link io.echeance.reference.StatutoryRatesFile}, CSV).
 *
 * <p>A file is checked whole before anything of it is used, and all that is wrong with it is said at once, with file,
 * line and key ({@link io.echeance.reference.Problem}). How a pack is written: {@code topology-docs/terms.md}.
 */
@NullMarked
package io.echeance.reference;

import org.jspecify.annotations.NullMarked;
