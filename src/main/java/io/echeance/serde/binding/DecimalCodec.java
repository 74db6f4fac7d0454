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
            return decimal.getScale() == 2 ? new Percents(exact(decimal)) : null;
        }
        return type == BigDecimal.class ? exact(decimal) : null;
    }

    private static Exact exact(LogicalTypes.Decimal decimal) {
        return new Exact(decimal.getPrecision(), decimal.getScale());
    }

    /** Amounts: whole cents. */
    record Cents() implements DecimalCodec {

        @Override
        public void write(Object value, Encoder out) throws IOException {
            long cents = ((Money) value).cents();
            int length = (Long.SIZE - Long.numberOfLeadingZeros(cents ^ (cents >> 63))) / 8 + 1;
            byte[] bytes = new byte[length];
            for (int at = length - 1; at >= 0; at--) {
                bytes[at] = (byte) cents;
                cents >>= 8;
            }
            out.writeBytes(bytes);
        }

        @Override
        public Object read(Decoder in) throws IOException {
            ByteBuffer bytes = in.readBytes(null);
            int length = bytes.remaining();
            if (length == 0) {
                throw new CannotCarry("a decimal without a byte");
            }
            if (length > Long.BYTES) {
                return Money.ofCents(unscaled(bytes).longValueExact());
            }
            long cents = bytes.get();
            while (bytes.hasRemaining()) {
                cents = cents << 8 | (bytes.get() & 0xff);
            }
            return Money.ofCents(cents);
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

    /** Any decimal, with the schema's scale. */
    record Exact(int precision, int scale) implements DecimalCodec {

        @Override
        public void write(Object value, Encoder out) throws IOException {
            BigDecimal decimal = (BigDecimal) value;
            if (decimal.stripTrailingZeros().scale() > scale) {
                throw new CannotCarry(decimal + " has more than " + scale + " decimals");
            }
            out.writeBytes(checked(decimal.setScale(scale, RoundingMode.UNNECESSARY))
                    .unscaledValue()
                    .toByteArray());
        }

        @Override
        public BigDecimal read(Decoder in) throws IOException {
            ByteBuffer bytes = in.readBytes(null);
            if (!bytes.hasRemaining()) {
                throw new CannotCarry("a decimal without a byte");
            }
            return checked(new BigDecimal(unscaled(bytes), scale));
        }

        private BigDecimal checked(BigDecimal decimal) {
            if (decimal.precision() > precision) {
                throw new CannotCarry(decimal + " has more than " + precision + " digits");
            }
            return decimal;
        }
    }

    private static BigInteger unscaled(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return new BigInteger(copy);
    }
}
