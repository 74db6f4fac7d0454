/**
 * Amounts to the cent ({@link io.echeance.core.money.Money}) and yearly rates
 * ({@link io.echeance.core.money.Percent}). Whatever rounds says so in its name.
 */
@NullMarked
package io.echeance.core.money;

import org.jspecify.annotations.NullMarked;
