/**
 * What a payer paid, what came back and what was paid back to it, as it counts on any day (<i>encaissements,
 * rejets, remboursements payés</i>). Entry: {@link io.echeance.core.receipts.Receipts}.
 */
@NullMarked
package io.echeance.core.receipts;

import org.jspecify.annotations.NullMarked;
