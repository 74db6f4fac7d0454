package io.echeance.query;

import io.echeance.query.Listed.Entry;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A list on one partition from a place to its end, read so many rows at a time. */
final class Batches implements Iterator<Entry> {

    /** Enough for a page of any list, and to know whether one goes on behind it. */
    private static final int LEAST = 201;

    private final Listed list;
    private final int most;
    private List<Entry> batch;
    private int at;

    private Batches(Listed list, @Nullable Cursor after, int most) {
        this.list = list;
        this.most = most;
        this.batch = list.behind(after, most);
    }

    /**
     * The same list of several partitions. A page is read of each at once; what is longer only for its share and a
     * quarter, as orders are spread evenly: else of four partitions four times the rows would be read.
     *
     * @param limit how many rows are looked up, about
     */
    static Merged<Entry> merged(List<Listed> partitions, @Nullable Cursor after, int limit) {
        int share = limit * 5 / 4 / Math.max(1, partitions.size());
        int most = Math.min(limit + 1, Math.max(LEAST, share));
        return new Merged<>(
                partitions.stream()
                        .<Iterator<Entry>>map(list -> new Batches(list, after, most))
                        .toList(),
                Comparator.comparing(Entry::at));
    }

    @Override
    public boolean hasNext() {
        if (at == most && at == batch.size()) {
            batch = list.behind(batch.getLast().at(), most);
            at = 0;
        }
        return at < batch.size();
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return batch.get(at++);
    }
}
