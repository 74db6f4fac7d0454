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
     * @param inner of the inline component that it belongs to, else -1
     * @param at index among the components of its record
     */
    record Slot(String place, Shape.@Nullable Part outer, Shape.Part part, int inner, int at, Codec codec) {

        void write(Object record, Encoder out) throws IOException {
            @Nullable Object owner = outer == null ? record : outer.get().apply(record);
            @Nullable Object value = owner == null ? null : part.get().apply(owner);
            if (codec instanceof OrNull optional) {
                optional.writeOrNull(value, out);
            } else if (value == null) {
                throw new CannotCarry("null, where a value is needed");
            } else {
                codec.write(value, out);
            }
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
        for (Slot slot : slots) {
            if (slot == null) {
                out.writeString(Money.EURO.getCurrencyCode());
                continue;
            }
            try {
                slot.write(value, out);
            } catch (IOException | RuntimeException e) {
                throw CannotCarry.at(slot.place(), e);
            }
        }
    }

    @Override
    public Object read(Decoder in) throws IOException {
        @Nullable Object[] components = new Object[inlined.length];
        for (int n = 0; n < inlined.length; n++) {
            Shape shape = inlined[n];
            if (shape != null) {
                components[n] = new Object[shape.parts().size()];
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

    private Object made(@Nullable Object[] components) {
        try {
            for (int n = 0; n < inlined.length; n++) {
                Shape inner = inlined[n];
                if (inner != null && components[n] instanceof Object[] parts) {
                    components[n] = inner.make(parts);
                }
            }
            return shape.make(components);
        } catch (RuntimeException e) {
            throw CannotCarry.at(place, e);
        }
    }

    private void read(@Nullable Slot slot, @Nullable Object[] components, Decoder in) throws IOException {
        if (slot == null) {
            readCurrency(in);
            return;
        }
        try {
            @Nullable Object value = slot.codec().read(in);
            if (slot.inner() < 0) {
                components[slot.at()] = value;
            } else if (components[slot.inner()] instanceof @Nullable Object[] parts) {
                parts[slot.at()] = value;
            }
        } catch (IOException | RuntimeException e) {
            throw CannotCarry.at(slot.place(), e);
        }
    }

    private void readCurrency(Decoder in) throws IOException {
        String currency = in.readString();
        if (!currency.equals(Money.EURO.getCurrencyCode())) {
            throw CannotCarry.at(place + ".currency", new CannotCarry("amounts are in EUR, not " + currency));
        }
    }
}
