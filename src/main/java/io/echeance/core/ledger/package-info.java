/**
 * The books (<i>comptabilité en partie double</i>): which entries follow from what was issued, paid, returned, refunded
 * and given up. Each entry balances; none is ever changed, only followed by others.
 */
@NullMarked
package io.echeance.core.ledger;

import org.jspecify.annotations.NullMarked;
