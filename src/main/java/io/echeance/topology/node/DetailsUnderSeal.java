package io.echeance.topology.node;

import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.SealedDetails;
import io.echeance.serde.record.SealedDetails.SealedDetail;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of what a bank tells of a sum, from the door where they are sealed until it takes its place or is refused:
 * {@link SealedDetails} stand in its origin meanwhile, so that they go wherever it goes.
 */
final class DetailsUnderSeal {

    private static final StateCodec<SealedDetails> CODEC = StateCodec.of(Bindings.SEALED_DETAILS);

    private DetailsUnderSeal() {}

    /** @param whole sealed */
    static Origin with(Origin whole, List<SealedDetail> each) {
        return valued(whole, whole.sealedBy(), Bytes.wrap(CODEC.encode(new SealedDetails(whole.value(), each))));
    }

    /** As it is kept for ever. */
    static Origin whole(PaymentFact fact, Origin origin) {
        return fact instanceof PaymentDetailed && origin.sealedBy() != null
                ? valued(origin, origin.sealedBy(), read(origin).whole())
                : origin;
    }

    /** What it tells of one payment; null: nothing that is not known of it anyway, or it lies in clear. */
    static @Nullable Origin of(String paymentId, @Nullable Origin origin) {
        return origin == null || origin.sealedBy() == null
                ? null
                : read(origin).each().stream()
                        .filter(one -> one.paymentId().equals(paymentId))
                        .findFirst()
                        .map(one -> valued(origin, one.sealedBy(), one.value()))
                        .orElse(null);
    }

    private static SealedDetails read(Origin origin) {
        return CODEC.decode(origin.value().get());
    }

    private static Origin valued(Origin origin, @Nullable String sealedBy, Bytes value) {
        return new Origin(
                origin.topic(), origin.partition(), origin.offset(), origin.at(), origin.key(), value, sealedBy);
    }
}
