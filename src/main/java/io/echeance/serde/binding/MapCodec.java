package io.echeance.serde.binding;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/** Maps from text or an enum: an Avro map, written in the order of its keys, so that equal maps give equal bytes. */
record MapCodec(Class<?> keys, boolean sorted, Codec values) implements Codec {

    @Override
    public void write(Object value, Encoder out) throws IOException {
        Map<?, ?> map = value instanceof SortedMap<?, ?> sorted ? sorted : new TreeMap<>((Map<?, ?>) value);
        out.writeMapStart();
        out.setItemCount(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.startItem();
            out.writeString(entry.getKey() instanceof Enum<?> key ? key.name() : (String) entry.getKey());
            values.write(entry.getValue(), out);
        }
        out.writeMapEnd();
    }

    @Override
    public Object read(Decoder in) throws IOException {
        Map<Object, Object> map = sorted ? new TreeMap<>() : new LinkedHashMap<>();
        for (long block = in.readMapStart(); block > 0; block = in.mapNext()) {
            for (long n = 0; n < block; n++) {
                Object key = key(in.readString());
                if (map.put(key, Objects.requireNonNull(values.read(in))) != null) {
                    throw new CannotCarry("the key " + key + " stands there twice");
                }
            }
        }
        return map instanceof SortedMap<Object, Object> inOrder
                ? Collections.unmodifiableSortedMap(inOrder)
                : Collections.unmodifiableMap(map);
    }

    private Object key(String text) {
        if (keys == String.class) {
            return text;
        }
        for (Object constant : Objects.requireNonNull(keys.getEnumConstants())) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw new CannotCarry(text + " is no " + keys.getSimpleName());
    }
}
