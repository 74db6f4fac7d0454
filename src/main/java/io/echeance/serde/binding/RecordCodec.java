package io.echeance.serde.binding;

import io.echeance.core.money.Money;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** A record, field by field in the schema's order. */
final class RecordCodec implements Codec {

    /**
     * A field and the component that it carries.
     *
     * @param outer index of the inline component that it belongs to, else -1
     * @param at index among the components of its record
     * @param optional it may be null, its field is a union with null
     */
    record Slot(String place, int outer, int at, boolean optional, Codec codec) {

        void write(@Nullable Object value, Encoder out) throws IOException {
            if (optional) {
                out.writeIndex(value == null ? 0 : 1);
                if (value == null) {
                    return;
                }
            } else if (value == null) {
                throw new CannotCarry("null, where a value is needed");
            }
            codec.write(value, out);
        }

        @Nullable
        Object read(Decoder in) throws IOException {
            if (optional && in.readIndex() == 0) {
                in.readNull();
                return null;
            }
            return codec.read(in);
        }
    }

    private final Shape shape;
    private final @Nullable Slot[] slots;
    private final @Nullable Shape[] inlined;
    private final String place;

    /**
     * @param slots one for each field of the schema, in order; null: its currency
     * @param inlined by component, the shape of those that are inline
     */
    RecordCodec(Schema schema, Shape shape, List<@Nullable Slot> slots, @Nullable Shape[] inlined) {
        this.place = schema.getName();
        this.shape = shape;
        this.slots = slots.toArray(new Slot[0]);
        this.inlined = inlined;
    }

    @Override
    public void write(Object value, Encoder out) throws IOException {
        @Nullable Object[] components = shape.handling().components(value);
        for (int n = 0; n < inlined.length; n++) {
            @Nullable Object outer = components[n];
            Shape inner = inlined[n];
            if (inner != null && outer != null) {
                components[n] = inner.handling().components(outer);
            }
        }
        for (Slot slot : slots) {
            if (slot == null) {
                out.writeString(Money.EURO.getCurrencyCode());
                continue;
            }
            try {
                slot.write(owner(slot, components)[slot.at()], out);
            } catch (IOException | RuntimeException e) {
                throw CannotCarry.at(slot.place(), e);
            }
        }
    }

    /** The components among which a slot's stands. */
    private static @Nullable Object[] owner(Slot slot, @Nullable Object[] components) {
        if (slot.outer() < 0) {
            return components;
        }
        if (components[slot.outer()] instanceof @Nullable Object[] inner) {
            return inner;
        }
        throw new CannotCarry("null, where a value is needed");
    }

    @Override
    public Object read(Decoder in) throws IOException {
        @Nullable Object[] components = new Object[inlined.length];
        for (int n = 0; n < inlined.length; n++) {
            Shape inner = inlined[n];
            if (inner != null) {
                components[n] = new Object[inner.parts().size()];
            }
        }
        if (in instanceof ResolvingDecoder resolving) {
            for (Schema.Field field : resolving.readFieldOrder()) {
                read(slots[field.pos()], components, in);
            }
        } else {
            for (Slot slot : slots) {
                read(slot, components, in);
            }
        }
        return made(components);
    }

    private void read(@Nullable Slot slot, @Nullable Object[] components, Decoder in) throws IOException {
        if (slot == null) {
            readCurrency(in);
            return;
        }
        try {
            owner(slot, components)[slot.at()] = slot.read(in);
        } catch (IOException | RuntimeException e) {
            throw CannotCarry.at(slot.place(), e);
        }
    }

    private Object made(@Nullable Object[] components) {
        try {
            for (int n = 0; n < inlined.length; n++) {
                Shape inner = inlined[n];
                if (inner != null && components[n] instanceof @Nullable Object[] parts) {
                    components[n] = inner.handling().made(parts);
                }
            }
            return shape.handling().made(components);
        } catch (RuntimeException e) {
            throw CannotCarry.at(place, e);
        }
    }

    private void readCurrency(Decoder in) throws IOException {
        String currency = in.readString();
        if (!currency.equals(Money.EURO.getCurrencyCode())) {
            throw CannotCarry.at(place + ".currency", new CannotCarry("amounts are in EUR, not " + currency));
        }
    }
}
