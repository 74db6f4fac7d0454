package io.echeance.serde.binding;

import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/** Carries values of one Java type to and from one schema. Knows both from the start, so it never asks again. */
interface Codec {

    void write(Object value, Encoder out) throws IOException;

    Object read(Decoder in) throws IOException;
}
