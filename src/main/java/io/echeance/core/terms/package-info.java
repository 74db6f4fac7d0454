/**
 * The terms of sale (<i>conditions générales de vente</i>) as versioned data, and the statutory rates.
 */
@NullMarked
package io.echeance.core.terms;

import org.jspecify.annotations.NullMarked;
