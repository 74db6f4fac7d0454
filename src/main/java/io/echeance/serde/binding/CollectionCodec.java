package io.echeance.serde.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/** Lists and sets: an Avro array. A set is written in its elements' order, so that equal sets give equal bytes. */
record CollectionCodec(Class<?> type, Codec element) implements Codec {

    private static final int TRUSTED_SIZE = 1024;

    @Override
    public void write(Object value, Encoder out) throws IOException {
        Collection<?> elements = (Collection<?>) value;
        out.writeArrayStart();
        out.setItemCount(elements.size());
        if (type == Set.class) {
            Object[] sorted = elements.toArray();
            Arrays.sort(sorted);
            elements = Arrays.asList(sorted);
        }
        for (Object one : elements) {
            out.startItem();
            element.write(one, out);
        }
        out.writeArrayEnd();
    }

    @Override
    public Object read(Decoder in) throws IOException {
        long block = in.readArrayStart();
        if (block == 0) {
            return type == List.class ? List.of() : collected(List.of());
        }
        // The count comes from the bytes: it is not trusted with memory.
        List<Object> elements = new ArrayList<>((int) Math.min(block, TRUSTED_SIZE));
        while (block > 0) {
            for (long n = 0; n < block; n++) {
                elements.add(element.read(in));
            }
            block = in.arrayNext();
        }
        return collected(elements);
    }

    private Object collected(List<Object> elements) {
        if (type == List.class) {
            return List.copyOf(elements);
        }
        SortedSet<Object> set = new TreeSet<>(elements);
        if (set.size() < elements.size()) {
            throw new CannotCarry("an element of the set stands there twice");
        }
        return Collections.unmodifiableSortedSet(set);
    }
}
