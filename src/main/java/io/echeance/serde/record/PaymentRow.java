package io.echeance.serde.record;

import io.echeance.core.matching.PaymentFile;
import java.util.List;

/**
 * What is kept of a payment or refund.
 *
 * @param asking of its facts those that wait for an answer about what they name, with where they came from
 */
public record PaymentRow(PaymentFile file, List<LoggedFact> asking) {

    public PaymentRow {
        asking = List.copyOf(asking);
    }
}
