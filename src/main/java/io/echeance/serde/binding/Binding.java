package io.echeance.serde.binding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/**
 * A type of the core and the schema that carries it. Made once, at the start; it may be used by any thread.
 *
 * <p>Components and fields go by the same names. {@code @Nullable} is a union with null, a sealed interface a union of
 * records named as its variants (or a record with such a union as its one field {@code payload}), an amount a decimal
 * of scale 2. A field {@code currency} that no component carries says EUR.
 */
public final class Binding<T> {

    private final Class<T> type;
    private final Schema schema;
    private final Codec codec;
    private final boolean compact;
    /** What was read, and the bytes that it was read of. */
    private final BiFunction<Object, byte[], T> made;

    private final ThreadLocal<Sink> sinks = ThreadLocal.withInitial(Sink::new);

    private static final class Sink {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        private final CompactEncoder compact = new CompactEncoder(encoder);
    }

    private Binding(Class<T> type, Schema schema, Codec codec, boolean compact) {
        this(type, schema, codec, compact, (read, bytes) -> type.cast(read));
    }

    private Binding(Class<T> type, Schema schema, Codec codec, boolean compact, BiFunction<Object, byte[], T> made) {
        this.made = made;
        this.compact = compact;
        this.type = type;
        this.schema = schema;
        this.codec = codec;
    }

    /** @throws DoesNotFit naming record, component and schema, if some component or field has no counterpart */
    public static <T> Binding<T> of(Class<T> type, Schema schema) {
        return new Binding<>(type, schema, Binder.bind(type, schema, type.getSimpleName()), false);
    }

    /** The same schema for values of another type, each made into one of this type, and back. */
    public <V> Binding<V> carrying(Class<V> carried, Function<V, T> flattened, Function<T, V> read) {
        return new Binding<>(carried, schema, codec(carried, flattened, one -> read.apply(type.cast(one))), compact);
    }

    /**
     * The same, for values that are made of their bytes too. Only for records of topics: inside another value, or in
     * the compact form, the bytes are others.
     *
     * @param read is told the whole record as well, the registry's frame before it
     */
    public <V> Binding<V> carryingWith(Class<V> carried, Function<V, T> flattened, BiFunction<T, byte[], V> read) {
        return new Binding<>(
                carried,
                schema,
                codec(carried, flattened, one -> one),
                false,
                (value, bytes) -> read.apply(type.cast(value), bytes));
    }

    private <V> Codec codec(Class<V> carried, Function<V, T> flattened, UnaryOperator<Object> read) {
        return new Codec() {
            @Override
            public void write(Object value, Encoder out) throws IOException {
                codec.write(flattened.apply(carried.cast(value)), out);
            }

            @Override
            public Object read(Decoder in) throws IOException {
                return read.apply(codec.read(in));
            }
        };
    }

    /** Many of them as one, each text once in all. */
    @SuppressWarnings("unchecked") // What the codec of a parcel reads and writes is one.
    public Binding<Parcel<T>> parcels() {
        Class<Parcel<T>> parcel = (Class<Parcel<T>>) (Class<?>) Parcel.class;
        return new Binding<>(parcel, ParcelCodec.schema(schema), new ParcelCodec(codec), compact);
    }

    /** The same for our own eyes: each text once, see {@link CompactEncoder}. No registry knows that form. */
    public Binding<T> compact() {
        return new Binding<>(type, schema, codec, true);
    }

    public Class<T> type() {
        return type;
    }

    public Schema schema() {
        return schema;
    }

    /**
     * The value in Avro's binary form, behind {@code prefix}.
     *
     * @throws CannotCarry if the schema has no room for it
     */
    public byte[] encode(T value, byte... prefix) {
        Sink sink = sinks.get();
        sink.bytes.reset();
        sink.bytes.writeBytes(prefix);
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(sink.bytes, sink.encoder);
            codec.write(value, compact ? sink.compact.to(encoder) : encoder);
            encoder.flush();
        } catch (IOException | RuntimeException e) {
            sinks.remove();
            throw CannotCarry.at(type.getSimpleName(), e);
        }
        return sink.bytes.toByteArray();
    }

    /** How to read what was written with a schema: this one, or an earlier or later version of it. */
    public Decoding<T> writtenWith(Schema writer) {
        return new Decoding<>(this, writer);
    }

    /** Reads values that were written with one schema. */
    public static final class Decoding<T> {

        private final Binding<T> binding;
        private final ThreadLocal<Source> sources;

        private static final class Source {
            private final @Nullable ResolvingDecoder resolving;
            private final @Nullable CompactDecoder compact;
            private @Nullable BinaryDecoder binary;

            Source(@Nullable ResolvingDecoder resolving, boolean compact) {
                this.resolving = resolving;
                this.compact = compact ? new CompactDecoder() : null;
            }

            Decoder of(byte[] bytes, int from) throws IOException {
                BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, binary);
                binary = in;
                Decoder form = compact == null ? in : compact.from(in, bytes.length);
                return resolving == null ? form : resolving.configure(form);
            }
        }

        private Decoding(Binding<T> binding, Schema writer) {
            this.binding = binding;
            Schema reader = binding.schema;
            if (writer.equals(reader)) {
                sources = ThreadLocal.withInitial(() -> new Source(null, binding.compact));
            } else {
                SameMeaning.check(writer, reader);
                sources = ThreadLocal.withInitial(() -> new Source(resolving(writer, reader), binding.compact));
            }
        }

        private static ResolvingDecoder resolving(Schema writer, Schema reader) {
            try {
                return DecoderFactory.get().resolvingDecoder(writer, reader, null);
            } catch (IOException e) {
                throw CannotCarry.at(reader.getFullName(), e);
            }
        }

        /**
         * The value in {@code bytes} from {@code from} on, up to their end.
         *
         * @throws CannotCarry if they are no such value, or go on behind it
         */
        public T decode(byte[] bytes, int from) {
            Source source = sources.get();
            try {
                Decoder in = source.of(bytes, from);
                Object value = binding.codec.read(in);
                if (in instanceof ResolvingDecoder resolving) {
                    resolving.drain();
                }
                if (!Objects.requireNonNull(source.binary).isEnd()) {
                    throw new CannotCarry("there are bytes behind its end");
                }
                return binding.made.apply(value, bytes);
            } catch (IOException | RuntimeException e) {
                sources.remove();
                throw CannotCarry.at(binding.schema.getName(), e);
            }
        }
    }
}
