/**
 * What has to stand invoiced, compared with what does (<i>facture, avoir, acompte, échéance</i>): invoices for
 * what is missing, credit notes for what is too much. Code de commerce, L441-9; Code général des impôts, 289.
 * Entry: {@link io.echeance.core.invoicing.Invoicing}.
 */
@NullMarked
package io.echeance.core.invoicing;

import org.jspecify.annotations.NullMarked;
