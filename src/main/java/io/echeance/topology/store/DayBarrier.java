package io.echeance.topology.store;

import io.echeance.serde.record.Barrier;
import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.Barrier.Reached;
import io.echeance.serde.record.DayMarker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Aligns the markers of days: a day has arrived when its marker, or that of a later day, has come through every
 * channel. Days arrive in their order, and so do the rounds of a day; none is skipped that any channel announced; a
 * marker that comes again changes nothing. Made anew whenever its node is.
 *
 * @see io.echeance.topology.node.Accounts how a day travels
 */
public final class DayBarrier {

    private final KeyValueStore<String, Barrier> store;
    private final String row;
    private final List<String> channels;
    private final SortedMap<String, Reached> reached = new TreeMap<>();
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
        barrier.reached().forEach(one -> reached.put(one.channel(), one));
    }

    /** @param at timestamp of the day's record on {@code business-days}, in milliseconds of the epoch */
    public void arrive(DayMarker marker, long at) {
        arrive(marker.reached(), marker.announced(at));
    }

    /** @param at timestamp of the day's record on {@code business-days}, in milliseconds of the epoch */
    public void arrive(String channel, LocalDate day, long at) {
        Announced announced = new Announced(day, at, DayMarker.FIRST);
        arrive(new Reached(channel, day, announced.round(), false), announced);
    }

    private void arrive(Reached marker, Announced day) {
        Reached before = reached.get(marker.channel());
        if (before != null && before.isAsFarAs(new Announced(marker.date(), 0, marker.round()))) {
            return;
        }
        reached.put(marker.channel(), marker);
        List<Announced> announced = new ArrayList<>(barrier.announced());
        if (isAhead(day) && announced.stream().noneMatch(one -> one.compareTo(day) == 0)) {
            announced.add(day);
            announced.sort(null);
        }
        keep(new Barrier(barrier.passed(), announced, List.copyOf(reached.values()), barrier.round(), barrier.news()));
    }

    /** Whether neither this round of a day nor a later one was passed. */
    public boolean isAhead(Announced day) {
        LocalDate passed = barrier.passed();
        return passed == null || day.compareTo(new Announced(passed, 0, barrier.round())) > 0;
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
            pass(day);
            onwards.accept(day);
        }
    }

    /** The next day that has arrived, and is then to be {@linkplain #pass passed}; null: there is none. */
    public @Nullable Announced next() {
        if (barrier.announced().isEmpty()) {
            return null;
        }
        Announced first = barrier.announced().getFirst();
        for (String channel : channels) {
            Reached one = reached.get(channel);
            if (one == null || !one.isAsFarAs(first)) {
                return null;
            }
        }
        return first;
    }

    public void pass(Announced day) {
        List<Announced> ahead = barrier.announced().stream()
                .filter(one -> one.compareTo(day) > 0)
                .toList();
        keep(new Barrier(day.date(), ahead, barrier.reached(), day.round(), barrier.news()));
    }

    /** Something was found here that was waited for: the day that comes next has a further round. */
    public void note() {
        if (!barrier.news()) {
            keep(barrier.withNews(true));
        }
    }

    /** Whether something was noted since this was asked last. */
    public boolean takeNews() {
        boolean news = barrier.news();
        if (news) {
            keep(barrier.withNews(false));
        }
        return news;
    }

    /** Whether any of the markers of a round bore news. */
    public boolean boreNews(Announced day) {
        return barrier.reached().stream()
                .anyMatch(one -> one.news() && one.date().equals(day.date()) && one.round() == day.round());
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
