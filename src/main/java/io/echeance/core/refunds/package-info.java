/**
 * What goes back to a payer, by when, and what is added when it is late (<i>remboursement, répétition de
 * l'indu</i>). Code de la consommation, L221-24 and L242-4; Code civil, 1302-1. Entry:
 * {@link io.echeance.core.refunds.Refunding}.
 */
@NullMarked
package io.echeance.core.refunds;

import org.jspecify.annotations.NullMarked;
