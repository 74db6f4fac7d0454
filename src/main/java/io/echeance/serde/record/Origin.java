package io.echeance.serde.record;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Where a record of the log came from.
 *
 * @param at its timestamp, in milliseconds of the epoch
 * @param value its original value, byte for byte: the evidence; or that, sealed
 * @param sealedBy the key that the value is sealed with; null: it is in clear
 */
public record Origin(
        String topic,
        int partition,
        long offset,
        long at,
        @Nullable Bytes key,
        Bytes value,
        @Nullable String sealedBy) {

    /** In clear. */
    public Origin(String topic, int partition, long offset, long at, @Nullable Bytes key, Bytes value) {
        this(topic, partition, offset, at, key, value, null);
    }

    /** Where it stands: what is sealed for it opens nowhere else. */
    public String place() {
        return topic + "/" + partition + "/" + offset;
    }

    /** The same, sealed with a key. */
    public Origin sealed(String keyId, Bytes sealed) {
        return new Origin(topic, partition, offset, at, key, sealed, keyId);
    }
}
