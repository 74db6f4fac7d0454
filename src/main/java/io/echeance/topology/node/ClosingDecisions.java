package io.echeance.topology.node;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.MonthClosings;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.serde.registry.Reading;
import io.echeance.topology.store.MonthRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Months that people close, as the intake reads them: of two who close the same one, the first; the other is refused.
 *
 * @param taken on the partition of their seller
 */
record ClosingDecisions(InputReader inbox, KeyValueStore<String, MonthClosed> taken) {

    /** Empty: it was taken before, and is said. */
    Optional<Record<String, Object>> read(
            byte @Nullable [] value, Place place, long at, LocalDate today, ProcessingContext context) {
        return switch (inbox.closing(value, context.currentSystemTimeMs())) {
            case Reading.Readable<MonthClosed>(MonthClosed closing) -> {
                List<MonthClosed> before = MonthRows.of(taken, closing.seller());
                if (before.contains(closing)) {
                    yield Optional.empty();
                }
                Refusal refusal = MonthClosings.refusal(closing, today, before);
                if (refusal != null) {
                    yield Optional.of(new Record<>(null, place.rejected(today, closing.factId(), refusal), at));
                }
                taken.put(MonthRows.key(closing.seller(), closing.month()), closing);
                yield Optional.of(new Record<>(closing.seller(), closing, at));
            }
            case Reading.Unreadable<MonthClosed>(String sentence) ->
                Optional.of(new Record<>(null, place.unreadable(today, sentence), at));
        };
    }
}
