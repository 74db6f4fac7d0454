/**
 * What we received about an order ({@link io.echeance.core.order.Fact}, {@link io.echeance.core.order.Evidence})
 * and what we said about it ({@link io.echeance.core.order.Output}, {@link io.echeance.core.order.Issued}).
 */
@NullMarked
package io.echeance.core.order;

import org.jspecify.annotations.NullMarked;
