package io.echeance.serde.record;

import io.echeance.core.order.Rejection;
import java.time.LocalDate;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code rejected}: what could not be accepted, byte for byte, and where it stood.
 *
 * @param sentence why, for a person
 * @param digest of a record that is too large to be kept here: SHA-256 of its whole value, in hexadecimal
 * @param size of such a record: the bytes of its key and value; of both, the first {@link #KEPT} are here
 * @param sealedBy the key that the value is sealed with; null: it is in clear
 */
public record Rejected(
        @Nullable LocalDate on,
        @Nullable String orderId,
        @Nullable String factId,
        Rejection.Reason reason,
        String sentence,
        String topic,
        int partition,
        long offset,
        @Nullable Bytes key,
        @Nullable Bytes value,
        @Nullable String digest,
        @Nullable Integer size,
        @Nullable String sealedBy) {

    /** Bytes of a value, and of a key, that are kept of a record that is too large. */
    public static final int KEPT = 1 << 10;
}
