package io.echeance.topology.store;

import io.echeance.serde.record.Barrier;
import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.Barrier.Reached;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Aligns the markers of days: a day has arrived when its marker, or that of a later day, has come through every
 * channel. Days arrive in their order, none is skipped that any channel announced; a marker that comes again changes
 * nothing. Made anew whenever its node is.
 *
 * @see io.echeance.topology.node.Accounts how a day travels
 */
public final class DayBarrier {

    private final KeyValueStore<String, Barrier> store;
    private final String row;
    private final List<String> channels;
    private Barrier barrier;

    /**
     * @param row of the store: a part may have several barriers
     * @param channels all that a day has to come through
     */
    public DayBarrier(KeyValueStore<String, Barrier> store, String row, List<String> channels) {
        this.store = store;
        this.row = row;
        this.channels = channels;
        Barrier kept = store.get(row);
        this.barrier = kept == null ? Barrier.NOTHING : kept;
    }

    /** @param at timestamp of the day's record on {@code business-days}, in milliseconds of the epoch */
    public void arrive(String channel, LocalDate day, long at) {
        Map<String, LocalDate> reached = reached();
        LocalDate before = reached.get(channel);
        if (before != null && !day.isAfter(before)) {
            return;
        }
        reached.put(channel, day);
        List<Announced> announced = new ArrayList<>(barrier.announced());
        if (isAhead(day) && !isAnnounced(day)) {
            announced.add(new Announced(day, at));
            announced.sort(Comparator.comparing(Announced::date));
        }
        keep(new Barrier(
                barrier.passed(),
                announced,
                reached.entrySet().stream()
                        .map(one -> new Reached(one.getKey(), one.getValue()))
                        .toList()));
    }

    /** Whether some channel has announced the day, and it has not arrived. */
    public boolean isAnnounced(LocalDate day) {
        return barrier.announced().stream().anyMatch(one -> one.date().equals(day));
    }

    /** Whether no such day and no later one was passed. */
    public boolean isAhead(LocalDate day) {
        LocalDate passed = barrier.passed();
        return passed == null || day.isAfter(passed);
    }

    /** Passes each day that has arrived, in order. */
    public void passAll(Consumer<Announced> onwards) {
        for (Announced day = next(); day != null; day = next()) {
            pass(day.date());
            onwards.accept(day);
        }
    }

    /** The next day that has arrived, and is then to be {@linkplain #pass passed}; null: there is none. */
    public @Nullable Announced next() {
        if (barrier.announced().isEmpty()) {
            return null;
        }
        Announced first = barrier.announced().getFirst();
        Map<String, LocalDate> reached = reached();
        boolean arrived = channels.stream()
                .noneMatch(
                        channel -> reached.getOrDefault(channel, LocalDate.MIN).isBefore(first.date()));
        return arrived ? first : null;
    }

    private Map<String, LocalDate> reached() {
        Map<String, LocalDate> reached = new TreeMap<>();
        barrier.reached().forEach(one -> reached.put(one.channel(), one.date()));
        return reached;
    }

    public void pass(LocalDate day) {
        List<Announced> ahead = barrier.announced().stream()
                .filter(one -> one.date().isAfter(day))
                .toList();
        keep(new Barrier(day, ahead, barrier.reached()));
    }

    /** The latest day that was passed; null: none was. */
    public @Nullable LocalDate passed() {
        return barrier.passed();
    }

    /** The days that some channel has announced and that have not arrived, the earliest first. */
    public List<Announced> announced() {
        return barrier.announced();
    }

    /** The latest day that any channel announced; null: none did. */
    public @Nullable LocalDate latest() {
        return barrier.announced().isEmpty()
                ? barrier.passed()
                : barrier.announced().getLast().date();
    }

    private void keep(Barrier kept) {
        barrier = kept;
        store.put(row, kept);
    }
}
