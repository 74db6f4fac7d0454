package io.echeance.serde.binding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary form, but for texts: the second time a text is only named, and one that begins or ends as another does
 * is written where they differ. A number says which: its last two bits the kind, the others the length of what
 * follows, or the place among the {@link Texts}. So with bytes in which texts stand, as in what was received: where one
 * does it is named.
 *
 * <p>Bytes that are a number, as those of an amount, are written as that number. A day is written by its distance from
 * the day before it: those of a value lie close together.
 */
final class CompactEncoder extends Encoder {

    static final int WHOLE = 0;
    static final int AGAIN = 1;
    static final int BEGINNING = 2;
    /** Both ends are those of another. */
    static final int ENDS = 3;

    static final int KIND_BITS = 2;

    /** The last bit of what bytes begin with: the others are the number that they are. */
    static final int NUMBER = 1;

    /** The bit before, behind the number of bytes: whether texts are named among them. */
    static final int NAMED = 2;

    static final int BYTES_BITS = 2;

    /** What no bytes begin with otherwise: none of them, and texts are named. They are the same as the last ones. */
    static final int SAME_BYTES = NAMED;

    static final byte[] NOTHING = new byte[0];

    /** A number of more takes more than its bytes. */
    private static final int LONGEST_NUMBER = 6;

    /** Fewer are amounts. */
    private static final int SHORTEST_BYTES = 5;

    /** The last bit of a whole number: it is the distance from the last day. */
    static final int DISTANCE = 1;

    /** What is as far from zero is taken for a day: days of 1981 and later, no number of anything. */
    private static final int FIRST_DAY = 4096;

    /** Before the first day of a value, 1 January 2026: a day of the eleven years before and behind takes two bytes. */
    static final int BEFORE_ALL = 20_454;

    private final Texts texts = new Texts(true);
    private BinaryEncoder out;
    private int day = BEFORE_ALL;
    /** The last bytes of this value that are no number. */
    private byte[] last = NOTHING;

    CompactEncoder(BinaryEncoder out) {
        this.out = out;
    }

    /** Begins a value. */
    CompactEncoder to(BinaryEncoder next) {
        out = next;
        day = BEFORE_ALL;
        last = NOTHING;
        texts.clear();
        return this;
    }

    @Override
    public void writeString(String text) throws IOException {
        int place = texts.place(text);
        if (place >= 0) {
            number(place << KIND_BITS | AGAIN);
            return;
        }
        Texts.Alike alike = texts.alike(text);
        String rest = text.substring(alike.beginning(), text.length() - alike.end());
        byte[] utf8 = rest.getBytes(StandardCharsets.UTF_8);
        if (alike.end() > 0) {
            number(alike.place() << KIND_BITS | ENDS);
            number(alike.beginning());
            number(alike.end());
            number(utf8.length);
        } else if (alike.beginning() > 0) {
            number(alike.place() << KIND_BITS | BEGINNING);
            number(alike.beginning());
            number(utf8.length);
        } else {
            number(utf8.length << KIND_BITS | WHOLE);
        }
        out.writeFixed(utf8, 0, utf8.length);
        texts.add(text);
    }

    /** Without a sign, where Avro has one: undoes its zigzag. */
    private void number(int unsigned) throws IOException {
        out.writeInt((unsigned >>> 1) ^ -(unsigned & 1));
    }

    private void number(long unsigned) throws IOException {
        out.writeLong((unsigned >>> 1) ^ -(unsigned & 1));
    }

    /** Near zero on either side is small. */
    private static long zigzag(long signed) {
        return signed << 1 ^ signed >> 63;
    }

    @Override
    public void writeString(Utf8 text) throws IOException {
        writeString(text.toString());
    }

    @Override
    public void writeString(CharSequence text) throws IOException {
        writeString(text.toString());
    }

    @Override
    public void writeNull() throws IOException {
        out.writeNull();
    }

    @Override
    public void writeBoolean(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    @Override
    public void writeInt(int value) throws IOException {
        if (Math.abs((long) value) < FIRST_DAY) {
            number(zigzag(value) << 1);
            return;
        }
        number(zigzag((long) value - day) << 1 | DISTANCE);
        day = value;
    }

    @Override
    public void writeLong(long value) throws IOException {
        out.writeLong(value);
    }

    @Override
    public void writeFloat(float value) throws IOException {
        out.writeFloat(value);
    }

    @Override
    public void writeDouble(double value) throws IOException {
        out.writeDouble(value);
    }

    @Override
    public void writeBytes(ByteBuffer bytes) throws IOException {
        byte[] all = new byte[bytes.remaining()];
        bytes.duplicate().get(all);
        writeBytes(all, 0, all.length);
    }

    /**
     * That they are the same as the last ones, or the number that they are, or as many; then, if texts are named, by
     * turns how many follow as they are, these, and the text that stands behind them.
     */
    @Override
    public void writeBytes(byte[] bytes, int start, int length) throws IOException {
        int end = start + length;
        if (length > 0 && Arrays.equals(bytes, start, end, last, 0, last.length)) {
            number(SAME_BYTES);
            return;
        }
        int next = length < SHORTEST_BYTES ? end : next(bytes, start, end);
        if (next == end && isNumber(bytes, start, length)) {
            number(zigzag(asNumber(bytes, start, length)) << 1 | NUMBER);
            return;
        }
        last = Arrays.copyOfRange(bytes, start, end);
        if (next == end) {
            number(length << BYTES_BITS);
            out.writeFixed(bytes, start, length);
            return;
        }
        number(length << BYTES_BITS | NAMED);
        int from = start;
        while (from < end) {
            number(next - from);
            out.writeFixed(bytes, from, next - from);
            from = next;
            if (from < end) {
                int place = texts.within(bytes, from, end);
                number(place);
                from += texts.at(place).length();
                next = next(bytes, from, end);
            }
        }
    }

    /** Whether they are what the number would be written in: as few bytes as it takes. */
    private static boolean isNumber(byte[] bytes, int start, int length) {
        if (length == 0 || length > LONGEST_NUMBER) {
            return false;
        }
        return length == 1 || bytes[start] != bytes[start + 1] >> 7;
    }

    private static long asNumber(byte[] bytes, int start, int length) {
        long number = bytes[start];
        for (int n = 1; n < length; n++) {
            number = number << Byte.SIZE | (bytes[start + n] & 0xff);
        }
        return number;
    }

    /** Where the next text stands; the end: nowhere. */
    private int next(byte[] bytes, int from, int end) {
        int next = from;
        while (next < end && texts.within(bytes, next, end) < 0) {
            next++;
        }
        return next;
    }

    @Override
    public void writeFixed(byte[] bytes, int start, int length) throws IOException {
        out.writeFixed(bytes, start, length);
    }

    @Override
    public void writeEnum(int symbol) throws IOException {
        out.writeEnum(symbol);
    }

    @Override
    public void writeArrayStart() throws IOException {
        out.writeArrayStart();
    }

    @Override
    public void setItemCount(long count) throws IOException {
        out.setItemCount(count);
    }

    @Override
    public void startItem() throws IOException {
        out.startItem();
    }

    @Override
    public void writeArrayEnd() throws IOException {
        out.writeArrayEnd();
    }

    @Override
    public void writeMapStart() throws IOException {
        out.writeMapStart();
    }

    @Override
    public void writeMapEnd() throws IOException {
        out.writeMapEnd();
    }

    @Override
    public void writeIndex(int index) throws IOException {
        out.writeIndex(index);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
