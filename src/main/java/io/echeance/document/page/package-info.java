/**
 * How documents look: HTML built element by element, one stylesheet, PDF/A-3b out of both. The same document gives the
 * same bytes on any day and any machine: no clock, no installed font, no number by chance.
 */
@NullMarked
package io.echeance.document.page;

import org.jspecify.annotations.NullMarked;
