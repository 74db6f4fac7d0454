package io.echeance.query;

import io.echeance.core.matching.RuleRecord;
import io.echeance.core.matching.RuleUse;
import io.echeance.core.matching.RuleWatch;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PaymentRow;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.Grouped;
import io.echeance.topology.store.PaymentRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads the payments that wait for their reference on one partition of the matching part (<i>compte d'attente</i>), by
 * reference: those that name the same stand together, short references first.
 *
 * @param suspense the store {@code suspense} of a partition
 * @param payments the store {@code payments} of the same
 * @param words gives an entry its words back, if they can be had
 */
public record SuspenseList(
        ReadOnlyKeyValueStore<Bytes, SuspenseEntry> suspense,
        ReadOnlyKeyValueStore<String, PaymentRow> payments,
        UnaryOperator<SuspenseEntry> words) {

    /** What waits under the id of one payment: it, or the return of one that is not known. */
    public List<SuspenseEntry> of(String paymentId) {
        List<SuspenseEntry> rows = new ArrayList<>();
        try (KeyValueIterator<Bytes, SuspenseEntry> found = suspense.prefixScan(
                Grouped.key(paymentId, new byte[0]), Serdes.Bytes().serializer())) {
            found.forEachRemaining(row -> {
                if (row.value.waits()) {
                    rows.add(worded(row.value));
                }
            });
        }
        return rows;
    }

    /**
     * @param setAside what people set aside; else what waits
     * @param after the cursor of the page before; null: the first page
     * @param limit how many rows at most
     */
    public Page<InSuspense> page(boolean setAside, @Nullable Cursor after, int limit) {
        return page(row -> setAside ? row.setAside() != null && !row.cameBack() : row.waits(), after, limit);
    }

    /** How much waits. All of it is looked at. */
    public long size() {
        long size = 0;
        try (KeyValueIterator<Bytes, SuspenseEntry> rows = suspense.all()) {
            while (rows.hasNext()) {
                size += rows.next().value.waits() ? 1 : 0;
            }
        }
        return size;
    }

    /** Decisions that wait for a second person. */
    public Page<InSuspense> awaitingSecond(@Nullable Cursor after, int limit) {
        return page(row -> row.fact() instanceof PaymentApplied, after, limit);
    }

    private Page<InSuspense> page(Predicate<SuspenseEntry> wanted, @Nullable Cursor after, int limit) {
        List<Page.Row<InSuspense>> rows = new ArrayList<>();
        try (KeyValueIterator<Bytes, SuspenseEntry> waiting =
                suspense.range(after == null ? null : after.position(), null)) {
            while (rows.size() < limit && waiting.hasNext()) {
                KeyValue<Bytes, SuspenseEntry> row = waiting.next();
                Cursor at = new Cursor(row.key);
                if (!at.equals(after) && wanted.test(row.value)) {
                    rows.add(new Page.Row<>(at, with(worded(row.value))));
                }
            }
            return new Page<>(
                    rows, waiting.hasNext() && !rows.isEmpty() ? rows.getLast().at() : null);
        }
    }

    /** Rules that only propose since persons have corrected them, by seller. */
    public static List<DemotedRule> demotedRules(ReadOnlyKeyValueStore<String, RuleRecord> records) {
        List<DemotedRule> demoted = new ArrayList<>();
        try (KeyValueIterator<String, RuleRecord> rules =
                records.prefixScan(RuleWatch.OF_RULE, Serdes.String().serializer())) {
            rules.forEachRemaining(row -> {
                LocalDate on = row.value.demotedOn();
                if (on != null) {
                    RuleUse one = row.value.uses().getFirst();
                    demoted.add(new DemotedRule(one.seller(), one.rule(), on.plusDays(1)));
                }
            });
        }
        return demoted;
    }

    /** What was put back has its words as it came; its bytes have gone into the log of the order that it was with. */
    private SuspenseEntry worded(SuspenseEntry entry) {
        PaymentRow placed = entry.origin() == null
                ? payments.get(PaymentRows.ofPlaced(entry.fact().movementId()))
                : null;
        Origin origin = placed == null ? null : placed.asking().getFirst().origin();
        return words.apply(origin == null ? entry : entry.from(origin));
    }

    private InSuspense with(SuspenseEntry entry) {
        PaymentRow row = payments.get(entry.fact().movementId());
        return new InSuspense(entry, row == null ? null : row.file().standing().orElse(null));
    }
}
