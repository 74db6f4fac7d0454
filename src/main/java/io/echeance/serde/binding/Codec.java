package io.echeance.serde.binding;

import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** Carries values of one Java type to and from one schema. Knows both from the start, so it never asks again. */
interface Codec {

    void write(Object value, Encoder out) throws IOException;

    @Nullable
    Object read(Decoder in) throws IOException;

    /** Of a component that may be null. */
    record OrNull(Codec codec) implements Codec {

        void writeOrNull(@Nullable Object value, Encoder out) throws IOException {
            if (value == null) {
                out.writeIndex(0);
            } else {
                write(value, out);
            }
        }

        @Override
        public void write(Object value, Encoder out) throws IOException {
            out.writeIndex(1);
            codec.write(value, out);
        }

        @Override
        public @Nullable Object read(Decoder in) throws IOException {
            if (in.readIndex() == 0) {
                in.readNull();
                return null;
            }
            return codec.read(in);
        }
    }
}
