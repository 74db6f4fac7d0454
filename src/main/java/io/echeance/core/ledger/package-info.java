/**
 * The books (<i>comptabilité en partie double, lettrage</i>): which entries follow from what was issued, paid,
 * returned, refunded and given up, and what settles what. Each entry balances; none is ever changed, only followed
 * by others. Entries: {@link io.echeance.core.ledger.NewEntries}, {@link io.echeance.core.ledger.Lettering}.
 */
@NullMarked
package io.echeance.core.ledger;

import org.jspecify.annotations.NullMarked;
