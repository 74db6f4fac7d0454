/**
 * The whole book of orders in memory: what the stream does, without a stream. {@link io.echeance.core.book.Simulation}
 * plays a list of facts day by day; the questions "as of", "as known on" and "what if" are simulations of other lists.
 */
@NullMarked
package io.echeance.core.book;

import org.jspecify.annotations.NullMarked;
