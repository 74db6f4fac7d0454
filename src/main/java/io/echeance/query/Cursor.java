package io.echeance.query;

import java.util.Base64;
import org.apache.kafka.common.utils.Bytes;

/**
 * A place in a list: a page goes on behind it. Valid on every partition and every instance, and for as long as one
 * likes: what comes into the list before it meanwhile is not seen, nothing behind it is left out or shown twice.
 *
 * @param position sorts by bytes as the list does
 */
public record Cursor(Bytes position) implements Comparable<Cursor> {

    public static Cursor at(byte[] position) {
        return new Cursor(Bytes.wrap(position));
    }

    /**
     * Reads what {@link #text} has written.
     *
     * @throws IllegalArgumentException if it has not
     */
    public static Cursor of(String text) {
        return at(Base64.getUrlDecoder().decode(text));
    }

    /** For the outside: opaque, fit for an address. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.get());
    }

    @Override
    public int compareTo(Cursor other) {
        return position.compareTo(other.position);
    }
}
