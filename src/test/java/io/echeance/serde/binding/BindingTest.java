package io.echeance.serde.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a binding refuses: at the start what can never fit, later what a schema has no room for. */
class BindingTest {

    private static final String MONEY =
            "{\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": 19, \"scale\": 2}";

    record Paid(String by, @Nullable Money amount) {}

    record Rated(Percent rate) {}

    record Delivered(BigDecimal share) {}

    record Named(List<String> names) {}

    record Chosen(Choice choice) {}

    enum Choice {
        THIS,
        THAT
    }

    sealed interface Thing {
        record One(int n) implements Thing {}

        record Other() implements Thing {}
    }

    record Holder(Thing thing) {}

    private static Schema schema(String fields) {
        return new Schema.Parser().parse("{\"type\": \"record\", \"name\": \"Written\", \"fields\": [" + fields + "]}");
    }

    private static String field(String name, String type) {
        return "{\"name\": \"" + name + "\", \"type\": " + type + "}";
    }

    private static String paid(String amount) {
        return field("by", "\"string\"") + "," + field("amount", amount);
    }

    private static void refused(Class<?> type, String fields, String... saying) {
        assertThatExceptionOfType(DoesNotFit.class)
                .isThrownBy(() -> Binding.of(type, schema(fields)))
                .satisfies(refusal -> assertThat(refusal).hasMessageContainingAll(saying));
    }

    @Test
    void aComponentWithoutAFieldIsRefused() {
        refused(Paid.class, field("by", "\"string\""), "Paid.amount", "Written has no field of this name");
    }

    @Test
    void aFieldWithoutAComponentIsRefused() {
        refused(
                Paid.class,
                paid("[\"null\", " + MONEY + "]") + "," + field("more", "\"int\""),
                "Written.more",
                "no component");
    }

    @Test
    void nullsAreAllowedOnBothSidesOrOnNone() {
        refused(Paid.class, paid(MONEY), "Paid.amount may be null, its field may not");
        refused(Rated.class, field("rate", "[\"null\", \"string\"]"), "Rated.rate", "Percent cannot be carried by");
    }

    @Test
    void aTypeThatCannotCarryTheValueIsRefused() {
        refused(Paid.class, paid("[\"null\", \"double\"]"), "Paid.amount", "Money cannot be carried by \"double\"");
        refused(
                Paid.class,
                paid("[\"null\", " + MONEY.replace("\"scale\": 2", "\"scale\": 4") + "]"),
                "Paid.amount",
                "\"scale\":4");
        refused(Named.class, field("names", "{\"type\": \"array\", \"items\": \"int\"}"), "Named.names[]", "String");
        refused(Named.class, field("names", "\"string\""), "Named.names", "List");
    }

    @Test
    void constantsAndSymbolsAreTheSame() {
        refused(
                Chosen.class,
                field("choice", symbols("\"THIS\"")),
                "Chosen.choice",
                "the constant THAT is not a symbol");
        refused(
                Chosen.class,
                field("choice", symbols("\"THIS\", \"THAT\", \"NEITHER\"")),
                "Chosen.choice",
                "the symbol NEITHER");
    }

    private static String symbols(String symbols) {
        return "{\"type\": \"enum\", \"name\": \"Choice\", \"symbols\": [" + symbols + "]}";
    }

    @Test
    void variantsAndBranchesAreTheSame() {
        String one = "{\"type\": \"record\", \"name\": \"One\", \"fields\": [" + field("n", "\"int\"") + "]}";
        String other = "{\"type\": \"record\", \"name\": \"Other\", \"fields\": []}";
        String third = "{\"type\": \"record\", \"name\": \"Third\", \"fields\": []}";

        refused(Holder.class, field("thing", "[" + one + "]"), "Holder.thing", "the variant Other is in no branch");
        refused(
                Holder.class,
                field("thing", "[" + one + "," + other + "," + third + "]"),
                "Holder.thing",
                "Third is not a variant");
        refused(Holder.class, field("thing", one), "Holder.thing", "Thing cannot be carried by One");
    }

    @Test
    void aShareWithMoreDecimalsThanItsSchemaIsNotRounded() {
        Binding<Delivered> binding = Binding.of(
                Delivered.class,
                schema(field(
                        "share",
                        "{\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": 9, \"scale\": 6}")));

        assertThatThrownBy(() -> binding.encode(new Delivered(new BigDecimal("0.1234567"))))
                .isInstanceOf(CannotCarry.class)
                .hasMessage("Written.share: 0.1234567 has more than 6 decimals");
        assertThatThrownBy(() -> binding.encode(new Delivered(new BigDecimal("1000"))))
                .isInstanceOf(CannotCarry.class)
                .hasMessage("Written.share: 1000.000000 has more than 9 digits");
        assertThat(binding.encode(new Delivered(new BigDecimal("0.5000000"))))
                .isEqualTo(binding.encode(new Delivered(new BigDecimal("0.5"))));
    }

    @Test
    void aNullWhereNoneMayBeIsNamed() {
        Binding<Named> binding =
                Binding.of(Named.class, schema(field("names", "{\"type\": \"array\", \"items\": \"string\"}")));
        @SuppressWarnings("NullAway") // What no compiler saw, such as a value made by reflection.
        Named broken = new Named(null);

        assertThatThrownBy(() -> binding.encode(broken))
                .isInstanceOf(CannotCarry.class)
                .hasMessage("Written.names: null, where a value is needed");
    }

    @Test
    void aSymbolThatOnlyALaterVersionKnowsIsNoValue() {
        String known = field(
                "choice", symbols("\"THIS\", \"THAT\", \"UNKNOWN\"").replace("]}", "], \"default\": \"UNKNOWN\"}"));
        Binding<Chosen> binding = Binding.of(Chosen.class, schema(known));
        Schema later = schema(known.replace("\"THAT\"", "\"OTHERWISE\", \"THAT\""));

        assertThat(binding.writtenWith(later).decode(new byte[] {4}, 0)).isEqualTo(new Chosen(Choice.THAT));
        assertThatThrownBy(() -> binding.writtenWith(later).decode(new byte[] {2}, 0))
                .isInstanceOf(CannotCarry.class)
                .hasMessage("Written.choice: a symbol that this version does not know");
    }

    record Dated(LocalDate on, Set<Choice> choices) {}

    @Test
    void aSetIsWrittenInTheOrderOfItsElements() {
        Binding<Dated> binding = Binding.of(
                Dated.class,
                schema(field("on", "{\"type\": \"int\", \"logicalType\": \"date\"}") + ","
                        + field("choices", "{\"type\": \"array\", \"items\": " + symbols("\"THIS\", \"THAT\"") + "}")));
        LocalDate day = LocalDate.of(1970, 1, 2);

        assertThat(binding.encode(new Dated(day, Set.of(Choice.THAT, Choice.THIS))))
                .isEqualTo(binding.encode(new Dated(day, Set.of(Choice.THIS, Choice.THAT))))
                .isEqualTo(new byte[] {2, 4, 0, 2, 0});
    }
}
