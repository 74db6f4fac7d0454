package io.echeance.serde.binding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;

/** Reads what {@link CompactEncoder} wrote. A text that comes again is one object. */
final class CompactDecoder extends Decoder {

    private static final int KIND = (1 << CompactEncoder.KIND_BITS) - 1;

    private final Texts texts = new Texts(false);
    private Decoder in = DecoderFactory.get().binaryDecoder(new byte[0], null);
    private int most;
    private int day = CompactEncoder.BEFORE_ALL;
    private byte[] last = CompactEncoder.NOTHING;

    /**
     * Begins a value.
     *
     * @param bytes of the whole value: no text is longer
     */
    CompactDecoder from(BinaryDecoder next, int bytes) {
        in = next;
        most = bytes;
        day = CompactEncoder.BEFORE_ALL;
        last = CompactEncoder.NOTHING;
        texts.clear();
        return this;
    }

    @Override
    public String readString() throws IOException {
        int number = number();
        int rest = number >>> CompactEncoder.KIND_BITS;
        String text = switch (number & KIND) {
            case CompactEncoder.AGAIN -> texts.at(rest);
            case CompactEncoder.BEGINNING -> beginning(texts.at(rest)) + written(number());
            case CompactEncoder.WHOLE -> written(rest);
            case CompactEncoder.ENDS -> bothEnds(texts.at(rest));
            default -> throw new CannotCarry("no text begins like that");
        };
        if ((number & KIND) != CompactEncoder.AGAIN) {
            texts.add(text);
        }
        return text;
    }

    private String beginning(String other) throws IOException {
        return other.substring(0, ofOther(other));
    }

    private String bothEnds(String other) throws IOException {
        String beginning = beginning(other);
        String end = other.substring(other.length() - ofOther(other));
        return beginning + written(number()) + end;
    }

    /** How many characters are another text's. */
    private int ofOther(String other) throws IOException {
        int length = number();
        if (length < 0 || length > other.length()) {
            throw new CannotCarry("it begins or ends as a text that is shorter");
        }
        return length;
    }

    private String written(int length) throws IOException {
        return new String(asWritten(length), StandardCharsets.UTF_8);
    }

    private byte[] asWritten(int length) throws IOException {
        if (length < 0 || length > most) {
            throw new CannotCarry("a text, or bytes, longer than the whole");
        }
        byte[] bytes = new byte[length];
        in.readFixed(bytes, 0, length);
        return bytes;
    }

    private int number() throws IOException {
        int zigzag = in.readInt();
        return zigzag << 1 ^ zigzag >> 31;
    }

    private long longNumber() throws IOException {
        long zigzag = in.readLong();
        return zigzag << 1 ^ zigzag >> 63;
    }

    private static long signed(long zigzag) {
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    /** It may be named later: it is read. */
    @Override
    public void skipString() throws IOException {
        readString();
    }

    @Override
    public void readNull() throws IOException {
        in.readNull();
    }

    @Override
    public boolean readBoolean() throws IOException {
        return in.readBoolean();
    }

    @Override
    public int readInt() throws IOException {
        long number = longNumber();
        long value = signed(number >>> 1);
        if ((number & CompactEncoder.DISTANCE) == 0) {
            return Math.toIntExact(value);
        }
        day = Math.toIntExact(day + value);
        return day;
    }

    @Override
    public long readLong() throws IOException {
        return in.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return in.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return in.readDouble();
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        return ByteBuffer.wrap(bytes());
    }

    private byte[] bytes() throws IOException {
        long begin = longNumber();
        if ((begin & CompactEncoder.NUMBER) != 0) {
            return asBytes(signed(begin >>> 1));
        }
        if (begin != CompactEncoder.SAME_BYTES) {
            last = others(begin);
        }
        return last.clone();
    }

    private byte[] others(long begin) throws IOException {
        int length = Math.toIntExact(begin >>> CompactEncoder.BYTES_BITS);
        if ((begin & CompactEncoder.NAMED) == 0) {
            return asWritten(length);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() < length) {
            bytes.writeBytes(asWritten(number()));
            if (bytes.size() < length) {
                bytes.writeBytes(texts.at(number()).getBytes(StandardCharsets.UTF_8));
            }
        }
        if (bytes.size() > length) {
            throw new CannotCarry("a text goes on behind the bytes in which it stands");
        }
        return bytes.toByteArray();
    }

    /** In as few as it takes, the first one first. */
    private static byte[] asBytes(long number) {
        int length = (Long.SIZE - Long.numberOfLeadingZeros(number ^ number >> 63)) / Byte.SIZE + 1;
        byte[] bytes = new byte[length];
        long rest = number;
        for (int at = length - 1; at >= 0; at--) {
            bytes[at] = (byte) rest;
            rest >>= Byte.SIZE;
        }
        return bytes;
    }

    @Override
    public void skipBytes() throws IOException {
        bytes();
    }

    @Override
    public void readFixed(byte[] bytes, int start, int length) throws IOException {
        in.readFixed(bytes, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        in.skipFixed(length);
    }

    @Override
    public int readEnum() throws IOException {
        return in.readEnum();
    }

    @Override
    public long readArrayStart() throws IOException {
        return in.readArrayStart();
    }

    @Override
    public long arrayNext() throws IOException {
        return in.arrayNext();
    }

    @Override
    public long skipArray() throws IOException {
        return in.skipArray();
    }

    @Override
    public long readMapStart() throws IOException {
        return in.readMapStart();
    }

    @Override
    public long mapNext() throws IOException {
        return in.mapNext();
    }

    @Override
    public long skipMap() throws IOException {
        return in.skipMap();
    }

    @Override
    public int readIndex() throws IOException {
        return in.readIndex();
    }
}
