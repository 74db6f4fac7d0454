package io.echeance.serde.binding;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;

/** The variants of a sealed interface: a union of records of the same names. */
final class UnionCodec implements Codec {

    /** A variant that stands in the union as the variants of its one component. */
    record Wrapper(Shape shape) {
        Object unwrapped(Object value) {
            return Objects.requireNonNull(shape.handling().components(value)[0]);
        }
    }

    /** One branch of the union, and what to wrap its value in. */
    record Branch(int index, Class<?> type, Codec codec, Optional<Wrapper> wrapper) {}

    private final Branch[] branches;
    private final Map<Class<?>, Branch> byType = new HashMap<>();
    private final Map<Class<?>, Wrapper> wrappers = new HashMap<>();

    UnionCodec(Branch[] branches) {
        this.branches = branches;
        for (Branch branch : branches) {
            byType.put(branch.type(), branch);
            branch.wrapper().ifPresent(wrapper -> wrappers.put(wrapper.shape().type(), wrapper));
        }
    }

    @Override
    public void write(Object value, Encoder out) throws IOException {
        Branch branch = byType.get(value.getClass());
        if (branch == null) {
            Wrapper wrapper = wrappers.get(value.getClass());
            if (wrapper == null) {
                throw new CannotCarry(value.getClass().getName() + " is not a variant of it");
            }
            write(wrapper.unwrapped(value), out);
            return;
        }
        out.writeIndex(branch.index());
        branch.codec().write(value, out);
    }

    @Override
    public Object read(Decoder in) throws IOException {
        int index = in.readIndex();
        if (index < 0 || index >= branches.length) {
            throw new CannotCarry("there is no variant " + index);
        }
        Branch branch = branches[index];
        Object value = branch.codec().read(in);
        return branch.wrapper().isEmpty()
                ? value
                : branch.wrapper().get().shape().handling().made(new Object[] {value});
    }

    /** A topic's record around the union: one field, {@code payload}. */
    record Envelope(Schema schema, Codec payload) implements Codec {

        static final String FIELD = "payload";

        static boolean is(Schema schema) {
            return schema.getType() == Schema.Type.RECORD
                    && schema.getFields().size() == 1
                    && schema.getField(FIELD) != null;
        }

        @Override
        public void write(Object value, Encoder out) throws IOException {
            payload.write(value, out);
        }

        @Override
        public Object read(Decoder in) throws IOException {
            if (in instanceof ResolvingDecoder resolving) {
                resolving.readFieldOrder();
            }
            return payload.read(in);
        }
    }
}
