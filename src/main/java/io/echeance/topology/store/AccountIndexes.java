package io.echeance.topology.store;

import io.echeance.core.order.OrderStanding;
import io.echeance.serde.record.Cover;
import io.echeance.serde.record.Cover.Act;
import io.echeance.serde.record.Cover.DebtChange;
import io.echeance.topology.store.AgeingRow.Debtor;
import io.echeance.topology.store.AgeingRow.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the indexes change with the cover of an account: its places in the lists, the morning on which it is
 * drawn next, its part of the ageing, and what people did.
 */
final class AccountIndexes {

    /** Where the rows lie. */
    interface Rows {

        /** A row that is only a key. */
        void put(Bytes key);

        void remove(Bytes key);

        /** Adds cents to a row; one whose sum is zero is none. */
        void add(Bytes key, long cents);
    }

    private AccountIndexes() {}

    static void follow(Bytes account, Cover before, Cover after, Rows rows) {
        list(before.standing(), after.standing(), rows);
        wake(account, before.wakeOn(), after.wakeOn(), rows);
        act(account, before.acts(), after.acts(), rows);
        if (!before.changes().equals(after.changes())) {
            age(before, after, rows);
        }
    }

    private static void list(@Nullable OrderStanding before, @Nullable OrderStanding after, Rows rows) {
        if (Objects.equals(before, after)) {
            return;
        }
        Set<ListRow> former = before == null ? Set.of() : ListRow.of(before);
        Set<ListRow> places = after == null ? Set.of() : ListRow.of(after);
        for (ListRow row : former) {
            if (!places.contains(row)) {
                rows.remove(row.key());
            }
        }
        for (ListRow row : places) {
            if (!former.contains(row)) {
                rows.put(row.key());
            }
        }
    }

    private static void wake(Bytes account, @Nullable LocalDate before, @Nullable LocalDate after, Rows rows) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null) {
            rows.remove(Mornings.key(before, account));
        }
        if (after != null) {
            rows.put(Mornings.key(after, account));
        }
    }

    private static void act(Bytes account, List<Act> before, List<Act> after, Rows rows) {
        if (before.equals(after)) {
            return;
        }
        before.stream()
                .filter(one -> !after.contains(one))
                .forEach(one -> rows.remove(ActRow.of(account, one).key()));
        after.stream()
                .filter(one -> !before.contains(one))
                .forEach(one -> rows.put(ActRow.of(account, one).key()));
    }

    private static void age(Cover before, Cover after, Rows rows) {
        Map<Bytes, Long> cents = new HashMap<>();
        add(cents, before, after, -1);
        add(cents, after, before, 1);
        cents.forEach((row, sum) -> {
            if (sum != 0) {
                rows.add(row, sum);
            }
        });
    }

    /** What one cover has and the other has not: most changes lie long back, and stay. */
    private static void add(Map<Bytes, Long> cents, Cover cover, Cover other, int sign) {
        OrderStanding standing = cover.standing();
        if (standing == null) {
            return;
        }
        List<DebtChange> changes = new ArrayList<>(cover.changes());
        changes.removeAll(other.changes());
        for (DebtChange change : changes) {
            Debtor debtor = new Debtor(standing.seller(), change.kind(), change.dueOn());
            for (Span span : Span.values()) {
                Bytes row = new AgeingRow(span, span.startOf(change.on()), debtor).key();
                cents.merge(row, sign * change.cents(), Math::addExact);
            }
        }
    }
}
