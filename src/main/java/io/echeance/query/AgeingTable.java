package io.echeance.query;

import io.echeance.topology.store.AgeingRow;
import io.echeance.topology.store.AgeingRow.Debtor;
import io.echeance.topology.store.AgeingRow.Span;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ageing of one partition from its counters; no order is looked at.
 *
 * @param accounts the store {@code accounts} of a partition, with its indexes
 */
public record AgeingTable(ReadOnlyKeyValueStore<Bytes, byte[]> accounts) {

    /**
     * As it stands now.
     *
     * @param today the partition's day: the one after the last that was closed
     * @param seller null: all
     */
    public Ageing now(LocalDate today, @Nullable String seller) {
        Map<Debtor, Long> sums = new HashMap<>();
        add(sums, Span.EVER, LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1), seller);
        return Ageing.of(sums, today);
    }

    /**
     * As it was known at the close of a day: what was received later, backdated or not, is not in it. Asked again, it
     * says the same for ever.
     *
     * @param day a day that is closed and processed, see {@link BookDay#lastComplete}
     * @param seller null: all
     */
    public Ageing atCloseOf(LocalDate day, @Nullable String seller) {
        LocalDate known = Stretch.known(day);
        LocalDate year = Span.YEAR.startOf(known);
        LocalDate month = Span.MONTH.startOf(known);
        Map<Debtor, Long> sums = new HashMap<>();
        add(sums, Span.YEAR, Stretch.known(LocalDate.MIN), year, seller);
        add(sums, Span.MONTH, year, month, seller);
        add(sums, Span.DAY, month, known.plusDays(1), seller);
        return Ageing.of(sums, day);
    }

    /** @param until excluded */
    private void add(Map<Debtor, Long> sums, Span span, LocalDate from, LocalDate until, @Nullable String seller) {
        try (KeyValueIterator<Bytes, byte[]> rows =
                accounts.range(AgeingRow.startOf(span, from), AgeingRow.startOf(span, until))) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                Debtor debtor = AgeingRow.of(row.key).debtor();
                if (seller == null || seller.equals(debtor.seller())) {
                    sums.merge(debtor, AgeingRow.cents(row.value), Math::addExact);
                }
            }
        }
    }
}
