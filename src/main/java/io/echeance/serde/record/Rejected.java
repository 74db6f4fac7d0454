package io.echeance.serde.record;

import io.echeance.core.order.Rejection;
import java.time.LocalDate;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code rejected}: what could not be accepted, byte for byte, and where it stood.
 *
 * @param sentence why, for a person
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
        @Nullable Bytes value) {}
