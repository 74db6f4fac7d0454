package io.echeance.topology.node;

import io.echeance.core.decision.Decision;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.Statement;
import io.echeance.core.statement.Standings;
import io.echeance.topology.store.AgeingRow;
import io.echeance.topology.store.AgeingRow.Span;
import io.echeance.topology.store.LastMet;
import io.echeance.topology.store.ListRow;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The lists and the ageing that are read of the accounts, kept by difference: what was indexed of an order before
 * against what its newest drawing shows.
 */
final class Indexes {

    private static final byte[] NOTHING = new byte[0];

    private final KeyValueStore<String, OrderStanding> standings;
    private final LastMet<String, OrderStanding> lastMet = new LastMet<>();
    private final KeyValueStore<Bytes, byte[]> listings;
    private final KeyValueStore<Bytes, Long> ageing;
    private final LastMet<Bytes, Long> sums = new LastMet<>();

    Indexes(ProcessorContext<?, ?> context) {
        this.standings = context.getStateStore(StateStores.STANDINGS);
        this.listings = context.getStateStore(StateStores.LISTINGS);
        this.ageing = context.getStateStore(StateStores.AGEING);
    }

    /** @param drawn a drawing; the day that it is for, not the moment of working it off, is the day of the change */
    void follow(Decision drawn) {
        Statement statement = Objects.requireNonNull(drawn.statement(), "a drawing has a statement");
        OrderStanding after = Standings.of(drawn.account(), statement);
        OrderStanding before = known(after.orderId());
        if (!after.equals(before)) {
            list(before, after);
            age(before, after, statement.today());
            standings.put(after.orderId(), after);
            lastMet.put(after.orderId(), after);
        }
    }

    private @Nullable OrderStanding known(String orderId) {
        OrderStanding met = lastMet.get(orderId);
        return met == null ? standings.get(orderId) : met;
    }

    private void list(@Nullable OrderStanding before, OrderStanding after) {
        Set<ListRow> former = before == null ? Set.of() : ListRow.of(before);
        Set<ListRow> rows = ListRow.of(after);
        for (ListRow row : former) {
            if (!rows.contains(row)) {
                listings.delete(row.key());
            }
        }
        for (ListRow row : rows) {
            if (!former.contains(row)) {
                listings.put(row.key(), NOTHING);
            }
        }
    }

    private void age(@Nullable OrderStanding before, OrderStanding after, LocalDate today) {
        AgeingRow.changes(before, after).forEach((debtor, cents) -> {
            for (Span span : Span.values()) {
                Bytes key = new AgeingRow(span, span.startOf(today), debtor).key();
                long changed = Math.addExact(sum(key), cents);
                if (changed == 0) {
                    ageing.delete(key);
                } else {
                    ageing.put(key, changed);
                }
                sums.put(key, changed);
            }
        });
    }

    private long sum(Bytes key) {
        Long met = sums.get(key);
        Long sum = met == null ? ageing.get(key) : met;
        return sum == null ? 0 : sum;
    }
}
