package io.echeance.serde.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.serde.Bindings;
import io.echeance.serde.RandomRecords;
import io.echeance.serde.RegistryInMemory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Records on topics, through the genuine registry serde. */
class RegistrySerdesTest {

    private static final String TOPIC = "payments";
    private static final PaymentFact PAYMENT = new PaymentReceived(
            "bank-77", "T-14", LocalDate.of(2026, 2, 12), "P1", "ACME", Money.of("1200.00"), Method.TRANSFER, "T-14");

    private final RegistryInMemory registry = new RegistryInMemory();

    @AutoClose
    private final RegistrySerdes serdes = RegistrySerdes.configured(registry.settings());

    private final Serde<PaymentFact> payments = serdes.serde(Bindings.PAYMENT_FACT);
    private final RecordReader<PaymentFact> reader = serdes.reader(Bindings.PAYMENT_FACT);

    private byte[] written() {
        return payments.serializer().serialize(TOPIC, PAYMENT);
    }

    private String unreadable(byte... bytes) {
        Reading<PaymentFact> reading = reader.read(TOPIC, bytes);
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable<PaymentFact>) reading).sentence();
    }

    @Test
    void aRecordComesBackEqual() {
        assertThat(payments.deserializer().deserialize(TOPIC, written())).isEqualTo(PAYMENT);
        assertThat(reader.read(TOPIC, written())).isEqualTo(new Reading.Readable<>(PAYMENT));
    }

    @Test
    void everyRecordTravelsAsTheGenuineSerializerWouldWriteIt() {
        RandomRecords random = new RandomRecords(7);
        try (Serde<OrderFact> orders = serdes.serde(Bindings.ORDER_FACT);
                RegistryInMemory.Serializer writer = new RegistryInMemory.Serializer();
                RegistryInMemory.Deserializer genuine = new RegistryInMemory.Deserializer()) {
            writer.configure(settings(), false);
            genuine.configure(settings(), false);
            for (int n = 0; n < 50; n++) {
                byte[] bytes = orders.serializer().serialize("orders", random.next(OrderFact.class));
                assertThat(writer.serialize("orders", genuine.deserialize("orders", bytes)))
                        .isEqualTo(bytes);
            }
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(RegistrySerdes.DEFAULTS);
        settings.putAll(registry.settings());
        return settings;
    }

    @Test
    void theSchemaIsRegisteredWholeUnderItsTopic() {
        byte[] bytes = written();

        assertThat(registry.subjects()).containsExactly("payments-value");
        assertThat(bytes[0]).isZero();
        Schema registered =
                new Schema.Parser().parse(registry.schema(ByteBuffer.wrap(bytes).getInt(1)));
        assertThat(registered).isEqualTo(Bindings.PAYMENT_FACT.schema());
        assertThat(registered.toString()).doesNotContain("avro.java.string");
    }

    @Test
    void theRegistryIsAskedOnceForASchema() {
        written();
        reader.read(TOPIC, written());
        int asked = registry.asked();
        for (int n = 0; n < 20; n++) {
            reader.read(TOPIC, written());
        }

        assertThat(registry.asked()).isEqualTo(asked);
    }

    @Test
    void bytesThatAreNoRecordAreUnreadableForEver() {
        byte[] bytes = written();

        assertThat(unreadable("hello, world".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .contains("does not begin with a byte 0")
                .contains("68656c6c6f");
        assertThat(unreadable()).contains("does not begin");
        assertThat(unreadable((byte) 0, (byte) 0)).contains("does not begin");
        assertThat(unreadable(Arrays.copyOf(bytes, 5))).contains("EOFException");
        reader.read(TOPIC, bytes);
        assertThat(unreadable(Arrays.copyOf(bytes, 5))).isEqualTo("PaymentFact: the bytes end too early");
        assertThat(unreadable(Arrays.copyOf(bytes, bytes.length - 3))).contains("the bytes end too early");
        assertThat(unreadable(Arrays.copyOf(bytes, bytes.length + 10))).contains("there are bytes behind its end");
        assertThat(reader.read(TOPIC, null)).isEqualTo(new Reading.Unreadable<PaymentFact>("it has no value"));
    }

    @Test
    void truncatedBytesAreUnreadableEvenIfTheirSchemaIsNew() {
        byte[] cut = Arrays.copyOf(written(), 12);
        try (RegistrySerdes fresh = RegistrySerdes.configured(registry.settings())) {
            assertThat(fresh.reader(Bindings.PAYMENT_FACT).read(TOPIC, cut)).isInstanceOf(Reading.Unreadable.class);
        }
    }

    @Test
    void anUnknownSchemaIsUnreadable() {
        byte[] bytes = written();
        ByteBuffer.wrap(bytes).putInt(1, 4_711);

        assertThat(unreadable(bytes)).isEqualTo("the registry knows no schema with id 4711");
    }

    @Test
    void aSchemaThatComesAfterGarbageWithItsIdIsAskedForAgainBeforeARecordIsRefused() {
        byte[] record = written();
        int next = ByteBuffer.wrap(record).getInt(1) + 1;
        byte[] garbage = record.clone();
        ByteBuffer.wrap(garbage).putInt(1, next);
        assertThat(reader.read(TOPIC, garbage, 100)).isInstanceOf(Reading.Unreadable.class);
        assertThat(unreadable(garbage)).contains("the registry knows no schema");

        String anew = Bindings.PAYMENT_FACT.schema().toString().replaceFirst("\"doc\"", "\"note\"");
        assertThat(registry.register("payments-value", anew)).isEqualTo(next);
        assertThat(reader.read(TOPIC, garbage, 101)).isEqualTo(new Reading.Readable<>(PAYMENT));
        assertThat(reader.read(TOPIC, garbage)).isEqualTo(new Reading.Readable<>(PAYMENT));
    }

    @Test
    void theRegistryIsAskedOnceForAllGarbageThatWasFetchedTogether() {
        byte[] garbage = written();
        ByteBuffer.wrap(garbage).putInt(1, 4_711);
        reader.read(TOPIC, garbage, 100);
        int asked = registry.asked();
        for (int n = 0; n < 1_000; n++) {
            assertThat(reader.read(TOPIC, garbage, 100)).isInstanceOf(Reading.Unreadable.class);
        }
        assertThat(registry.asked()).isEqualTo(asked);

        reader.read(TOPIC, garbage, 101);
        assertThat(registry.asked()).isGreaterThan(asked);
    }

    @Test
    void aRegistryThatIsDownSaysNothingAboutTheRecord() {
        byte[] bytes = written();
        registry.goDown();

        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> reader.read(TOPIC, bytes))
                .withMessageContaining("Connection refused");
        registry.comeBack();
        assertThat(reader.read(TOPIC, bytes)).isEqualTo(new Reading.Readable<>(PAYMENT));
        registry.goDown();
        assertThat(reader.read(TOPIC, bytes)).isEqualTo(new Reading.Readable<>(PAYMENT));
    }

    @Test
    void anErrorOfTheRegistrySaysNothingAboutTheRecord() {
        byte[] bytes = written();
        for (Map.Entry<Integer, String> answer : Map.of(
                        500,
                        "InternalServerError",
                        503,
                        "ServiceUnavailable",
                        401,
                        "Unauthorized",
                        404,
                        "NotFoundException")
                .entrySet()) {
            registry.answerAlways(answer.getKey(), answer.getValue());
            assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> reader.read(TOPIC, bytes));
        }
    }

    @Test
    void nothingIsWrittenWhileTheRegistryIsDownAndTheSchemaIsNew() {
        registry.goDown();
        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(this::written);
        registry.comeBack();
        assertThat(reader.read(TOPIC, written())).isEqualTo(new Reading.Readable<>(PAYMENT));
    }

    @Test
    void aSchemaThatIsNotOursIsUnreadable() {
        String schema =
                "{\"type\":\"record\",\"name\":\"Weather\",\"fields\":[{\"name\":\"degrees\",\"type\":\"int\"}]}";
        byte[] bytes = {0, 0, 0, 0, (byte) registry.register("payments-value", schema), 42};

        assertThat(unreadable(bytes)).contains("Weather").contains("io.echeance.fact.PaymentFact");
    }

    @Test
    void aDecimalOfAnotherScaleIsUnreadableInsteadOfAHundredTimesTooLarge() {
        byte[] bytes = written();
        String schema = Bindings.PAYMENT_FACT.schema().toString().replace("\"scale\":2", "\"scale\":4");
        ByteBuffer.wrap(bytes).putInt(1, (int) registry.register("payments-value", schema));

        assertThat(unreadable(bytes)).contains("PaymentReceived.amount").contains("\"scale\":4");
    }

    @Test
    void anotherCurrencyIsUnreadable() {
        byte[] bytes = written();
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("EUR") + 2] = 'X';

        assertThat(unreadable(bytes)).isEqualTo("PaymentReceived.currency: amounts are in EUR, not EUX");
    }

    @Test
    void aSerializerThatWritesAnotherFormatIsRefused() {
        try (RegistrySerdes other = RegistrySerdes.configured(Map.of(
                "value.serializer", NoFrame.class.getName(), "apicurio.registry.url", "http://in-memory.invalid"))) {
            assertThatThrownBy(() ->
                            other.serde(Bindings.PAYMENT_FACT).serializer().serialize(TOPIC, PAYMENT))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("does not write a byte 0");
        }
    }

    @Test
    void aSerializerThatIsNotThereIsRefusedAtTheStart() {
        assertThatThrownBy(() -> RegistrySerdes.configured(Map.of("value.serializer", "io.confluent.Nothing")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("value.serializer");
    }

    /** Writes something, but no frame. */
    public static final class NoFrame implements org.apache.kafka.common.serialization.Serializer<Object> {
        private final ByteArraySerializer bytes = new ByteArraySerializer();

        @Override
        public byte[] serialize(String topic, Object value) {
            return bytes.serialize(topic, new byte[] {1, 2, 3, 4, 5, 6, 7});
        }
    }
}
