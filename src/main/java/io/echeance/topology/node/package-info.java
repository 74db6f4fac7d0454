/**
 * The nodes of the stream. Each decides first, without a trace; all that it stores and says comes last, so that a
 * record is either worked off whole or not at all.
 */
@NullMarked
package io.echeance.topology.node;

import org.jspecify.annotations.NullMarked;
