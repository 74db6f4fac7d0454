package io.echeance.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param rows in the list's order
 * @param next behind this the next page begins; null: there is none
 */
public record Page<R>(List<Row<R>> rows, @Nullable Cursor next) {

    /** @param at its place in the list */
    public record Row<R>(Cursor at, R content) {}

    public Page {
        rows = List.copyOf(rows);
    }

    public List<R> contents() {
        return rows.stream().map(Row::content).toList();
    }

    /**
     * One page of the pages of several partitions or instances. Each of them has to have been asked for as many rows,
     * behind the same cursor.
     *
     * @param limit how many rows each was asked for
     */
    public static <R> Page<R> merged(Collection<Page<R>> pages, int limit) {
        List<Row<R>> all = pages.stream()
                .flatMap(page -> page.rows().stream())
                .sorted(Comparator.comparing(Row::at))
                .toList();
        List<Row<R>> rows = all.subList(0, Math.min(limit, all.size()));
        boolean more = all.size() > rows.size() || pages.stream().anyMatch(page -> page.next() != null);
        return new Page<>(rows, more && !rows.isEmpty() ? rows.getLast().at() : null);
    }
}
