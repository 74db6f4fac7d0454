package io.echeance.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.invoice.Invoice;
import io.echeance.embedded.SharedCluster;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.serde.Bindings;
import io.echeance.serde.registry.RegistrySerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A topic of invoices, written with our serde in two transactions that commit, with one between them that does not:
 * who has read on to the last invoice has come past what was never issued.
 */
record InvoicesTopic(String name, List<Invoice> issued) {

    static InvoicesTopic written() throws ExecutionException, InterruptedException {
        InvoicesTopic topic = new InvoicesTopic(SharedCluster.uniqueName("invoices"), IssuedInvoices.all());
        topic.write();
        return topic;
    }

    private void write() throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(SharedCluster.clientSettings());
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
        settings.put("transactional.id", name);
        try (RegistrySerdes serdes = RegistrySerdes.configured(SharedCluster.clientSettings());
                KafkaProducer<String, Invoice> producer = new KafkaProducer<>(
                        settings,
                        new StringSerializer(),
                        serdes.serde(Bindings.INVOICE).serializer())) {
            producer.initTransactions();
            int half = issued.size() / 2;
            say(producer, issued.subList(0, half));
            producer.commitTransaction();
            say(producer, List.of(IssuedInvoices.neverIssued()));
            producer.abortTransaction();
            say(producer, issued.subList(half, issued.size()));
            producer.commitTransaction();
        }
    }

    private void say(KafkaProducer<String, Invoice> producer, List<Invoice> invoices) {
        producer.beginTransaction();
        var sent = invoices.stream()
                .map(invoice -> producer.send(
                        new ProducerRecord<>(name, invoice.document().orderId(), invoice)))
                .toList();
        producer.flush();
        assertThat(sent).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ZERO));
    }

    /** Holds a reader to what was issued: every field of every invoice in order, and nothing besides. */
    void assertReadAs(List<Seen> seen, int schemaId) {
        assertThat(seen)
                .filteredOn(one -> isNumbered(one, IssuedInvoices.neverIssued()))
                .isEmpty();
        assertThat(seen).allSatisfy(one -> assertThat(one.magic()).isZero());
        assertThat(seen).extracting(Seen::schemaId).containsOnly(schemaId);
        assertThat(seen)
                .extracting(Seen::key)
                .isEqualTo(issued.stream()
                        .map(invoice -> invoice.document().orderId())
                        .toList());
        for (int n = 0; n < issued.size(); n++) {
            assertThat(seen.get(n).value()).as("invoice %d", n).isEqualTo(inFull(issued.get(n)));
        }
    }

    static boolean isNumbered(Seen seen, Invoice invoice) {
        return seen.value().path("number").textValue().equals(invoice.number());
    }

    /** All that our record says, each field of the schema named. */
    private static JsonNode inFull(Invoice invoice) {
        ObjectNode said = RecordJson.write(invoice).put("currency", "EUR");
        try {
            return inFull(Bindings.INVOICE.schema(), RecordJson.parse(said.toString()));
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode inFull(Schema schema, JsonNode said) {
        if (schema.getType() == Schema.Type.UNION) {
            return said.isMissingNode()
                    ? JsonNodeFactory.instance.nullNode()
                    : inFull(schema.getTypes().getLast(), said);
        }
        if (schema.getType() == Schema.Type.ARRAY) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            said.forEach(element -> elements.add(inFull(schema.getElementType(), element)));
            return elements;
        }
        if (schema.getType() == Schema.Type.RECORD) {
            ObjectNode record = JsonNodeFactory.instance.objectNode();
            schema.getFields()
                    .forEach(field -> record.set(field.name(), inFull(field.schema(), said.path(field.name()))));
            assertThat(said.fieldNames()).toIterable().allMatch(record::has);
            return record;
        }
        assertThat(said.isValueNode()).as("%s", schema).isTrue();
        return said;
    }
}
