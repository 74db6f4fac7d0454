/**
 * Who owes which share of the price (<i>prise en charge, subrogation, reste à charge, caducité</i>): the seller's
 * clauses; Code civil, 1338. Entry: {@link io.echeance.core.shares.Subrogation}.
 */
@NullMarked
package io.echeance.core.shares;

import org.jspecify.annotations.NullMarked;
