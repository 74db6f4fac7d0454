package io.echeance.topology.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What the changelog says of an account: all of it, or what changed. Its key is a byte that no text begins with, which
 * of the sixteen it is, and the order; the first byte of an {@link AccountFile} says the same. Number 0 is the whole
 * account; the others are a {@link Difference} to what the one before made of it.
 */
@SuppressWarnings("ArrayRecordComponent") // As it lies on the changelog; nobody compares it.
public record AccountChange(Bytes key, byte[] value) {

    private static final byte FIRST = (byte) 0xfe;
    private static final int TURNS = 16;

    /** @param after its first byte is set */
    static AccountChange of(Bytes order, byte @Nullable [] before, byte[] after) {
        int turn = before == null ? 0 : (AccountFile.turn(before) + 1) % TURNS;
        AccountFile.setTurn(after, turn);
        byte[] difference = turn == 0 ? after : Difference.between(before == null ? after : before, after);
        if (difference.length > after.length / 4 * 3) {
            turn = 0;
            AccountFile.setTurn(after, turn);
        }
        return new AccountChange(key(order, turn), turn == 0 ? after : difference);
    }

    private static Bytes key(Bytes order, int turn) {
        byte[] id = order.get();
        return Bytes.wrap(ByteBuffer.allocate(2 + id.length)
                .put(FIRST)
                .put((byte) turn)
                .put(id)
                .array());
    }

    public static boolean isOne(Bytes key) {
        return key.get().length > 2 && key.get()[0] == FIRST;
    }

    public Bytes order() {
        return Bytes.wrap(Arrays.copyOfRange(key.get(), 2, key.get().length));
    }

    /**
     * The account afterwards.
     *
     * @param before null: it is not there
     * @return null: this is a change of an earlier one, in whose place a later one came; it follows
     */
    public byte @Nullable [] applied(byte @Nullable [] before) {
        if (key.get()[1] == 0) {
            return value;
        }
        return before == null ? null : Difference.applied(before, value);
    }
}
