/** The nodes, each by itself. */
@NullMarked
package io.echeance.topology.node;

import org.jspecify.annotations.NullMarked;
