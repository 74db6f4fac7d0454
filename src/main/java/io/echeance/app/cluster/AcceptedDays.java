package io.echeance.app.cluster;

import io.echeance.core.admission.ClosableDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which of the days published on {@code business-days} the stream has accepted, or will when it comes to them: by the
 * same rule, in the order of each partition. A day that it refuses counts for nothing here either.
 */
final class AcceptedDays {

    private final ClosableDays closable;
    private final Set<Integer> partitions;
    private final Map<Integer, LocalDate> last = new HashMap<>();
    private final List<String> refused = new ArrayList<>();

    AcceptedDays(ClosableDays closable, Collection<Integer> partitions) {
        this.closable = closable;
        this.partitions = new TreeSet<>(partitions);
    }

    /**
     * The next record of a partition.
     *
     * @param receivedOn the day of its timestamp, where the sellers are
     */
    void received(int partition, long offset, LocalDate day, LocalDate receivedOn) {
        @Nullable LocalDate before = last.get(partition);
        @Nullable String objection = closable.objection(day, receivedOn, before);
        if (objection != null) {
            refused.add("business-days-%d@%d: %s".formatted(partition, offset, objection));
        } else if (before == null || day.isAfter(before)) {
            last.put(partition, day);
        }
    }

    /** The last day that is closed on every partition; empty: on one of them none is. */
    Optional<LocalDate> last() {
        return last.keySet().containsAll(partitions)
                ? last.values().stream().min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** The records that closed nothing: where each lies, and why. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** Why the stream would refuse this day, written today; empty: it will not. */
    Optional<String> objection(LocalDate day, LocalDate today) {
        return partitions.stream()
                .flatMap(partition -> Optional.ofNullable(closable.objection(day, today, last.get(partition))).stream())
                .findFirst();
    }
}
