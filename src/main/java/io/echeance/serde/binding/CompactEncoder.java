package io.echeance.serde.binding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary form, but for texts: the second time a text is only named, and one that begins or ends as another does
 * is written where they differ. A number says which: its last two bits the kind, the others the length of what
 * follows, or the place among the {@link Texts}. So with bytes in which texts stand, as in what was received: where one
 * does it is named.
 */
final class CompactEncoder extends Encoder {

    static final int WHOLE = 0;
    static final int AGAIN = 1;
    static final int BEGINNING = 2;
    /** Both ends are those of another. */
    static final int ENDS = 3;

    static final int KIND_BITS = 2;

    /** The last bit of the number of bytes: whether texts are named among them. */
    static final int NAMED = 1;

    /** Fewer are amounts and digests. */
    private static final int SHORTEST_BYTES = 17;

    private final Texts texts = new Texts(true);
    private BinaryEncoder out;

    CompactEncoder(BinaryEncoder out) {
        this.out = out;
    }

    /** Begins a value. */
    CompactEncoder to(BinaryEncoder next) {
        out = next;
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
        out.writeInt(value);
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

    /** As many; then by turns how many follow as they are, these, and the text that stands behind them. */
    @Override
    public void writeBytes(byte[] bytes, int start, int length) throws IOException {
        int end = start + length;
        int next = length < SHORTEST_BYTES ? end : next(bytes, start, end);
        if (next == end) {
            number(length << 1);
            out.writeFixed(bytes, start, length);
            return;
        }
        number(length << 1 | NAMED);
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
