/**
 * VAT (<i>TVA</i>) of amounts and of documents, rounded per document and rate (Code général des impôts, 269 and
 * 289; EN 16931). Entry: {@link io.echeance.core.vat.Vat}.
 */
@NullMarked
package io.echeance.core.vat;

import org.jspecify.annotations.NullMarked;
