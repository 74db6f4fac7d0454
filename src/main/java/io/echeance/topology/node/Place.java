package io.echeance.topology.node;

import io.echeance.core.order.Rejection;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.Rejected;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Where a record stands, and its bytes: what makes a rejection evidence. */
record Place(
        String topic,
        int partition,
        long offset,
        @Nullable Bytes key,
        @Nullable Bytes value) {

    static Place of(RecordMetadata at, byte @Nullable [] key, byte @Nullable [] value) {
        return new Place(
                at.topic(),
                at.partition(),
                at.offset(),
                key == null ? null : Bytes.wrap(key),
                value == null ? null : Bytes.wrap(value));
    }

    static Place of(Origin origin) {
        return new Place(origin.topic(), origin.partition(), origin.offset(), origin.key(), origin.value());
    }

    /** Empty for a record without value. */
    Optional<Origin> origin() {
        return value == null ? Optional.empty() : Optional.of(new Origin(topic, partition, offset, key, value));
    }

    Rejected unreadable(LocalDate today, String sentence) {
        return new Rejected(
                today, null, null, Rejection.Reason.MALFORMED, sentence, topic, partition, offset, key, value);
    }

    /** @param orderId the order that the fact named itself, or was found for */
    Rejected rejected(Rejection rejection, @Nullable String orderId) {
        return new Rejected(
                rejection.on(),
                orderId,
                rejection.factId(),
                rejection.reason(),
                rejection.sentence(),
                topic,
                partition,
                offset,
                key,
                value);
    }
}
