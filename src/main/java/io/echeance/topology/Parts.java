package io.echeance.topology;

import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.node.Patience;
import io.echeance.topology.node.ReferenceData;

/**
 * What the graph is built with.
 *
 * @param reference filled by the graph, from its topics
 * @param patience how long a record waits for the registry
 * @param endlessPatience likewise, where no transaction is open
 * @param slice how many accounts are closed in one go
 */
public record Parts(
        RegistrySerdes serdes, ReferenceData reference, Patience patience, Patience endlessPatience, int slice) {}
