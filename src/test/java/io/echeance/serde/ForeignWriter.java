package io.echeance.serde;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Writes our records with another program's schema: field by field by name, and each value as that schema has it. */
public final class ForeignWriter {

    private ForeignWriter() {}

    /** @param bytes a value of the schema {@code ours} */
    public static byte[] rewritten(byte[] bytes, Schema ours, Schema theirs) {
        try {
            Object read = new GenericDatumReader<>(ours)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<>(theirs).write(translated(read, ours, theirs), encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object translated(@Nullable Object value, Schema ours, Schema theirs) {
        if (ours.getType() == Schema.Type.UNION) {
            int index = GenericData.get().resolveUnion(ours, value);
            Schema branch = ours.getTypes().get(index);
            return translated(value, branch, counterpart(index, ours, theirs));
        }
        return switch (theirs.getType()) {
            case RECORD -> record((GenericRecord) requireNonNull(value), ours, theirs);
            case ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (Object item : (Iterable<?>) requireNonNull(value)) {
                    items.add(translated(item, ours.getElementType(), theirs.getElementType()));
                }
                yield items;
            }
            case MAP -> {
                Map<Object, @Nullable Object> entries = new HashMap<>();
                ((Map<?, ?>) requireNonNull(value))
                        .forEach((key, item) ->
                                entries.put(key, translated(item, ours.getValueType(), theirs.getValueType())));
                yield entries;
            }
            case ENUM -> new GenericData.EnumSymbol(theirs, String.valueOf(value));
            case NULL -> null;
            default -> leaf(requireNonNull(value), ours, theirs);
        };
    }

    /** The branch that stands for one of ours: named as it, or of its type, or what is put in its place. */
    private static Schema counterpart(int index, Schema ours, Schema theirs) {
        String name = ours.getTypes().get(index).getFullName();
        List<Schema> rest = theirs.getTypes().stream()
                .filter(one -> ours.getTypes().stream()
                        .noneMatch(other -> other.getFullName().equals(one.getFullName())))
                .toList();
        return theirs.getTypes().stream()
                .filter(one -> one.getFullName().equals(name))
                .findAny()
                .orElseGet(rest::getFirst);
    }

    private static GenericRecord record(GenericRecord value, Schema ours, Schema theirs) {
        GenericData.Record record = new GenericData.Record(theirs);
        for (Schema.Field field : theirs.getFields()) {
            Schema own = ours.getField(field.name()).schema();
            record.put(field.pos(), translated(value.get(field.name()), own, field.schema()));
        }
        return record;
    }

    /** Bytes that carry a decimal stay what they are in other bytes; elsewhere the number is written. */
    private static Object leaf(Object value, Schema ours, Schema theirs) {
        if (value instanceof ByteBuffer bytes && ours.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            byte[] unscaled = new byte[bytes.remaining()];
            bytes.duplicate().get(unscaled);
            BigDecimal number = new BigDecimal(new BigInteger(unscaled), decimal.getScale());
            return switch (theirs.getType()) {
                case STRING -> number.toPlainString();
                case DOUBLE -> number.doubleValue();
                case FIXED -> new GenericData.Fixed(theirs, signExtended(unscaled, theirs.getFixedSize()));
                default -> bytes;
            };
        }
        return switch (theirs.getType()) {
            case STRING -> String.valueOf(value);
            case INT -> ((Number) value).intValue();
            case LONG -> ((Number) value).longValue();
            default -> value;
        };
    }

    private static byte[] signExtended(byte[] number, int size) {
        byte[] all = new byte[size];
        java.util.Arrays.fill(all, (byte) (number[0] < 0 ? -1 : 0));
        System.arraycopy(number, 0, all, size - number.length, number.length);
        return all;
    }
}
