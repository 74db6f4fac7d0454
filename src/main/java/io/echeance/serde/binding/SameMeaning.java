package io.echeance.serde.binding;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether what one schema wrote means the same to another. Avro's own resolution looks at bytes only, and so does a
 * registry's rule for new schemas: it would read a decimal of four decimals as one of two, a hundred times too large.
 * What does not mean the same is never read.
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
            for (Schema branch : branches(writer)) {
                compareBranch(branch, branches(reader), place);
            }
            return;
        }
        if (!isSame(writer.getLogicalType(), reader.getLogicalType())) {
            throw otherwise(writer, reader, place);
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

    /** Of decimals the scale counts: how many digits there are, each number shows itself. */
    private static boolean isSame(@Nullable LogicalType writer, @Nullable LogicalType reader) {
        return writer instanceof LogicalTypes.Decimal one && reader instanceof LogicalTypes.Decimal other
                ? one.getScale() == other.getScale()
                : Objects.equals(writer, reader);
    }

    private static CannotCarry otherwise(Schema writer, Schema reader, String place) {
        return new CannotCarry(place + ": written as " + writer + ", read as " + reader);
    }

    private void compareFields(Schema writer, Schema reader) {
        if (!seen.add(writer.getFullName() + " as " + reader.getFullName())) {
            return;
        }
        for (Schema.Field field : reader.getFields()) {
            Schema.@Nullable Field written = writer.getField(field.name());
            if (written != null) {
                compare(written.schema(), field.schema(), reader.getName() + "." + field.name());
            }
        }
    }

    /**
     * What Avro may take a written branch for: the one of its type and name; where there is none, a record for any that
     * has the same fields, and text for bytes.
     */
    private void compareBranch(Schema written, List<Schema> read, String place) {
        List<Schema> same = read.stream()
                .filter(one -> one.getType() == written.getType() && name(one).equals(name(written)))
                .toList();
        List<Schema> taken = same.isEmpty() ? read : same;
        for (Schema one : taken) {
            boolean asText = written.getType() == Schema.Type.STRING && one.getType() == Schema.Type.BYTES;
            if (asText && one.getLogicalType() != null) {
                throw otherwise(written, one, place);
            }
            if (one.getType() == written.getType()) {
                compare(written, one, place);
            }
        }
    }

    private static List<Schema> branches(Schema schema) {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes() : List.of(schema);
    }
}
