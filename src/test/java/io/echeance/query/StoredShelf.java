package io.echeance.query;

import io.echeance.query.instance.PartitionView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One partition whose lists are read of a store; nothing waits in suspense. */
public record StoredShelf(int partition, OrderLists lists, AgeingTable table, LocalDate today)
        implements PartitionView {

    @Override
    public LocalDate lastComplete() {
        return today.minusDays(1);
    }

    @Override
    public Listed listed(OrderList list) {
        return lists.listed(list, today);
    }

    @Override
    public Ageing ageing(@Nullable LocalDate day, @Nullable String seller) {
        return day == null ? table.now(today, seller) : table.atCloseOf(day, seller);
    }

    @Override
    public long inSuspense() {
        return 0;
    }

    @Override
    public Optional<KnownPayment> payment(String id) {
        return Optional.empty();
    }

    @Override
    public Page<InSuspense> suspense(boolean setAside, @Nullable Cursor after, int limit) {
        return new Page<>(List.of(), null);
    }
}
