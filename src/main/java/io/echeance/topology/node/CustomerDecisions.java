package io.echeance.topology.node;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.CustomerAdmission;
import io.echeance.core.admission.PersonalIds;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.decision.Decider;
import io.echeance.serde.record.CustomerNews.CustomerActed;
import io.echeance.serde.registry.Reading;
import io.echeance.topology.store.Calendar;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** What people decide about customers, as the intake reads it: it goes to where the customer is, or is refused. */
record CustomerDecisions(InputReader inbox, ReferenceData reference, PersonalIds ids) {

    /**
     * @param knownOn null: no day was closed yet
     * @param today on which it is refused, if it is
     */
    Record<String, Object> read(
            byte @Nullable [] value,
            Place place,
            long at,
            @Nullable LocalDate knownOn,
            LocalDate today,
            ProcessingContext context) {
        return switch (inbox.customer(value, context.currentSystemTimeMs())) {
            case Reading.Readable<CustomerFact>(CustomerFact fact) -> {
                Decider decider = reference.decider();
                Refusal refusal = CustomerAdmission.refusal(fact, ids, decider.sellers(), decider.sellersWithLimits());
                refusal = refusal == null ? CustomerAdmission.ahead(fact, latest(today, at)) : refusal;
                yield refusal == null
                        ? new Record<>(
                                new CustomerKey(fact.seller(), fact.customer()).toString(),
                                new CustomerActed(knownOn, fact, place.origin().orElseThrow()),
                                at)
                        : new Record<>(null, place.rejected(today, fact.factId(), refusal), at);
            }
            case Reading.Unreadable<CustomerFact>(String sentence) ->
                new Record<>(null, place.unreadable(today, sentence), at);
        };
    }

    /** The day on which it was sent, though the stream has not come to it. */
    private static LocalDate latest(LocalDate today, long at) {
        LocalDate sentOn = LocalDate.ofInstant(Instant.ofEpochMilli(at), Calendar.ZONE);
        return sentOn.isAfter(today) ? sentOn : today;
    }
}
