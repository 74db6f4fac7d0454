package io.echeance.topology.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.kafka.common.utils.Bytes;

/**
 * Writes the key of a row, so that keys sort by bytes as what they say does: days in order, and all rows with the same
 * leading parts together.
 */
final class KeyBytes {

    /** After every day that is ever written. */
    static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    KeyBytes code(int code) {
        bytes.write(code);
        return this;
    }

    /** Behind its length, so that no text is taken for another that begins alike. */
    KeyBytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return raw(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array())
                .raw(utf8);
    }

    /** Four bytes, big endian, sign flipped. */
    KeyBytes day(LocalDate day) {
        return raw(ByteBuffer.allocate(Integer.BYTES).putInt(coded(day)).array());
    }

    private static int coded(LocalDate day) {
        return Math.toIntExact(day.toEpochDay()) ^ Integer.MIN_VALUE;
    }

    static LocalDate day(ByteBuffer from) {
        return LocalDate.ofEpochDay(from.getInt() ^ Integer.MIN_VALUE);
    }

    static String text(ByteBuffer from) {
        return rest(from, from.getInt());
    }

    /** What is left, as text. */
    static String rest(ByteBuffer from) {
        return rest(from, from.remaining());
    }

    private static String rest(ByteBuffer from, int length) {
        byte[] utf8 = new byte[length];
        from.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** The last part of a key: nothing comes after it. */
    KeyBytes last(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    KeyBytes raw(byte[] some) {
        bytes.write(some, 0, some.length);
        return this;
    }

    Bytes done() {
        return Bytes.wrap(bytes.toByteArray());
    }
}
