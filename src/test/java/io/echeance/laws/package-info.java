/**
 * Laws that hold over every history: seeded random facts of all kinds under all terms, shrunk when one breaks a law.
 */
@NullMarked
package io.echeance.laws;

import org.jspecify.annotations.NullMarked;
