/**
 * Bank files: statements of account as banks deliver them (camt.053, camt.054, CFONB 120, MT940), read from bytes and
 * from nothing else. A file is taken whole or not at all; what is refused says why, and where in the file.
 */
@NullMarked
package io.echeance.bank;

import org.jspecify.annotations.NullMarked;
