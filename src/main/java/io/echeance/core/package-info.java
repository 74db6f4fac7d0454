/**
 * The law and the arithmetic of an order's money, as pure functions.
 *
 * <p>Read bottom to top: {@code money} and {@code calendar} (what a cent and a day are), {@code terms} (what binds
 * an order, as data), {@code order} (what we received, what we said), the rule rooms {@code cancellation},
 * {@code funding}, {@code billing}, {@code settlement}, {@code late} and {@code dunning} (which do not know one
 * another), and {@code decision}, which draws a statement with them and compares it with what was already said. What
 * was decided becomes an {@code invoice} and an entry of the {@code ledger}.
 *
 * <p>Nothing here knows Kafka, a file, a clock or chance: every date is handed in.
 */
@NullMarked
package io.echeance.core;

import org.jspecify.annotations.NullMarked;
