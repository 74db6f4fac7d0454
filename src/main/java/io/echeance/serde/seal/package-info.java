/** Seals what names a person in logs that are kept for ever: with its key thrown away, it is erased. */
@NullMarked
package io.echeance.serde.seal;

import org.jspecify.annotations.NullMarked;
