package io.echeance.query.worklist;

import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.HoldReason;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order whose dunning is held.
 *
 * @param until last day of the hold; null: until it is released
 * @param promised null: nobody promised anything
 */
public record HeldOrder(
        String orderId,
        HoldReason hold,
        @Nullable LocalDate until,
        @Nullable Money promised) {

    /** Empty: it is not held. */
    static Stream<HeldOrder> of(Candidate order) {
        HoldReason hold = order.hold();
        return hold == null
                ? Stream.empty()
                : Stream.of(new HeldOrder(order.orderId(), hold, order.holdUntil(), order.promised()));
    }
}
