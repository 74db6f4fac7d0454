/**
 * Reminders, and what an unanswered notice makes fall due (<i>relance, déchéance du terme, promesse de
 * paiement</i>): the seller's clauses. Entries: {@link io.echeance.core.dunning.Dunning},
 * {@link io.echeance.core.dunning.Deadlines}, {@link io.echeance.core.dunning.Cleared}.
 */
@NullMarked
package io.echeance.core.dunning;

import org.jspecify.annotations.NullMarked;
