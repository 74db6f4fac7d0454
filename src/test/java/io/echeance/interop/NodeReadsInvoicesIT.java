package io.echeance.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.echeance.embedded.LocalCluster;
import io.echeance.embedded.SharedCluster;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("kafkajs with a registry client of npm")
class NodeReadsInvoicesIT {

    private static final int LIMIT_SECONDS = 120;

    @Test
    @DisplayName("reads every field of every invoice, and none that was not committed (if node and npm are installed)")
    void readsEveryField() throws Exception {
        assumeTrue(NodeProgram.canRun(), "node and npm are not on the PATH");
        NodeProgram program = NodeProgram.installed();
        LocalCluster cluster = SharedCluster.get();
        InvoicesTopic topic = InvoicesTopic.written();

        List<Seen> seen = new ArrayList<>();
        for (String line : program.readInvoices(
                cluster.bootstrapServers(),
                cluster.confluentApi(),
                topic.name(),
                topic.issued().size(),
                LIMIT_SECONDS)) {
            JsonNode record = new ObjectMapper().readTree(line);
            seen.add(new Seen(
                    record.path("key").textValue(),
                    record.path("magic").intValue(),
                    record.path("schemaId").intValue(),
                    record.path("value")));
        }

        AvroReader registry = new AvroReader(cluster.bootstrapServers(), cluster.confluentApi());
        topic.assertReadAs(seen, registry.idOfLatestSchema(topic.name()));
    }
}
