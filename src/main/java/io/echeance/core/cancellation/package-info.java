/**
 * When a service takes place, how an order ends early, and what of its price then stays due (<i>résiliation,
 * rétractation, report</i>).
 */
@NullMarked
package io.echeance.core.cancellation;

import org.jspecify.annotations.NullMarked;
