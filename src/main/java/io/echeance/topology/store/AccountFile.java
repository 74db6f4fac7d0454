package io.echeance.topology.store;

import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import io.echeance.serde.binding.CannotCarry;
import io.echeance.serde.record.AccountRow;
import io.echeance.serde.record.Cover;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * An account as it lies in its store: which of its {@linkplain AccountChange changes} made it so, in a byte; the length
 * of its cover, in three; the cover, the account. A list reads the cover alone.
 */
public record AccountFile(Cover cover, AccountRow account) {

    private static final StateCodec<Cover> COVERS = StateCodec.of(Bindings.COVER);
    private static final StateCodec<AccountRow> ACCOUNTS = StateCodec.of(Bindings.ACCOUNT);

    /** Of the four bytes at the beginning. */
    private static final int LENGTH = 0xff_ffff;

    /** Where it lies. No text begins as the keys of {@linkplain KeyBytes indexes} do. */
    public static Bytes key(String orderId) {
        return Bytes.wrap(orderId.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        byte[] outside = COVERS.encode(cover);
        byte[] inside = ACCOUNTS.encode(account);
        return ByteBuffer.allocate(Integer.BYTES + outside.length + inside.length)
                .putInt(outside.length)
                .put(outside)
                .put(inside)
                .array();
    }

    /** @throws CannotCarry if the bytes are damaged, or of a version that only a later release knows */
    public static Cover cover(byte[] bytes) {
        return COVERS.decode(Arrays.copyOfRange(bytes, Integer.BYTES, behindCover(bytes)));
    }

    /** @throws CannotCarry if the bytes are damaged, or of a version that only a later release knows */
    public static AccountRow account(byte[] bytes) {
        return ACCOUNTS.decode(Arrays.copyOfRange(bytes, behindCover(bytes), bytes.length));
    }

    public static AccountFile of(byte[] bytes) {
        return new AccountFile(cover(bytes), account(bytes));
    }

    /** Whether both show the same outside. */
    static boolean isSameCover(byte[] one, byte[] other) {
        return Arrays.equals(one, Integer.BYTES, behindCover(one), other, Integer.BYTES, behindCover(other));
    }

    /** Whether these bytes are the cover. */
    public static boolean hasCover(byte[] bytes, byte[] cover) {
        return Arrays.equals(bytes, Integer.BYTES, behindCover(bytes), cover, 0, cover.length);
    }

    /** The cover as it lies there. */
    public static byte[] coverBytes(byte[] bytes) {
        return Arrays.copyOfRange(bytes, Integer.BYTES, behindCover(bytes));
    }

    static int turn(byte[] bytes) {
        return bytes[0];
    }

    static void setTurn(byte[] bytes, int turn) {
        bytes[0] = (byte) turn;
    }

    private static int behindCover(byte[] bytes) {
        int length = bytes.length < Integer.BYTES ? -1 : ByteBuffer.wrap(bytes).getInt() & LENGTH;
        if (length < 0 || length > bytes.length - Integer.BYTES) {
            throw new CannotCarry("an account without a cover: it was written by an earlier release, or is damaged");
        }
        return Integer.BYTES + length;
    }
}
