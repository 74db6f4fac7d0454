/**
 * What lateness costs: interest in segments that explain themselves, and the recovery fee (<i>pénalités de retard,
 * intérêts moratoires, indemnité forfaitaire, facture de solde</i>). Code de commerce, L441-10 and D441-5; Code
 * civil, 1231-6; public buyers: Code de la commande publique, L2192-13. Entries:
 * {@link io.echeance.core.lateness.Interests}, {@link io.echeance.core.lateness.RecoveryFee},
 * {@link io.echeance.core.lateness.ClosingInvoice}.
 */
@NullMarked
package io.echeance.core.lateness;

import org.jspecify.annotations.NullMarked;
