/** Worked scenarios that a credit controller can read: the facts, and the lines that must come out of them. */
@NullMarked
package io.echeance.scenario;

import org.jspecify.annotations.NullMarked;
