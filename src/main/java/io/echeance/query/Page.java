package io.echeance.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
     * behind the same cursor. One may have fewer and go on all the same, as when it has looked at so much that others
     * may wait: what lies behind the place up to which all have looked is left for the next page.
     *
     * @param limit how many rows each was asked for
     */
    public static <R> Page<R> merged(Collection<Page<R>> pages, int limit) {
        Cursor seen = pages.stream()
                .flatMap(page -> Stream.ofNullable(page.next()))
                .min(Comparator.naturalOrder())
                .orElse(null);
        List<Row<R>> all = pages.stream()
                .flatMap(page -> page.rows().stream())
                .filter(row -> seen == null || row.at().compareTo(seen) <= 0)
                .sorted(Comparator.comparing(Row::at))
                .toList();
        List<Row<R>> rows = all.subList(0, Math.min(limit, all.size()));
        return new Page<>(rows, all.size() > rows.size() ? rows.getLast().at() : seen);
    }
}
