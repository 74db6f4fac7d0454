package io.echeance.serde.record;

import io.echeance.core.Inline;
import io.echeance.core.order.PaymentDecided;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code cash-decisions}: where a payment is now, and the decision as it came, byte for byte.
 *
 * @param origin of the decision
 * @param firstOrigin of what came first and waits no longer: the decision that it confirms, or the payment whose place
 *     a bank's details have taken; null: nothing did
 */
public record CashDecision(
        @Inline PaymentDecided decided,
        Origin origin,
        @Nullable Origin firstOrigin) {

    /** The keys that the originals are sealed with. */
    public Stream<String> sealedBy() {
        Stream<@Nullable String> keys =
                Stream.of(origin.sealedBy(), firstOrigin == null ? null : firstOrigin.sealedBy());
        return keys.flatMap(Stream::ofNullable);
    }
}
