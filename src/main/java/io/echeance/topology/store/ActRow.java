package io.echeance.topology.store;

import io.echeance.serde.record.Cover.Act;
import io.echeance.topology.store.KeyBytes.Index;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.apache.kafka.common.utils.Bytes;

/**
 * A row of what people did, the latest first: by the day on which it reached us, within it by the moment at which it
 * was sent, then by what it is about and its key. Of orders they are an index of their covers; of all else they are
 * made where they are asked for.
 *
 * @param at in milliseconds of the epoch; 0: nobody knows
 * @param id of what it is about
 */
public record ActRow(LocalDate knownOn, long at, About about, String id, String factId) {

    private static final int MOMENT = Integer.BYTES + Long.BYTES;

    /** What people do something about. Their codes are for ever: keys have them. */
    public enum About {
        ORDER(1),
        CUSTOMER(2),
        MONTH(3),
        PAYMENT(4);

        private final int code;

        About(int code) {
            this.code = code;
        }
    }

    static ActRow of(Bytes account, Act act) {
        return new ActRow(
                act.knownOn(), act.at(), About.ORDER, KeyBytes.rest(ByteBuffer.wrap(account.get())), act.factId());
    }

    Bytes key() {
        return from(place());
    }

    /** Its place among all acts. */
    public byte[] place() {
        return new KeyBytes()
                .latestFirst(knownOn)
                .latestFirst(at)
                .code(about.code)
                .text(id)
                .last(factId)
                .done()
                .get();
    }

    /** In front of all that reached us up to a day, that day included. */
    public static byte[] place(LocalDate until) {
        return new KeyBytes().latestFirst(until).done().get();
    }

    /** Whether a row can have this place. */
    public static boolean isPlace(byte[] bytes) {
        if (bytes.length <= MOMENT + 1 + Integer.BYTES) {
            return false;
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes).position(MOMENT);
        int code = rest.get();
        int length = rest.getInt();
        return code >= 1 && code <= About.values().length && length >= 1 && length < rest.remaining();
    }

    /** Where the rows of orders begin that have a place at or behind this one. */
    public static Bytes from(byte[] place) {
        return KeyBytes.of(Index.ACTS).raw(place).done();
    }

    /** Behind the last row. */
    public static Bytes end() {
        return KeyBytes.behind(Index.ACTS);
    }

    /** A row of an order. */
    public static ActRow of(Bytes key) {
        ByteBuffer rest = KeyBytes.behindIndex(key);
        LocalDate knownOn = KeyBytes.dayLatestFirst(rest);
        long at = ~rest.getLong();
        rest.get();
        return new ActRow(knownOn, at, About.ORDER, KeyBytes.text(rest), KeyBytes.rest(rest));
    }
}
