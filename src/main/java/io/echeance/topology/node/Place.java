package io.echeance.topology.node;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.Bounds;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Ids;
import io.echeance.core.order.Rejection;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.Rejected;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Where a record stands, and its bytes: what makes a rejection evidence. Of a record that is too large, a rejection
 * keeps the beginning and a digest; the record itself lies where it stands.
 */
record Place(
        String topic,
        int partition,
        long offset,
        long at,
        @Nullable Bytes key,
        @Nullable Bytes value,
        @Nullable String sealedBy) {

    /** In clear. */
    Place(String topic, int partition, long offset, long at, @Nullable Bytes key, @Nullable Bytes value) {
        this(topic, partition, offset, at, key, value, null);
    }

    /** @param at the timestamp that the stream reads it with, in milliseconds of the epoch */
    static Place of(RecordMetadata place, long at, byte @Nullable [] key, byte @Nullable [] value) {
        return new Place(
                place.topic(),
                place.partition(),
                place.offset(),
                at,
                key == null ? null : Bytes.wrap(key),
                value == null ? null : Bytes.wrap(value));
    }

    static Place of(Origin origin) {
        return new Place(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                origin.at(),
                origin.key(),
                origin.value(),
                origin.sealedBy());
    }

    /** Empty for a record without value. */
    Optional<Origin> origin() {
        return value == null
                ? Optional.empty()
                : Optional.of(new Origin(topic, partition, offset, at, key, value, sealedBy));
    }

    /** Nothing inside has room for it, however it might read. */
    boolean isTooLarge() {
        return size() > Bounds.RECORD_BYTES;
    }

    private int size() {
        return (key == null ? 0 : key.get().length) + (value == null ? 0 : value.get().length);
    }

    /** @param fact what it says, if that can be read all the same */
    Rejected tooLarge(LocalDate today, @Nullable Fact fact) {
        String sentence = "the record has " + size() + " bytes, at most " + Bounds.RECORD_BYTES + " are taken";
        String orderId = fact == null ? null : fact.orderId();
        String factId = fact == null ? null : fact.factId();
        return rejected(today, orderId, factId, Rejection.Reason.TOO_LARGE, sentence);
    }

    Rejected unreadable(LocalDate today, String sentence) {
        return rejected(today, null, null, Rejection.Reason.MALFORMED, sentence);
    }

    /** @param orderId the order that the fact named itself, or was found for */
    Rejected rejected(Rejection rejection, @Nullable String orderId) {
        return rejected(rejection.on(), orderId, rejection.factId(), rejection.reason(), rejection.sentence());
    }

    /** A fact that concerns no single order. */
    Rejected rejected(LocalDate today, @Nullable String factId, Refusal refusal) {
        return rejected(today, null, factId, refusal.reason(), refusal.sentence());
    }

    private Rejected rejected(
            LocalDate today,
            @Nullable String orderId,
            @Nullable String factId,
            Rejection.Reason reason,
            String sentence) {
        boolean whole = !isTooLarge();
        return new Rejected(
                today,
                shortened(orderId),
                shortened(factId),
                reason,
                Rejection.shortened(sentence),
                topic,
                partition,
                offset,
                whole ? key : start(key),
                whole ? value : start(value),
                whole || value == null ? null : digest(value.get()),
                whole ? null : size(),
                whole ? sealedBy : null);
    }

    private static @Nullable String shortened(@Nullable String id) {
        return id == null || id.length() <= Ids.LONGEST_COMPOSED ? id : id.substring(0, Ids.LONGEST_COMPOSED);
    }

    private static @Nullable Bytes start(@Nullable Bytes bytes) {
        return bytes == null || bytes.get().length <= Rejected.KEPT
                ? bytes
                : Bytes.wrap(Arrays.copyOf(bytes.get(), Rejected.KEPT));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
