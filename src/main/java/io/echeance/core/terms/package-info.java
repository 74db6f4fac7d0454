/**
 * The terms of sale (<i>conditions générales de vente</i>) as versioned data, and the statutory rates (<i>taux
 * légal, taux de la BCE</i>; Code monétaire et financier, L313-2). Entries: {@link io.echeance.core.terms.Terms},
 * {@link io.echeance.core.terms.StatutoryRates}.
 */
@NullMarked
package io.echeance.core.terms;

import org.jspecify.annotations.NullMarked;
