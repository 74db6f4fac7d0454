package io.echeance.core.order;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Facts of the topic {@code financing-decisions}. */
public sealed interface FundingFact extends Fact {

    @Override
    String orderId();

    String funderId();

    /** @param granted net; null when refused */
    record FundingDecided(
            String factId,
            String orderId,
            LocalDate on,
            String funderId,
            Outcome outcome,
            @Nullable Money granted) implements FundingFact {}

    /** Attendance sheets and the like, that the funder asks for before it pays. */
    record FundingEvidenceReceived(String factId, String orderId, LocalDate on, String funderId)
            implements FundingFact {}

    enum Outcome {
        GRANTED,
        REFUSED
    }
}
