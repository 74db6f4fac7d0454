package io.echeance.query;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import org.apache.kafka.common.utils.Bytes;

/**
 * A place in a list: a page goes on behind it. Valid on every partition and every instance, and for as long as one
 * likes: what comes into the list before it meanwhile is not seen, nothing behind it is left out or shown twice.
 *
 * @param position sorts by bytes as the list does
 */
public record Cursor(Bytes position) implements Comparable<Cursor> {

    private static final int SUM = Integer.BYTES;

    public static Cursor at(byte[] position) {
        return new Cursor(Bytes.wrap(position));
    }

    /**
     * Reads what {@link #text} has written.
     *
     * @throws IllegalArgumentException if it has not
     */
    public static Cursor of(String text) {
        byte[] all = Base64.getUrlDecoder().decode(text);
        byte[] position = Arrays.copyOf(all, Math.max(0, all.length - SUM));
        if (!Arrays.equals(all, withSum(position))) {
            throw new IllegalArgumentException("it was damaged on its way, or nobody has given it out");
        }
        return at(position);
    }

    /** For the outside: opaque, fit for an address. It bears a sum, or what is damaged would be another place. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(withSum(position.get()));
    }

    private static byte[] withSum(byte[] position) {
        CRC32 sum = new CRC32();
        sum.update(position);
        return ByteBuffer.allocate(position.length + SUM)
                .put(position)
                .putInt((int) sum.getValue())
                .array();
    }

    @Override
    public int compareTo(Cursor other) {
        return position.compareTo(other.position);
    }
}
