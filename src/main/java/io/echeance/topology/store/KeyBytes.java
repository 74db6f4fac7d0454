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

    /** Begins the keys of all indexes. No text begins with it: it is no UTF-8. */
    private static final byte INDEX = (byte) 0xFF;

    /** Where the indexes begin, behind all accounts. */
    static final Bytes INDEXES = Bytes.wrap(new byte[] {INDEX});

    /** The indexes of accounts and customers, which lie in one store with them. Their codes are for ever. */
    enum Index {
        MORNINGS(1),
        LISTINGS(2),
        AGEING(3),
        /** No index: the accounts whose last change did not fit. */
        UNFIT(4),
        /** Of customers: when each is judged next. */
        WAKING(5),
        /** What people did, the latest first. */
        ACTS(6);

        private final int code;

        Index(int code) {
            this.code = code;
        }
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static KeyBytes of(Index index) {
        return new KeyBytes().code(INDEX).code(index.code);
    }

    static KeyBytes ofDay(LocalDate day) {
        return new KeyBytes().day(day);
    }

    /** Where the one that follows an index would begin. */
    static Bytes behind(Index index) {
        return new KeyBytes().code(INDEX).code(index.code + 1).done();
    }

    static boolean isIndex(Bytes key) {
        return key.get().length > 0 && key.get()[0] == INDEX;
    }

    /** What a key has behind the code of its index. */
    static ByteBuffer behindIndex(Bytes key) {
        return ByteBuffer.wrap(key.get()).position(2);
    }

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

    /** Four bytes that sort the latest day first. */
    KeyBytes latestFirst(LocalDate day) {
        return raw(ByteBuffer.allocate(Integer.BYTES).putInt(~coded(day)).array());
    }

    /** Eight bytes that sort the latest moment first: of milliseconds that are not negative. */
    KeyBytes latestFirst(long at) {
        return raw(ByteBuffer.allocate(Long.BYTES).putLong(~at).array());
    }

    static LocalDate dayLatestFirst(ByteBuffer from) {
        return LocalDate.ofEpochDay(~from.getInt() ^ Integer.MIN_VALUE);
    }

    /** Four bytes, big endian: of numbers that are not negative. */
    KeyBytes number(int number) {
        return raw(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
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

    /** What a key has behind the code of its index, as a key of its own. */
    static Bytes rest(Bytes key) {
        ByteBuffer rest = behindIndex(key);
        byte[] bytes = new byte[rest.remaining()];
        rest.get(bytes);
        return Bytes.wrap(bytes);
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
