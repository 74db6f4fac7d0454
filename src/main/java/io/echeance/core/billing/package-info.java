/**
 * What has to stand invoiced, compared with what does: invoices for what is missing, credit notes for what is too much.
 */
@NullMarked
package io.echeance.core.billing;

import org.jspecify.annotations.NullMarked;
