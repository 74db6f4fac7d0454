package io.echeance.serde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** A schema as another program may have it: ours, with something in it otherwise. */
public final class ForeignSchema {

    private final Map<String, Schema> named = new HashMap<>();
    private final UnaryOperator<Schema> leaves;
    private final boolean backwards;

    private ForeignSchema(UnaryOperator<Schema> leaves, boolean backwards) {
        this.leaves = leaves;
        this.backwards = backwards;
    }

    /** The same, with the fields of all records, the branches of all unions and all symbols in the opposite order. */
    public static Schema backwards(Schema schema) {
        return new ForeignSchema(leaf -> leaf, true).copy(schema);
    }

    /** A leaf of a schema, by its number in it, and the schema with another type there. */
    public record Place(Schema schema, int number, Schema leaf) {

        public Schema with(Schema other) {
            int[] at = {-1};
            return new ForeignSchema(leaf -> ++at[0] == number ? other : leaf, false).copy(schema);
        }

        @Override
        public String toString() {
            return schema.getName() + ", value " + number + ": " + leaf;
        }
    }

    /** Every value that is neither record nor enum nor a collection, each once. */
    public static Stream<Place> places(Schema schema) {
        List<Schema> all = new ArrayList<>();
        new ForeignSchema(
                        leaf -> {
                            all.add(leaf);
                            return leaf;
                        },
                        false)
                .copy(schema);
        return IntStream.range(0, all.size()).mapToObj(number -> new Place(schema, number, all.get(number)));
    }

    private Schema copy(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM -> enumeration(schema);
            case ARRAY -> Schema.createArray(copy(schema.getElementType()));
            case MAP -> Schema.createMap(copy(schema.getValueType()));
            case UNION ->
                Schema.createUnion(
                        ordered(schema.getTypes()).stream().map(this::copy).toList());
            case NULL -> schema;
            default -> leaves.apply(schema);
        };
    }

    private Schema record(Schema schema) {
        Schema known = named.get(schema.getFullName());
        if (known != null) {
            return known;
        }
        Schema record = Schema.createRecord(schema.getName(), null, schema.getNamespace(), false);
        named.put(schema.getFullName(), record);
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : ordered(schema.getFields())) {
            fields.add(new Schema.Field(field.name(), copy(field.schema())));
        }
        record.setFields(fields);
        return record;
    }

    private Schema enumeration(Schema schema) {
        return named.computeIfAbsent(
                schema.getFullName(),
                name -> Schema.createEnum(
                        schema.getName(),
                        null,
                        schema.getNamespace(),
                        ordered(schema.getEnumSymbols()),
                        schema.getEnumDefault()));
    }

    private <T> List<T> ordered(List<T> list) {
        return backwards ? list.reversed() : list;
    }
}
