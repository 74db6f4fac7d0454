/**
 * Third-party funders: who owes which share of the price (<i>prise en charge, subrogation de paiement</i>).
 */
@NullMarked
package io.echeance.core.funding;

import org.jspecify.annotations.NullMarked;
