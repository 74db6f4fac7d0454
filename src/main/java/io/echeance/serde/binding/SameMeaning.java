package io.echeance.serde.binding;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether what one schema wrote means the same to another. Avro's own resolution looks at bytes only: it would read a
 * decimal of four decimals as one of two, a hundred times too large.
 */
final class SameMeaning {

    private final Set<String> seen = new HashSet<>();

    private SameMeaning() {}

    /** @throws CannotCarry if the writer's is another record, or a logical type differs */
    static void check(Schema writer, Schema reader) {
        if (!Objects.equals(name(writer), name(reader))) {
            throw new CannotCarry("its schema is " + name(writer) + ", not " + name(reader));
        }
        new SameMeaning().compare(writer, reader, reader.getName());
    }

    private static String name(Schema schema) {
        return schema.getType() == Schema.Type.RECORD
                ? schema.getFullName()
                : schema.getType().getName();
    }

    private void compare(Schema writer, Schema reader, String place) {
        if (reader.getType() == Schema.Type.UNION || writer.getType() == Schema.Type.UNION) {
            compareBranches(writer, reader, place);
            return;
        }
        if (!Objects.equals(writer.getLogicalType(), reader.getLogicalType())) {
            throw new CannotCarry(place + ": written as " + writer + ", read as " + reader);
        }
        if (writer.getType() != reader.getType()) {
            return;
        }
        switch (reader.getType()) {
            case ARRAY -> compare(writer.getElementType(), reader.getElementType(), place);
            case MAP -> compare(writer.getValueType(), reader.getValueType(), place);
            case RECORD -> compareFields(writer, reader);
            default -> {}
        }
    }

    private void compareFields(Schema writer, Schema reader) {
        if (!seen.add(reader.getFullName())) {
            return;
        }
        for (Schema.Field field : reader.getFields()) {
            Schema.@Nullable Field written = writer.getField(field.name());
            if (written != null) {
                compare(written.schema(), field.schema(), reader.getName() + "." + field.name());
            }
        }
    }

    private void compareBranches(Schema writer, Schema reader, String place) {
        for (Schema one : branches(writer)) {
            for (Schema other : branches(reader)) {
                boolean same = one.getType() == other.getType()
                        && (one.getType() != Schema.Type.RECORD
                                || one.getFullName().equals(other.getFullName()));
                if (same) {
                    compare(one, other, place);
                }
            }
        }
    }

    private static Iterable<Schema> branches(Schema schema) {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes() : Set.of(schema);
    }
}
