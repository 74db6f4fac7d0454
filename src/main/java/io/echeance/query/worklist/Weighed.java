package io.echeance.query.worklist;

import io.echeance.core.money.Money;
import io.echeance.query.worklist.Worklist.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A row with its weight, points × cents, which is worked out once and not at each comparison. */
record Weighed(Row row, long weight) {

    private static final int CAP_PERCENT = 95;

    private static final Comparator<Weighed> FIRST_THINGS_FIRST = Comparator.comparing((Weighed one) -> one.row.rests())
            .thenComparing(Comparator.comparingLong(Weighed::weight).reversed())
            .thenComparing(one -> one.row.late(), Comparator.reverseOrder())
            .thenComparing(one -> one.row.customer())
            .thenComparing(one -> one.row.seller());

    /**
     * Some rows, first things first.
     *
     * @param all among them those; of all an amount says up to what it counts
     */
    static List<Row> inOrder(Collection<Row> all, Collection<Row> some) {
        Map<String, Money> caps = caps(all);
        return some.stream()
                .map(row -> of(row, Objects.requireNonNull(caps.get(row.seller()))))
                .sorted(FIRST_THINGS_FIRST)
                .map(Weighed::row)
                .toList();
    }

    private static Weighed of(Row row, Money cap) {
        return new Weighed(row, row.points() * row.atStake().min(cap).cents());
    }

    /** Of each seller the amount that 95 of 100 rows do not exceed. */
    private static Map<String, Money> caps(Collection<Row> rows) {
        Map<String, List<Money>> amounts = new HashMap<>();
        rows.forEach(row -> amounts.computeIfAbsent(row.seller(), seller -> new ArrayList<>())
                .add(row.atStake()));
        Map<String, Money> caps = new HashMap<>();
        amounts.forEach((seller, late) -> {
            late.sort(null);
            caps.put(seller, late.get((late.size() - 1) * CAP_PERCENT / 100));
        });
        return caps;
    }
}
