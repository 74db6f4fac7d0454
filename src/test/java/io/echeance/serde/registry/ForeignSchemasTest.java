package io.echeance.serde.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.serde.Bindings;
import io.echeance.serde.ForeignSchema;
import io.echeance.serde.ForeignSchema.Place;
import io.echeance.serde.ForeignWriter;
import io.echeance.serde.RandomRecords;
import io.echeance.serde.RegistryInMemory;
import io.echeance.serde.binding.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every input, written with schemas that nobody asked us about, through the genuine registry serde: read as it was
 * meant, or refused in a sentence that names its own schema; whatever was read before it.
 */
class ForeignSchemasTest {

    private static final List<Binding<?>> INPUTS = List.of(
            Bindings.ORDER_FACT,
            Bindings.PAYMENT_FACT,
            Bindings.FUNDING_FACT,
            Bindings.COLLECTION_FACT,
            Bindings.BUSINESS_DAY,
            Bindings.TERMS,
            Bindings.STATUTORY_RATES,
            Bindings.PARTY);

    private static final List<Integer> SCALES = List.of(0, 1, 2, 3, 4, 18);

    private final RegistryInMemory registry = new RegistryInMemory();

    static Stream<Binding<?>> inputs() {
        return INPUTS.stream();
    }

    /** One value of an input, and as many ways to write it as there are schemas. */
    private static final class Sent<T> {
        private final Binding<T> binding;
        private final T value;
        private final RegistryInMemory registry;

        Sent(Binding<T> binding, long seed, RegistryInMemory registry) {
            this.binding = binding;
            this.value = new RandomRecords(seed).next(binding.type());
            this.registry = registry;
        }

        byte[] with(Schema writer) {
            long id = registry.register("another-value", writer.toString());
            byte[] payload = ForeignWriter.rewritten(binding.encode(value), binding.schema(), writer);
            return java.nio.ByteBuffer.allocate(RegisteredSchemas.FRAME + payload.length)
                    .put((byte) 0)
                    .putInt((int) id)
                    .put(payload)
                    .array();
        }

        Reading<T> asMeant() {
            return new Reading.Readable<>(value);
        }

        /** What a program that has just started makes of these records, one after the other. */
        List<Reading<T>> read(List<byte[]> records) {
            try (RegistrySerdes serdes = RegistrySerdes.configured(registry.settings())) {
                RecordReader<T> reader = serdes.reader(binding);
                return records.stream()
                        .map(bytes -> reader.read("inputs", bytes))
                        .toList();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    <T> void aDecimalOfAnotherScaleIsRefusedInItsOwnWordsBeforeAndAfterAGoodOne(Binding<T> input) {
        List<Place> decimals = ForeignSchema.places(input.schema())
                .filter(place -> place.leaf().getLogicalType() instanceof LogicalTypes.Decimal)
                .toList();
        for (Place place : decimals) {
            Sent<T> sent = new Sent<>(input, place.number(), registry);
            for (List<Integer> scales : List.of(SCALES, SCALES.reversed())) {
                List<byte[]> records = new ArrayList<>();
                records.add(sent.with(input.schema()));
                scales.forEach(scale -> records.add(sent.with(place.with(decimal(scale)))));
                records.add(sent.with(input.schema()));

                List<Reading<T>> readings = sent.read(records);
                judge(place, sent, scales, readings.subList(1, readings.size() - 1));
                assertThat(readings.getFirst()).as(place.toString()).isEqualTo(sent.asMeant());
                assertThat(readings.getLast()).as(place.toString()).isEqualTo(sent.asMeant());

                List<Reading<T>> goodLast = sent.read(records.subList(1, records.size()));
                assertThat(goodLast).as(place.toString()).isEqualTo(readings.subList(1, readings.size()));
            }
        }
    }

    private static <T> void judge(Place place, Sent<T> sent, List<Integer> scales, List<Reading<T>> readings) {
        int own = ((LogicalTypes.Decimal) place.leaf().getLogicalType()).getScale();
        for (int n = 0; n < scales.size(); n++) {
            int scale = scales.get(n);
            if (scale == own) {
                assertThat(readings.get(n)).as(place.toString()).isEqualTo(sent.asMeant());
            } else {
                assertThat(readings.get(n))
                        .as(place.toString())
                        .isInstanceOfSatisfying(
                                Reading.Unreadable.class,
                                refused -> assertThat(refused.sentence()).contains("written as " + decimal(scale)));
            }
        }
    }

    private static Schema decimal(int scale) {
        return LogicalTypes.decimal(19, scale).addToSchema(Schema.create(Schema.Type.BYTES));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    <T> void aValueOfAnotherTypeIsReadAsMeantOrRefusedWhateverCameBefore(Binding<T> input) {
        for (Place place : ForeignSchema.places(input.schema()).toList()) {
            for (int seed = 0; seed < 3; seed++) {
                Sent<T> sent = new Sent<>(input, seed, registry);
                List<byte[]> records = new ArrayList<>();
                records.add(sent.with(input.schema()));
                others(place.leaf()).forEach(other -> records.add(sent.with(place.with(other))));
                records.add(sent.with(input.schema()));

                for (List<byte[]> order : List.of(records, records.reversed())) {
                    List<Reading<T>> readings = sent.read(order);
                    assertThat(readings.getFirst()).isEqualTo(sent.asMeant());
                    assertThat(readings.getLast()).isEqualTo(sent.asMeant());
                    assertThat(readings)
                            .as(place.toString())
                            .allMatch(
                                    reading -> reading instanceof Reading.Unreadable || reading.equals(sent.asMeant()));
                }
            }
        }
    }

    /** Types that another program may have had in mind for such a value. */
    private static Stream<Schema> others(Schema leaf) {
        Schema whole = Schema.create(Schema.Type.INT);
        Schema wide = Schema.create(Schema.Type.LONG);
        Schema text = Schema.create(Schema.Type.STRING);
        return switch (leaf.getType()) {
            case BYTES ->
                Stream.of(
                        Schema.create(Schema.Type.BYTES),
                        text,
                        Schema.create(Schema.Type.DOUBLE),
                        LogicalTypes.decimal(16, 2).addToSchema(Schema.createFixed("Eight", null, null, 8)));
            case INT, LONG ->
                Stream.of(
                        whole,
                        wide,
                        text,
                        LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT)),
                        LogicalTypes.timeMillis().addToSchema(Schema.create(Schema.Type.INT)),
                        LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG)),
                        LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG)),
                        LogicalTypes.localTimestampMillis().addToSchema(Schema.create(Schema.Type.LONG)));
            case STRING -> Stream.of(LogicalTypes.uuid().addToSchema(Schema.create(Schema.Type.STRING)));
            default -> Stream.of();
        };
    }

    @ParameterizedTest
    @MethodSource("inputs")
    <T> void fieldsBranchesAndSymbolsInAnotherOrderMeanTheSame(Binding<T> input) {
        Schema backwards = ForeignSchema.backwards(input.schema());
        for (int seed = 0; seed < 100; seed++) {
            Sent<T> sent = new Sent<>(input, seed, registry);

            assertThat(sent.read(List.of(sent.with(backwards), sent.with(input.schema()), sent.with(backwards))))
                    .containsOnly(sent.asMeant());
        }
    }
}
