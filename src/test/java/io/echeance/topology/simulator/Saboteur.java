package io.echeance.topology.simulator;

import io.echeance.serde.binding.Parcel;
import io.echeance.serde.binding.Parcel.Item;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.PaymentRow;
import io.echeance.topology.node.InputMarker;
import io.echeance.topology.store.StateStores;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Puts one fault into a run, at a few of the moments at which it could occur. */
final class Saboteur {

    /** Sabotages nothing. */
    static final Saboteur NOBODY = new Saboteur(Fault.NONE, 0);

    private static final int ONE_IN = 6;

    private final Fault fault;
    private final SplittableRandom random;
    private int struck;

    Saboteur(Fault fault, long seed) {
        this.fault = fault;
        this.random = new SplittableRandom(seed);
    }

    /** How often it did. */
    int struck() {
        return struck;
    }

    boolean strikes(Fault what) {
        int oneIn = what == Fault.MARKER_SPEAKS_FOR_ALL || what == Fault.NO_QUEUE_OF_DECISIONS ? 1 : ONE_IN;
        boolean strikes = fault == what && random.nextInt(oneIn) == 0;
        if (strikes) {
            struck++;
        }
        return strikes;
    }

    /** A store as a node gets to see it. */
    StateStore seen(StateStore store, String node) {
        @SuppressWarnings("unchecked") // It has the payments.
        KeyValueStore<String, PaymentRow> rows =
                store.name().equals(StateStores.PAYMENTS) ? (KeyValueStore<String, PaymentRow>) store : null;
        boolean isHere = fault == Fault.NO_QUEUE_OF_DECISIONS && rows != null && node.equals("payments");
        return isHere ? new Unqueued(rows, this) : store;
    }

    /** The partitions to which a record goes that is written to a topic. */
    List<Integer> diverted(int partition, int partitions, @Nullable Object value) {
        if (fault == Fault.NONE) {
            return List.of(partition);
        }
        if (isOfADay(value)) {
            return strikes(Fault.MARKER_FORGOTTEN) ? List.of() : List.of(partition);
        }
        if (strikes(Fault.RECORD_LOST)) {
            return List.of();
        }
        if (strikes(Fault.RECORD_WRITTEN_TWICE)) {
            return List.of(partition, partition);
        }
        return partitions > 1 && strikes(Fault.RECORD_ASTRAY)
                ? List.of((partition + 1) % partitions)
                : List.of(partition);
    }

    private static boolean isOfADay(@Nullable Object value) {
        return switch (value) {
            case LoggedFact entry -> !(entry.payload() instanceof LoggedFact.Received);
            case DayMarker marker -> true;
            case InputMarker marker -> true;
            case Parcel<?> parcel -> isOfADay(parcel.items().getFirst().value());
            case null, default -> false;
        };
    }

    /** What is written beside a record. */
    List<?> besides(@Nullable Object value, int partitions) {
        if (fault == Fault.NONE) {
            return List.of();
        }
        return switch (value) {
            case DayMarker marker -> others(marker, partitions);
            case LoggedFact(var origin, DayMarker marker, var on)
            when fault == Fault.MARKER_SPEAKS_FOR_ALL ->
                others(marker, partitions).stream()
                        .map(other -> new LoggedFact(null, other))
                        .toList();
            case LoggedFact(var origin, DayMarker marker, var on)
            when marker.stage() == DayMarker.Stage.MATCHING && strikes(Fault.DAY_CLOSED_AT_ONCE) ->
                List.of(new LoggedFact(null, new DayClosed(marker.date())));
            case LoggedFact(var origin, DayClosed(var date), var on)
            when strikes(Fault.DAY_INVENTED) -> List.of(new LoggedFact(null, new DayClosed(date.plusDays(1))));
            case Parcel<?> parcel -> besidesParcel(parcel, partitions);
            case null, default -> List.of();
        };
    }

    /** The marker of a day is alone in its parcel. */
    private List<?> besidesParcel(Parcel<?> parcel, int partitions) {
        Item<?> item = parcel.items().getFirst();
        return besides(item.value(), partitions).stream()
                .map(more -> new Parcel<>(List.of(new Item<Object>(item.key(), more, item.at()))))
                .toList();
    }

    private List<DayMarker> others(DayMarker marker, int partitions) {
        return partitions > 1 && strikes(Fault.MARKER_SPEAKS_FOR_ALL)
                ? IntStream.range(0, partitions)
                        .filter(other -> other != marker.partition())
                        .mapToObj(other ->
                                new DayMarker(marker.date(), marker.stage(), other, marker.round(), marker.news()))
                        .toList()
                : List.of();
    }
}
