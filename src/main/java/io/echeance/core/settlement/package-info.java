/**
 * Payments against debts (<i>imputation des paiements</i>): what is outstanding on any day, and what goes back.
 */
@NullMarked
package io.echeance.core.settlement;

import org.jspecify.annotations.NullMarked;
