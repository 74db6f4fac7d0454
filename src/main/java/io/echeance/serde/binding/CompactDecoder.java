package io.echeance.serde.binding;

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

    /**
     * Begins a value.
     *
     * @param bytes of the whole value: no text is longer
     */
    CompactDecoder from(BinaryDecoder next, int bytes) {
        in = next;
        most = bytes;
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
            default -> throw new CannotCarry("no text begins like that");
        };
        if ((number & KIND) != CompactEncoder.AGAIN) {
            texts.add(text);
        }
        return text;
    }

    private String beginning(String other) throws IOException {
        int length = number();
        if (length < 0 || length > other.length()) {
            throw new CannotCarry("it begins as a text that is shorter");
        }
        return other.substring(0, length);
    }

    private String written(int length) throws IOException {
        if (length < 0 || length > most) {
            throw new CannotCarry("a text is longer than the whole");
        }
        byte[] utf8 = new byte[length];
        in.readFixed(utf8, 0, length);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private int number() throws IOException {
        int zigzag = in.readInt();
        return zigzag << 1 ^ zigzag >> 31;
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
        return in.readInt();
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
        return in.readBytes(old);
    }

    @Override
    public void skipBytes() throws IOException {
        in.skipBytes();
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
