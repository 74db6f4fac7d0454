package io.echeance.topology;

import io.echeance.serde.Approved;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Names and numbers of the parts are for ever: state and internal topics bear them. */
class DescriptionTest {

    @Test
    void theGraphIsTheApprovedOne() {
        Approved.text(
                Path.of("topology-docs", "topology.txt"),
                Graph.description().toString(),
                "A part that is renumbered, a store or a topic that is renamed loses its state in a running"
                        + " installation: see to it that nothing is, or that a new application id is wanted.");
    }
}
