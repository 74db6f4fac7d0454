/**
 * Payments against debts (<i>imputation des paiements</i>): what is outstanding on any day, what nothing absorbs.
 * Code civil, 1342-10. Entry: {@link io.echeance.core.settlement.Settlement}.
 */
@NullMarked
package io.echeance.core.settlement;

import org.jspecify.annotations.NullMarked;
