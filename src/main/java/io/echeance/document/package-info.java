/**
 * What leaves the house in a form that a law prescribes: made from what was issued, and from nothing else. E-invoices
 * ({@link io.echeance.document.Cii}, {@link io.echeance.document.Ubl}), checked by {@link
 * io.echeance.document.Conformity} before they go, and the tax inspector's file.
 */
@NullMarked
package io.echeance.document;

import org.jspecify.annotations.NullMarked;
