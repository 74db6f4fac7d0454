package io.echeance.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.Document;
import io.echeance.embedded.LocalCluster;
import io.echeance.embedded.SharedCluster;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Avro alone, with the schema from the registry's page,")
class AvroReadsInvoicesIT {

    @Test
    @DisplayName("reads every field of every invoice, and none that was not committed")
    void readsEveryField() throws Exception {
        LocalCluster cluster = SharedCluster.get();
        AvroReader reader = new AvroReader(cluster.bootstrapServers(), cluster.confluentApi());
        InvoicesTopic topic = InvoicesTopic.written();
        assertThat(topic.issued())
                .extracting(invoice -> invoice.document().kind())
                .contains(Document.Kind.values());

        topic.assertReadAs(reader.read(topic.name(), "read_committed"), reader.idOfLatestSchema(topic.name()));

        List<Seen> withWhatWasAborted = reader.read(topic.name(), "read_uncommitted");
        assertThat(withWhatWasAborted).hasSize(topic.issued().size() + 1);
        assertThat(withWhatWasAborted)
                .filteredOn(seen -> InvoicesTopic.isNumbered(seen, IssuedInvoices.neverIssued()))
                .hasSize(1);
    }
}
