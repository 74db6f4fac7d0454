package io.echeance.serde.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.echeance.core.order.PaymentFact;
import io.echeance.embedded.EmbeddedRegistry;
import io.echeance.embedded.SharedCluster;
import io.echeance.serde.Bindings;
import io.echeance.serde.RandomRecords;
import io.echeance.serde.binding.Binding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same with a real registry: how it really answers, and how it fails. */
@DisplayName("Records on topics, with a real registry")
class RegistrySerdesIT {

    private static final String TOPIC = "payments";

    private static final EmbeddedRegistry registry = SharedCluster.get().registry();

    private final PaymentFact payment = new RandomRecords(1).next(PaymentFact.class);

    private static RegistrySerdes serdes(URI address) {
        return RegistrySerdes.configured(Map.of("apicurio.registry.url", address.toString()));
    }

    private byte[] written() {
        try (RegistrySerdes serdes = serdes(registry.api());
                Serde<PaymentFact> payments = serdes.serde(Bindings.PAYMENT_FACT)) {
            return payments.serializer().serialize(TOPIC, payment);
        }
    }

    private static Reading<PaymentFact> read(URI address, byte[] bytes) {
        try (RegistrySerdes serdes = serdes(address)) {
            return serdes.reader(Bindings.PAYMENT_FACT).read(TOPIC, bytes);
        }
    }

    private static byte[] withId(byte[] bytes, int id) {
        return ByteBuffer.wrap(bytes.clone()).putInt(1, id).array();
    }

    @Test
    @DisplayName("every kind comes back equal, in another process' eyes too")
    void everyKindComesBackEqual() {
        try (RegistrySerdes writing = serdes(registry.api());
                RegistrySerdes reading = serdes(registry.api())) {
            comesBack(Bindings.ORDER_FACT, writing, reading);
            comesBack(Bindings.TERMS, writing, reading);
            comesBack(Bindings.LOG_RECORD, writing, reading);
            comesBack(Bindings.INVOICE, writing, reading);
            comesBack(Bindings.STATEMENT, writing, reading);
        }
    }

    private static <T> void comesBack(Binding<T> binding, RegistrySerdes writing, RegistrySerdes reading) {
        RandomRecords random = new RandomRecords(3);
        String topic = binding.schema().getName();
        try (Serde<T> serde = writing.serde(binding)) {
            RecordReader<T> reader = reading.reader(binding);
            for (int n = 0; n < 20; n++) {
                T value = random.next(binding.type());
                assertThat(reader.read(topic, serde.serializer().serialize(topic, value)))
                        .isEqualTo(new Reading.Readable<>(value));
            }
        }
    }

    @Test
    @DisplayName("an id that the registry does not know makes a record unreadable")
    void anUnknownId() {
        assertThat(read(registry.api(), withId(written(), 4_711)))
                .isEqualTo(new Reading.Unreadable<>("the registry knows no schema with id 4711"));
    }

    @Test
    @DisplayName("an id of a schema that is not Avro's makes a record unreadable")
    void anotherKindOfSchema() throws IOException, InterruptedException {
        String body = "{\"schemaType\": \"JSON\", \"schema\": \"{\\\"type\\\": \\\"object\\\"}\"}";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(registry.confluentApi() + "/subjects/other-value/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        String answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
        int id = Integer.parseInt(answer.replaceAll("\\D", ""));

        assertThat(read(registry.api(), withId(written(), id))).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    @DisplayName("a wrong address is not a reason to reject a record")
    void aWrongAddress() {
        byte[] bytes = written();

        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> read(registry.address().resolve("/nowhere"), bytes));
    }

    @Test
    @DisplayName("while it is down records wait, and are read when it is back")
    void down() {
        byte[] bytes = written();
        registry.stop();
        try (RegistrySerdes serdes = serdes(registry.api())) {
            RecordReader<PaymentFact> reader = serdes.reader(Bindings.PAYMENT_FACT);
            assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> reader.read(TOPIC, bytes));
            assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(this::written);

            registry.relaunch();
            registry.awaitReady();
            assertThat(reader.read(TOPIC, bytes)).isEqualTo(new Reading.Readable<>(payment));
        }
    }

    @Test
    @DisplayName("one that accepts a question and never answers counts as down, soon")
    void silent() throws IOException {
        byte[] bytes = written();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/apis/registry/v3");
            long before = System.nanoTime();
            assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> read(address, bytes));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
        }
    }
}
