/**
 * Who owes which share of the price (<i>prise en charge, subrogation de paiement, reste à charge, caducité</i>):
 * Code du travail, L6332-1; Code civil, 1338 and 1346. Entry: {@link io.echeance.core.shares.Subrogation}.
 */
@NullMarked
package io.echeance.core.shares;

import org.jspecify.annotations.NullMarked;
