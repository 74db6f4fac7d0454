package io.echeance.serde.binding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A type whose values are one Avro value, other than decimals and enums. */
enum Leaf implements Codec {
    TEXT(Schema.Type.STRING, false),
    INT(Schema.Type.INT, false),
    LONG(Schema.Type.LONG, false),
    BOOLEAN(Schema.Type.BOOLEAN, false),
    DATE(Schema.Type.INT, true),
    BYTES(Schema.Type.BYTES, false);

    private final Schema.Type type;
    private final boolean date;

    Leaf(Schema.Type type, boolean date) {
        this.type = type;
        this.date = date;
    }

    /** The leaf for a Java type; null: it is none. */
    static @Nullable Leaf of(Class<?> type) {
        return switch (type.getName()) {
            case "java.lang.String" -> TEXT;
            case "int", "java.lang.Integer" -> INT;
            case "long", "java.lang.Long" -> LONG;
            case "boolean", "java.lang.Boolean" -> BOOLEAN;
            case "java.time.LocalDate" -> DATE;
            case "org.apache.kafka.common.utils.Bytes" -> BYTES;
            default -> null;
        };
    }

    @Override
    public void write(Object value, Encoder out) throws IOException {
        switch (this) {
            case TEXT -> out.writeString((String) value);
            case INT -> out.writeInt((Integer) value);
            case LONG -> out.writeLong((Long) value);
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case DATE -> out.writeInt(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case BYTES -> out.writeBytes(((Bytes) value).get());
        }
    }

    @Override
    public Object read(Decoder in) throws IOException {
        return switch (this) {
            case TEXT -> in.readString();
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case BOOLEAN -> in.readBoolean();
            case DATE -> LocalDate.ofEpochDay(in.readInt());
            case BYTES -> {
                ByteBuffer buffer = in.readBytes(null);
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                yield Bytes.wrap(bytes);
            }
        };
    }

    boolean fits(Schema schema) {
        return schema.getType() == type
                && (date ? LogicalTypes.date().equals(schema.getLogicalType()) : schema.getLogicalType() == null);
    }
}
