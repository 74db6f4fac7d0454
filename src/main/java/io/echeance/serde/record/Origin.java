package io.echeance.serde.record;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Where a record of the log came from.
 *
 * @param at its timestamp, in milliseconds of the epoch
 * @param value its original value, byte for byte: the evidence
 */
public record Origin(
        String topic,
        int partition,
        long offset,
        long at,
        @Nullable Bytes key,
        Bytes value) {}
