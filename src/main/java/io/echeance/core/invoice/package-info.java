/**
 * What an issued invoice says (<i>facture</i>): the parties as they are on the day of issue, what each item is called,
 * VAT by category, what the law wants written on it. All of it follows from the terms that compute and from what was
 * ordered; how it looks is the room {@code document}'s matter.
 */
@NullMarked
package io.echeance.core.invoice;

import org.jspecify.annotations.NullMarked;
