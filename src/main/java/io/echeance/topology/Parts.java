package io.echeance.topology;

import io.echeance.core.admission.ClosableDays;
import io.echeance.core.admission.PersonalIds;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.node.ReferenceData;
import io.echeance.topology.node.RegistryRetry;
import io.echeance.topology.node.Sealing;

/**
 * What the graph is built with.
 *
 * @param reference filled by the graph, from its topics
 * @param patience how long a record waits for the registry
 * @param endlessPatience likewise, where no transaction is open
 * @param slice how many accounts are closed in one go
 * @param partitions of the log, and of every topic that goes with it
 * @param ids which ids are refused
 * @param closable which days may be closed
 * @param topics what they are called
 * @param sealing of what names a person
 */
public record Parts(
        RegistrySerdes serdes,
        ReferenceData reference,
        RegistryRetry patience,
        RegistryRetry endlessPatience,
        int slice,
        int partitions,
        PersonalIds ids,
        ClosableDays closable,
        TopicNames topics,
        Sealing sealing) {

    /** With topics under their own names, ids looked at as is usual, and nothing sealed. */
    public Parts(
            RegistrySerdes serdes,
            ReferenceData reference,
            RegistryRetry patience,
            RegistryRetry endlessPatience,
            int slice,
            int partitions,
            ClosableDays closable) {
        this(
                serdes,
                reference,
                patience,
                endlessPatience,
                slice,
                partitions,
                closable,
                new Sealing(() -> null, reference));
    }

    /** The same, sealing what names a person. */
    public Parts(
            RegistrySerdes serdes,
            ReferenceData reference,
            RegistryRetry patience,
            RegistryRetry endlessPatience,
            int slice,
            int partitions,
            ClosableDays closable,
            Sealing sealing) {
        this(
                serdes,
                reference,
                patience,
                endlessPatience,
                slice,
                partitions,
                PersonalIds.NO_EMAIL,
                closable,
                TopicNames.PLAIN,
                sealing);
    }
}
