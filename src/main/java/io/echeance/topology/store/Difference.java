package io.echeance.topology.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * How some bytes became others: a checksum of those before, then in turn how many bytes are new, these, and where what
 * follows stood before and how much it is. Nearly always it stood where the last piece ended, or as far behind that as
 * there are new bytes, which have taken the place of as many. It knows nothing of what the bytes mean.
 */
final class Difference {

    /** Less than that is not looked for: naming it takes as much. */
    private static final int FEWEST = 5;

    /** Where it is expected: saying so takes two bytes. */
    private static final int FEWEST_EXPECTED = 3;

    /** The last bits of how many bytes are new: where what follows stood before. */
    private static final int GOES_ON = 0;

    private static final int TAKEN_PLACE = 1;
    private static final int ELSEWHERE = 2;
    private static final int WHERE_BITS = 2;

    /** So many places of the bytes before are remembered. */
    private static final int PLACES = 1 << 10;

    private Difference() {}

    static byte[] between(byte[] before, byte[] after) {
        Writer writer = new Writer(before);
        int[] places = places(before);
        int expected = 0;
        int literal = 0;
        int at = 0;
        while (at + FEWEST <= after.length) {
            int from = place(places, before, after, at, expected, at - literal);
            if (from < 0) {
                at++;
                continue;
            }
            int length = shared(before, from, after, at);
            writer.change(after, literal, at - literal, from - expected, length);
            at += length;
            literal = at;
            expected = from + length;
        }
        writer.change(after, literal, after.length - literal, 0, 0);
        return writer.out.toByteArray();
    }

    /** By a hash of the bytes that stand there, the last place. */
    private static int[] places(byte[] before) {
        int[] places = new int[PLACES];
        Arrays.fill(places, -1);
        for (int at = before.length - FEWEST; at >= 0; at--) {
            places[hash(before, at)] = at;
        }
        return places;
    }

    private static int hash(byte[] bytes, int at) {
        int hash = 0;
        for (int n = 0; n < FEWEST; n++) {
            hash = hash * 31 + bytes[at + n];
        }
        return (hash ^ hash >>> 11) & PLACES - 1;
    }

    /** Where what stands in the bytes after stood before: where the last piece ended, if it stands there. */
    private static int place(int[] places, byte[] before, byte[] after, int at, int expected, int literal) {
        if (shared(before, expected, after, at) >= FEWEST_EXPECTED) {
            return expected;
        }
        int behind = expected + literal;
        if (behind <= before.length && shared(before, behind, after, at) >= FEWEST_EXPECTED) {
            return behind;
        }
        int place = places[hash(after, at)];
        return place >= 0 && shared(before, place, after, at) >= FEWEST ? place : -1;
    }

    private static int shared(byte[] before, int from, byte[] after, int at) {
        int differing = Arrays.mismatch(before, from, before.length, after, at, after.length);
        return differing < 0 ? before.length - from : differing;
    }

    /** @return null: it is a change of other bytes */
    static byte @Nullable [] applied(byte[] before, byte[] difference) {
        ByteBuffer in = ByteBuffer.wrap(difference);
        if (in.getInt() != checksum(before)) {
            return null;
        }
        ByteArrayOutputStream after = new ByteArrayOutputStream(before.length + difference.length);
        int expected = 0;
        while (in.hasRemaining()) {
            int number = ByteUtils.readUnsignedVarint(in);
            int literal = number >>> WHERE_BITS;
            after.write(difference, in.position(), literal);
            in.position(in.position() + literal);
            int from = expected
                    + switch (number & (1 << WHERE_BITS) - 1) {
                        case GOES_ON -> 0;
                        case TAKEN_PLACE -> literal;
                        default -> ByteUtils.readVarint(in);
                    };
            int length = ByteUtils.readUnsignedVarint(in);
            after.write(before, from, length);
            expected = from + length;
        }
        return after.toByteArray();
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    private static final class Writer {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteBuffer number = ByteBuffer.allocate(5);

        private Writer(byte[] before) {
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(checksum(before)).array());
        }

        private void change(byte[] after, int literal, int more, int jump, int length) {
            int where = jump == 0 ? GOES_ON : jump == more ? TAKEN_PLACE : ELSEWHERE;
            ByteUtils.writeUnsignedVarint(more << WHERE_BITS | where, number.clear());
            number();
            out.write(after, literal, more);
            if (where == ELSEWHERE) {
                ByteUtils.writeVarint(jump, number.clear());
                number();
            }
            ByteUtils.writeUnsignedVarint(length, number.clear());
            number();
        }

        private void number() {
            out.write(number.array(), 0, number.position());
        }
    }
}
