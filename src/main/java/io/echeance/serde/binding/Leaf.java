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
    TEXT(Schema.Type.STRING, false) {
        @Override
        public void write(Object value, Encoder out) throws IOException {
            out.writeString((String) value);
        }

        @Override
        public Object read(Decoder in) throws IOException {
            return in.readString();
        }
    },
    INT(Schema.Type.INT, false) {
        @Override
        public void write(Object value, Encoder out) throws IOException {
            out.writeInt((Integer) value);
        }

        @Override
        public Object read(Decoder in) throws IOException {
            return in.readInt();
        }
    },
    LONG(Schema.Type.LONG, false) {
        @Override
        public void write(Object value, Encoder out) throws IOException {
            out.writeLong((Long) value);
        }

        @Override
        public Object read(Decoder in) throws IOException {
            return in.readLong();
        }
    },
    BOOLEAN(Schema.Type.BOOLEAN, false) {
        @Override
        public void write(Object value, Encoder out) throws IOException {
            out.writeBoolean((Boolean) value);
        }

        @Override
        public Object read(Decoder in) throws IOException {
            return in.readBoolean();
        }
    },
    DATE(Schema.Type.INT, true) {
        @Override
        public void write(Object value, Encoder out) throws IOException {
            out.writeInt(Math.toIntExact(((LocalDate) value).toEpochDay()));
        }

        @Override
        public Object read(Decoder in) throws IOException {
            return LocalDate.ofEpochDay(in.readInt());
        }
    },
    BYTES(Schema.Type.BYTES, false) {
        @Override
        public void write(Object value, Encoder out) throws IOException {
            out.writeBytes(((Bytes) value).get());
        }

        @Override
        public Object read(Decoder in) throws IOException {
            ByteBuffer buffer = in.readBytes(null);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return Bytes.wrap(bytes);
        }
    };

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

    boolean fits(Schema schema) {
        return schema.getType() == type
                && (date ? LogicalTypes.date().equals(schema.getLogicalType()) : schema.getLogicalType() == null);
    }
}
