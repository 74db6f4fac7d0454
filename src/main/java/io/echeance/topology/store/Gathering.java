package io.echeance.topology.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a transaction as one value: a version byte, then by key each row's key and value, of both how many bytes
 * are those of the row before, how many follow, and these. A row that is deleted has no value: -1 bytes follow.
 */
final class Gathering {

    private static final byte VERSION = 1;
    private static final byte[] NOTHING = new byte[0];

    private Gathering() {}

    static byte[] of(SortedMap<Bytes, byte @Nullable []> rows) {
        Writer writer = new Writer();
        byte[] key = NOTHING;
        byte[] value = NOTHING;
        for (var row : rows.entrySet()) {
            writer.put(key, row.getKey().get());
            key = row.getKey().get();
            byte[] next = row.getValue();
            if (next == null) {
                writer.number(0);
                writer.number(-1);
            } else {
                writer.put(value, next);
                value = next;
            }
        }
        return writer.out.toByteArray();
    }

    static List<KeyValue<Bytes, byte[]>> parted(byte[] gathering) {
        ByteBuffer in = ByteBuffer.wrap(gathering);
        byte version = in.hasRemaining() ? in.get() : 0;
        if (version != VERSION) {
            throw new IllegalStateException(
                    "rows gathered by version " + version + ", which only a later release" + " knows, or damaged");
        }
        List<KeyValue<Bytes, byte[]>> rows = new ArrayList<>();
        byte[] key = NOTHING;
        byte[] value = NOTHING;
        while (in.hasRemaining()) {
            key = Objects.requireNonNull(bytes(key, in), "a row has a key");
            byte[] next = bytes(value, in);
            rows.add(KeyValue.pair(Bytes.wrap(key), next));
            value = next == null ? value : next;
        }
        return rows;
    }

    private static byte @Nullable [] bytes(byte[] before, ByteBuffer in) {
        int shared = ByteUtils.readVarint(in);
        int more = ByteUtils.readVarint(in);
        if (more < 0) {
            return null;
        }
        byte[] bytes = Arrays.copyOf(before, shared + more);
        in.get(bytes, shared, more);
        return bytes;
    }

    private static final class Writer {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteBuffer number = ByteBuffer.allocate(5);

        private Writer() {
            out.write(VERSION);
        }

        private void put(byte[] before, byte[] bytes) {
            int differing = Arrays.mismatch(before, bytes);
            int shared = differing < 0 ? bytes.length : differing;
            number(shared);
            number(bytes.length - shared);
            out.write(bytes, shared, bytes.length - shared);
        }

        private void number(int value) {
            number.clear();
            ByteUtils.writeVarint(value, number);
            out.write(number.array(), 0, number.position());
        }
    }
}
