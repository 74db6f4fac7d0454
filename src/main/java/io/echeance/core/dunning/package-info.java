/**
 * Reminders, and what an unanswered notice makes fall due (<i>relances, déchéance du terme</i>): the seller's
 * clauses. Entries: {@link io.echeance.core.dunning.LadderWalk},
 * {@link io.echeance.core.dunning.Acceleration}.
 */
@NullMarked
package io.echeance.core.dunning;

import org.jspecify.annotations.NullMarked;
