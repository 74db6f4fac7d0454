package io.echeance.serde.binding;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** Decimals: the unscaled number as big-endian two's complement, in as few bytes as it takes. Never rounds. */
sealed interface DecimalCodec extends Codec {

    /** So many digits surely fit a long. */
    int LONGEST = 18;

    /** The codec for a decimal type; null: the type is none, or the schema is not for it. */
    static @Nullable DecimalCodec of(Class<?> type, Schema schema) {
        if (schema.getType() != Schema.Type.BYTES
                || !(schema.getLogicalType() instanceof LogicalTypes.Decimal decimal)) {
            return null;
        }
        if (type == Money.class) {
            return decimal.getScale() == 2 && decimal.getPrecision() == 19 ? new Cents() : null;
        }
        if (type == Percent.class) {
            return decimal.getScale() <= Percent.DECIMALS && decimal.getPrecision() <= LONGEST
                    ? new Percents(exact(decimal))
                    : null;
        }
        return type == BigDecimal.class && decimal.getPrecision() <= LONGEST ? exact(decimal) : null;
    }

    private static Exact exact(LogicalTypes.Decimal decimal) {
        return new Exact(decimal.getPrecision(), decimal.getScale());
    }

    /** Amounts: whole cents. */
    record Cents() implements DecimalCodec {

        @Override
        public void write(Object value, Encoder out) throws IOException {
            DecimalCodec.write(((Money) value).cents(), out);
        }

        @Override
        public Object read(Decoder in) throws IOException {
            return Money.ofCents(DecimalCodec.read(in.readBytes(null)));
        }
    }

    record Percents(Exact decimal) implements DecimalCodec {

        @Override
        public void write(Object value, Encoder out) throws IOException {
            decimal.write(((Percent) value).value(), out);
        }

        @Override
        public Object read(Decoder in) throws IOException {
            return new Percent(decimal.read(in));
        }
    }

    /** Any decimal, with the schema's scale; of 18 digits at most. */
    record Exact(int precision, int scale) implements DecimalCodec {

        @Override
        public void write(Object value, Encoder out) throws IOException {
            BigDecimal decimal = (BigDecimal) value;
            if (decimal.scale() > scale && decimal.stripTrailingZeros().scale() > scale) {
                throw new CannotCarry(decimal + " has more than " + scale + " decimals");
            }
            BigDecimal scaled = decimal.setScale(scale, RoundingMode.UNNECESSARY);
            DecimalCodec.write(checked(scaled).unscaledValue().longValueExact(), out);
        }

        @Override
        public BigDecimal read(Decoder in) throws IOException {
            return checked(BigDecimal.valueOf(DecimalCodec.read(in.readBytes(null)), scale));
        }

        private BigDecimal checked(BigDecimal decimal) {
            if (decimal.precision() > precision) {
                throw new CannotCarry(decimal + " has more than " + precision + " digits");
            }
            return decimal;
        }
    }

    private static void write(long unscaled, Encoder out) throws IOException {
        int length = (Long.SIZE - Long.numberOfLeadingZeros(unscaled ^ (unscaled >> 63))) / 8 + 1;
        byte[] bytes = new byte[length];
        long rest = unscaled;
        for (int at = length - 1; at >= 0; at--) {
            bytes[at] = (byte) rest;
            rest >>= 8;
        }
        out.writeBytes(bytes);
    }

    /** Other writers may take more bytes than they need. */
    private static long read(ByteBuffer bytes) {
        if (!bytes.hasRemaining()) {
            throw new CannotCarry("a decimal without a byte");
        }
        if (bytes.remaining() > Long.BYTES) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return new BigInteger(copy).longValueExact();
        }
        long unscaled = bytes.get();
        while (bytes.hasRemaining()) {
            unscaled = unscaled << 8 | (bytes.get() & 0xff);
        }
        return unscaled;
    }
}
