package io.echeance.topology.simulator;

import io.echeance.core.admission.Plausible;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.Fact;
import io.echeance.core.order.NumberingFact;
import io.echeance.core.order.Rejection;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.DayContinued;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.topology.simulator.Expected.Taken;
import io.echeance.topology.simulator.SimulatedOutputs.Logged;
import io.echeance.topology.store.Calendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the log says of when each fact reached its account, and which days were closed where. */
final class Arrivals {

    private final SortedMap<String, List<Taken>> taken = new TreeMap<>();
    private final SortedMap<Integer, SortedSet<LocalDate>> days = new TreeMap<>();
    private final Map<String, Integer> partitionOf = new HashMap<>();
    private final Map<String, LocalDate> knownOn = new HashMap<>();
    private final Set<String> inTheLog = new HashSet<>();

    private Arrivals() {}

    static Arrivals in(List<Logged> log) {
        Arrivals arrivals = new Arrivals();
        log.forEach(logged -> arrivals.hear(
                logged.fact(),
                logged.entry().partition().partition(),
                Verdict.place(logged.entry()),
                logged.entry().timestamp()));
        return arrivals;
    }

    private void hear(LoggedFact entry, int partition, String place, long timestamp) {
        switch (entry.payload()) {
            case Received(Fact fact) -> {
                LocalDate on = day(entry, partition);
                SortedSet<LocalDate> closed = days(partition);
                boolean early = on != null
                        && (closed.isEmpty() || on.isAfter(closed.last().plusDays(1)));
                boolean isOurOwn =
                        fact instanceof NumberingFact || fact instanceof DunningHeld && entry.origin() == null;
                LocalDate sentOn = isOurOwn ? null : Plausible.nearest(Calendar.dayOf(timestamp));
                String orderId = Objects.requireNonNull(fact.orderId());
                taken.computeIfAbsent(orderId, first -> new ArrayList<>()).add(new Taken(on, sentOn, fact, early));
                partitionOf.put(orderId, partition);
                if (entry.origin() != null && on != null) {
                    knownOn.put(place(entry.origin()), on);
                }
                inTheLog.add(entry.origin() == null ? place : place(entry.origin()));
            }
            case DayClosed(LocalDate day) -> {
                SortedSet<LocalDate> closed = days(partition);
                if (closed.isEmpty() || day.isAfter(closed.last())) {
                    closed.add(day);
                }
            }
            case DayMarker marker -> {
                // How a day travels is not the core's business.
            }
            case DayContinued rest -> {
                // How the stream divides its work is not the core's business.
            }
        }
    }

    /** A fact that lay behind the record of a day waits until that day is closed. */
    private @Nullable LocalDate day(LoggedFact entry, int partition) {
        SortedSet<LocalDate> closed = days(partition);
        LocalDate stamp = entry.knownOn();
        if (closed.isEmpty()) {
            return stamp;
        }
        LocalDate today = closed.last().plusDays(1);
        return stamp != null && stamp.isAfter(today) ? stamp : today;
    }

    static String place(Origin origin) {
        return origin.topic() + "-" + origin.partition() + "@" + origin.offset();
    }

    SortedSet<LocalDate> days(int partition) {
        return days.computeIfAbsent(partition, first -> new TreeSet<>());
    }

    /** Those on which the partition of an order was closed. */
    SortedSet<LocalDate> days(String orderId) {
        return days(Objects.requireNonNull(partitionOf.get(orderId)));
    }

    /** The orders that the log speaks of. */
    Iterable<String> orders() {
        return taken.keySet();
    }

    /** Where the facts of the log stood on their input topics. */
    Set<String> inTheLog() {
        return inTheLog;
    }

    /** By where it stood, the day on which a fact was known that was not known before the first close. */
    Map<String, LocalDate> knownOn() {
        return knownOn;
    }

    /**
     * What the core says of an order. A fact that was early is taken when its day begins, before or after what comes on
     * that day: the log does not tell. Nor does it of one that changed nothing; where that was refused, it was after
     * what it contradicts.
     *
     * @param inOrder what its account took, in order
     * @param refused the rejections that name the order
     */
    Expected expected(String orderId, List<Fact> inOrder, List<Rejection> refused) {
        Expected soon = expected(orderId, inOrder, true);
        return Counts.difference("", refused, soon.rejections()) == null ? soon : expected(orderId, inOrder, false);
    }

    /** @param soon whether what changed nothing comes as soon as it can, else as late */
    private Expected expected(String orderId, List<Fact> inOrder, boolean soon) {
        SortedMap<LocalDate, List<Taken>> byDay = new TreeMap<>();
        for (Taken one : Objects.requireNonNull(taken.get(orderId))) {
            LocalDate day = one.knownOn() == null ? LocalDate.MIN : one.knownOn();
            byDay.computeIfAbsent(day, first -> new ArrayList<>()).add(one);
        }
        List<Fact> left = new ArrayList<>(inOrder);
        List<Taken> all = new ArrayList<>();
        byDay.values().forEach(day -> all.addAll(merged(day, left, soon)));
        return Expected.of(orderId, all, days(orderId));
    }

    /** Of one day: early ones keep their order, others too. */
    private static List<Taken> merged(List<Taken> day, List<Fact> inOrder, boolean soon) {
        List<Taken> early = new ArrayList<>(day.stream().filter(Taken::early).toList());
        List<Taken> others = new ArrayList<>(day);
        others.removeAll(early);
        List<Taken> merged = new ArrayList<>();
        while (!early.isEmpty() || !others.isEmpty()) {
            List<Taken> next =
                    others.isEmpty() || !early.isEmpty() && comesFirst(early, others, inOrder, soon) ? early : others;
            Taken one = next.removeFirst();
            inOrder.remove(one.fact());
            merged.add(one);
        }
        return merged;
    }

    private static boolean comesFirst(List<Taken> these, List<Taken> those, List<Fact> inOrder, boolean soon) {
        if (soon && !inOrder.contains(these.getFirst().fact())) {
            return true;
        }
        if (soon && !inOrder.contains(those.getFirst().fact())) {
            return false;
        }
        return nextIn(these, inOrder) <= nextIn(those, inOrder);
    }

    /** When the first of these that its account took was taken; last of all where there is none. */
    private static int nextIn(List<Taken> these, List<Fact> inOrder) {
        return these.stream()
                .mapToInt(one -> inOrder.indexOf(one.fact()))
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }
}
