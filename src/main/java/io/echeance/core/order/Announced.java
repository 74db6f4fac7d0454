package io.echeance.core.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a rule newly says about an order.
 *
 * @param outputs in order
 * @param once keys of what among it is said only once
 * @param lifted keys of what stands no longer, and may be said again
 * @param nextOn first morning on which the rule may say something new without a new fact; null: none
 */
public record Announced(
        List<Output> outputs,
        SortedSet<String> once,
        SortedSet<String> lifted,
        @Nullable LocalDate nextOn) {

    public static final Announced NOTHING =
            new Announced(List.of(), Collections.emptySortedSet(), Collections.emptySortedSet(), null);

    /** This, and after it {@code next}. */
    public Announced then(Announced next) {
        if (isNothing()) {
            return next;
        }
        if (next.isNothing()) {
            return this;
        }
        List<Output> both = new ArrayList<>(outputs);
        both.addAll(next.outputs);
        return new Announced(both, union(once, next.once), union(lifted, next.lifted), earlier(nextOn, next.nextOn));
    }

    private boolean isNothing() {
        return outputs.isEmpty() && once.isEmpty() && lifted.isEmpty() && nextOn == null;
    }

    private static SortedSet<String> union(SortedSet<String> some, SortedSet<String> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        SortedSet<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }
}
