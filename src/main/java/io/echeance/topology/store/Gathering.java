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
 * The rows of a transaction as one value: a version byte, then by key each row's key and value. Of both stands how many
 * bytes are those with which the row before begins, how many are new, where there are any how many are those with which
 * the row before ends, and the new ones. A row that is deleted has no value.
 */
final class Gathering {

    private static final byte VERSION = 3;
    private static final byte[] NOTHING = new byte[0];

    /** Instead of how many bytes are new, which are counted from one on; twice that, and one more if an end follows. */
    private static final int NO_VALUE = 0;

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
                writer.number(NO_VALUE);
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
                    "rows gathered by version " + version + ", which only a later release knows, or damaged; versions"
                            + " 1 and 2 are of builds before the first release, whose state no"
                            + " release reads: start the build that wrote it, or stop"
                            + " all instances, 'reset everything', start");
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
        int shared = ByteUtils.readUnsignedVarint(in);
        int what = ByteUtils.readUnsignedVarint(in);
        if (what == NO_VALUE) {
            return null;
        }
        int more = (what >>> 1) - 1;
        int end = (what & 1) == 0 ? 0 : ByteUtils.readUnsignedVarint(in);
        byte[] bytes = Arrays.copyOf(before, shared + more + end);
        in.get(bytes, shared, more);
        System.arraycopy(before, before.length - end, bytes, shared + more, end);
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
            int end = end(before, bytes, Math.min(before.length, bytes.length) - shared);
            int more = bytes.length - shared - end;
            number(shared);
            number((more + 1) << 1 | (end > 0 ? 1 : 0));
            if (end > 0) {
                number(end);
            }
            out.write(bytes, shared, more);
        }

        /** How many bytes end both, of so many at most; none if saying so takes as many. */
        private static int end(byte[] before, byte[] bytes, int most) {
            int end = 0;
            while (end < most && before[before.length - 1 - end] == bytes[bytes.length - 1 - end]) {
                end++;
            }
            return end > 1 ? end : 0;
        }

        private void number(int value) {
            number.clear();
            ByteUtils.writeUnsignedVarint(value, number);
            out.write(number.array(), 0, number.position());
        }
    }
}
