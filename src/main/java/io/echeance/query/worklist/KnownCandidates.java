package io.echeance.query.worklist;

import io.echeance.core.order.OrderStanding;
import io.echeance.topology.store.LastMet;
import java.time.LocalDate;

/**
 * The candidates that were made lately. Each is made of a standing and of the day, and anew when either is another one.
 * Any thread may ask.
 */
public final class KnownCandidates {

    /** As many as there are standings that lists remember; about 2 MB. */
    private static final int MOST = 8_000;

    private record Made(OrderStanding standing, LocalDate today, Candidate candidate) {

        @SuppressWarnings("ReferenceEquality") // One that was read anew may be equal; to compare takes as long as this.
        boolean isOf(OrderStanding one, LocalDate day) {
            return standing == one && today.equals(day);
        }
    }

    private final LastMet<String, Made> made = new LastMet<>(MOST);

    /** @param today of the partition */
    public Candidate of(OrderStanding standing, LocalDate today) {
        Made before;
        synchronized (made) {
            before = made.get(standing.orderId());
        }
        if (before != null && before.isOf(standing, today)) {
            return before.candidate();
        }
        Candidate candidate = Candidate.of(standing, today);
        synchronized (made) {
            made.put(standing.orderId(), new Made(standing, today, candidate));
        }
        return candidate;
    }
}
