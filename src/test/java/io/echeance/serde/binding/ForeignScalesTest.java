package io.echeance.serde.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.echeance.serde.Bindings;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decimals as other writers write them: read as they are meant, or not at all. */
class ForeignScalesTest {

    private static final Pattern DECIMAL =
            Pattern.compile("\\{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":\\d+(,\"scale\":\\d+)?}");

    private static final List<Binding<?>> INPUTS = List.of(
            Bindings.ORDER_FACT,
            Bindings.PAYMENT_FACT,
            Bindings.FUNDING_FACT,
            Bindings.COLLECTION_FACT,
            Bindings.TERMS,
            Bindings.STATUTORY_RATES);

    /** A decimal of an input, and the input with that decimal alone replaced. */
    record Replaced(Binding<?> binding, String text, int at, int end) {

        Schema by(String type) {
            return new Schema.Parser().parse(text.substring(0, at) + type + text.substring(end));
        }

        String decimal() {
            return text.substring(at, end);
        }

        @Override
        public String toString() {
            return binding.schema().getName() + " at " + at;
        }
    }

    private static Stream<Replaced> decimals() {
        return INPUTS.stream().flatMap(binding -> {
            String text = binding.schema().toString();
            return DECIMAL.matcher(text)
                    .results()
                    .map(found -> new Replaced(binding, text, found.start(), found.end()));
        });
    }

    @ParameterizedTest
    @MethodSource("decimals")
    void areRefusedInAnotherScale(Replaced decimal) {
        for (String scale : List.of("", ",\"scale\":1", ",\"scale\":3", ",\"scale\":4", ",\"scale\":18")) {
            Schema writer =
                    decimal.by("{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":19" + scale + "}");
            assertRefused(decimal.binding(), writer);
        }
        for (String type : List.of("\"bytes\"", "\"string\"", "{\"type\":\"string\",\"logicalType\":\"uuid\"}")) {
            assertRefused(decimal.binding(), decimal.by(type));
        }
    }

    @ParameterizedTest
    @MethodSource("decimals")
    void areTakenWithFewerDigits(Replaced decimal) {
        String fewer = decimal.decimal().replaceFirst("\"precision\":\\d+", "\"precision\":8");

        assertThat(decimal.binding().writtenWith(decimal.by(fewer))).isNotNull();
    }

    /** Avro takes a record of another name for one that has the same fields. */
    @ParameterizedTest
    @MethodSource("renamings")
    void areRefusedInARecordOfAnotherName(UnaryOperator<String> renamed) {
        for (Binding<?> binding : INPUTS.subList(0, 4)) {
            Schema payload = binding.schema().getField("payload").schema();
            for (Schema fact : payload.getTypes()) {
                if (DECIMAL.matcher(fact.toString()).find()) {
                    String alone =
                            renamed.apply(DECIMAL.matcher(fact.toString()).replaceAll(SCALE_3));
                    assertRefused(binding, new Schema.Parser().parse(envelope(binding, alone)));
                    assertRefused(binding, new Schema.Parser().parse(envelope(binding, "[" + alone + "]")));
                }
            }
        }
    }

    private static final String SCALE_3 =
            "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":19,\"scale\":3}";

    static Stream<UnaryOperator<String>> renamings() {
        return Stream.of(
                fact -> fact,
                fact -> fact.replaceFirst("\"name\":\"\\w+\"", "\"name\":\"Other\""),
                fact -> fact.replaceFirst("io[.]echeance[.]fact", "com.bank"));
    }

    private static String envelope(Binding<?> binding, String payload) {
        return "{\"type\":\"record\",\"name\":\"" + binding.schema().getName()
                + "\",\"namespace\":\"io.echeance.fact\",\"fields\":[{\"name\":\"payload\",\"type\":" + payload + "}]}";
    }

    private static void assertRefused(Binding<?> binding, Schema writer) {
        assertThatExceptionOfType(CannotCarry.class)
                .as(writer.toString())
                .isThrownBy(() -> binding.writtenWith(writer))
                .withMessageContaining("written as");
    }
}
