/**
 * The stream, simulated: the real graph with its real nodes, stores and serdes on topics in memory, with partitions,
 * transactions and instances, by a scheduler that a seed drives. What one seed does it does again. See
 * topology-docs/simulator.md.
 */
@NullMarked
package io.echeance.topology.simulator;

import org.jspecify.annotations.NullMarked;
