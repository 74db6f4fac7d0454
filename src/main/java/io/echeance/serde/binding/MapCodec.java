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
import org.jspecify.annotations.Nullable;

/** Maps from text or an enum: an Avro map, written in the order of its keys, so that equal maps give equal bytes. */
record MapCodec(Class<?> keys, boolean sorted, Codec values) implements Codec {

    @Override
    public void write(Object value, Encoder out) throws IOException {
        Map<?, ?> map = (Map<?, ?>) value;
        Map<?, ?> inOrder = isInOrder(map) ? map : new TreeMap<>(map);
        out.writeMapStart();
        out.setItemCount(inOrder.size());
        for (Map.Entry<?, ?> entry : inOrder.entrySet()) {
            out.startItem();
            out.writeString(entry.getKey() instanceof Enum<?> key ? key.name() : (String) entry.getKey());
            values.write(entry.getValue(), out);
        }
        out.writeMapEnd();
    }

    /** As maps are that were read. */
    @SuppressWarnings("unchecked") // Keys are text or constants of one enum.
    private static boolean isInOrder(Map<?, ?> map) {
        @Nullable Object before = null;
        for (Object key : map.keySet()) {
            if (before != null && ((Comparable<Object>) before).compareTo(key) >= 0) {
                return false;
            }
            before = key;
        }
        return true;
    }

    @Override
    public Object read(Decoder in) throws IOException {
        Map<Object, Object> map = sorted ? new TreeMap<>() : new LinkedHashMap<>();
        for (long block = in.readMapStart(); block > 0; block = in.mapNext()) {
            for (long n = 0; n < block; n++) {
                Object key = key(in.readString());
                if (map.put(key, values.read(in)) != null) {
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
        throw new CannotCarry(text + " is not a " + keys.getSimpleName());
    }
}
