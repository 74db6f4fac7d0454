/**
 * The core's records as JSON: facts come in by {@link io.echeance.json.FactJson}, what we say goes out by {@link
 * io.echeance.json.OutputJson}. Amounts are text with two decimals, dates are ISO, what is absent is left out.
 */
@NullMarked
package io.echeance.json;

import org.jspecify.annotations.NullMarked;
