package io.echeance.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.json.RecordJson;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.registry.RegistrySerdes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes that leave us, as somebody has seen them once. */
class WireBytesTest {

    private static final long SEED = 2026;
    private static final Path FILE = Approved.FOLDER.resolve("wire-bytes.txt");

    static List<Binding<?>> bindings() {
        return RoundTripTest.bindings();
    }

    @Test
    void theBytesAreThoseThatWereApproved() {
        StringBuilder text = new StringBuilder();
        try (RegistrySerdes serdes = RegistrySerdes.configured(new RegistryInMemory().settings())) {
            for (Binding<?> binding : bindings()) {
                RandomRecords.variants(binding.type()).forEach(variant -> describe(binding, variant, serdes, text));
            }
        }

        Approved.text(
                FILE, text.toString(), "Readers and replays depend on them: what is on the topics never changes.");
    }

    private static <T> void describe(Binding<T> binding, Class<?> variant, RegistrySerdes serdes, StringBuilder text) {
        T value = binding.type().cast(new RandomRecords(SEED).next(variant));
        String topic = binding.schema().getName();
        try (Serde<T> serde = serdes.serde(binding)) {
            byte[] bytes = serde.serializer().serialize(topic, value);
            assertThat(serde.deserializer().deserialize(topic, bytes)).isEqualTo(value);
            text.append(topic).append(' ').append(RecordJson.write(value)).append('\n');
            text.append(HexFormat.of().formatHex(bytes)).append("\n\n");
        }
    }

    @ParameterizedTest
    @MethodSource("bindings")
    <T> void avroItselfReadsThemToTheEnd(Binding<T> binding) throws IOException {
        RandomRecords random = new RandomRecords(SEED);
        Schema asAnyoneGetsIt = new Schema.Parser().parse(binding.schema().toString());
        for (int n = 0; n < 50; n++) {
            byte[] bytes = binding.encode(random.next(binding.type()));
            BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, null);
            Object read = new GenericDatumReader<>(asAnyoneGetsIt).read(null, in);
            assertThat(read).isNotNull();
            assertThat(in.isEnd()).isTrue();
        }
    }
}
