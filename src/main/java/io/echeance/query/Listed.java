package io.echeance.query;

import io.echeance.core.order.OrderStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list on one partition, as its index has it. What is shown of an order is looked up where it comes onto a page, not
 * before: of four partitions four pages of rows are read at most, and the accounts of one.
 */
@FunctionalInterface
public interface Listed {

    /**
     * The first rows behind a place.
     *
     * @param after null: from the beginning
     */
    List<Entry> behind(@Nullable Cursor after, int most);

    /** @param standing gives null if its place in the list is gone meanwhile */
    record Entry(Cursor at, Supplier<@Nullable OrderStanding> standing) {}

    /**
     * One page of the same list of several partitions.
     *
     * <p>The stream goes on meanwhile: an order whose place in the list is gone by the time at which it is looked up is
     * left out, so that no row ever shows what its list denies.
     *
     * @param after the cursor of the page before; null: the first page
     * @param limit how many rows at most
     */
    static Page<OrderStanding> page(List<Listed> partitions, @Nullable Cursor after, int limit) {
        Merged<Entry> entries = Batches.merged(partitions, after, limit);
        List<Page.Row<OrderStanding>> rows = new ArrayList<>();
        Cursor seen = after;
        while (rows.size() < limit && entries.hasNext()) {
            Entry entry = entries.next();
            seen = entry.at();
            OrderStanding standing = entry.standing().get();
            if (standing != null) {
                rows.add(new Page.Row<>(seen, standing));
            }
        }
        return new Page<>(rows, entries.hasNext() ? seen : null);
    }
}
