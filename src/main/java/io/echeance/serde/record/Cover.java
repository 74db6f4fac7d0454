package io.echeance.serde.record;

import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.PayerKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands outside on an account (<i>chemise du dossier</i>): all that lists, ageing and mornings need of it, so
 * that they can be made of the accounts alone.
 *
 * @param standing what lists show of the order; null until it is placed
 * @param wakeOn the morning on which the account is drawn next, later than the day on which that was decided; null:
 *     only when a fact comes
 * @param changes how what is unpaid became what it is, by day, due date and kind of payer; none is zero
 * @param acts which of its facts say who did it, or may have said it under seal, in order of arrival
 */
public record Cover(
        @Nullable OrderStanding standing, @Nullable LocalDate wakeOn, List<DebtChange> changes, List<Act> acts) {

    /** Of an account of which nothing is known. */
    public static final Cover BLANK = new Cover(null, null, List.of(), List.of());

    private static final Comparator<DebtChange> ORDER = Comparator.comparing(DebtChange::on)
            .thenComparing(DebtChange::dueOn)
            .thenComparing(DebtChange::kind);

    /**
     * By how much what is unpaid of an order changed.
     *
     * @param on the day on which it became known
     * @param cents negative where it was paid
     */
    public record DebtChange(LocalDate on, PayerKind kind, LocalDate dueOn, long cents) {}

    /**
     * Somebody did something.
     *
     * @param knownOn the day on which it reached us
     * @param at when it was sent, in milliseconds of the epoch
     */
    public record Act(LocalDate knownOn, long at, String factId) {}

    public Cover {
        changes = List.copyOf(changes);
        acts = List.copyOf(acts);
    }

    /** With one act more. */
    public Cover having(Act act) {
        List<Act> more = new ArrayList<>(acts);
        more.add(act);
        return new Cover(standing, wakeOn, changes, more);
    }

    public Cover wakingOn(@Nullable LocalDate morning) {
        return new Cover(standing, morning, changes, acts);
    }

    /** With another standing, and with what changed by it. */
    public Cover showing(OrderStanding after, List<DebtChange> more) {
        if (more.isEmpty()) {
            return new Cover(after, wakeOn, changes, acts);
        }
        Map<DebtChange, Long> sums = new TreeMap<>(ORDER);
        changes.forEach(change -> sums.merge(change, change.cents(), Math::addExact));
        more.forEach(change -> sums.merge(change, change.cents(), Math::addExact));
        List<DebtChange> all = new ArrayList<>();
        sums.forEach((change, cents) -> {
            if (cents != 0) {
                all.add(new DebtChange(change.on(), change.kind(), change.dueOn(), cents));
            }
        });
        return new Cover(after, wakeOn, all, acts);
    }
}
