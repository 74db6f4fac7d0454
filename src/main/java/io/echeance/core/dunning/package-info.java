/**
 * Ladders, formal notices and what they set running, holds and promises (<i>relances, mise en demeure</i>).
 */
@NullMarked
package io.echeance.core.dunning;

import org.jspecify.annotations.NullMarked;
