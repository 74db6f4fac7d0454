package io.echeance.core.matching;

import io.echeance.core.matching.OpenItem.Debtor;
import io.echeance.core.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of some open items make an amount to the cent (<i>lettrage</i>): {@value #MOST_TOGETHER} of {@value #MOST} at
 * most. Both halves of the items are summed in every way, and what two of these sums make together is looked up: so the
 * work is bounded, whatever the amounts are.
 *
 * <p>Reading taken: the fewest items win. Of two ways with as many that give other amounts to other debtors, neither
 * does; two that give each debtor the same are one, since his oldest debt is paid first anyhow.
 */
final class ItemSum {

    static final int MOST = 30;
    static final int MOST_TOGETHER = 6;

    /** Sums of six at most of fifteen items: 1 + 15 + 105 + 455 + 1,365 + 3,003 + 5,005. */
    private static final int OF_A_HALF = 9_949;

    /** Sums of both halves, and of each of the one half a look for every number of items of the other. */
    static final int MOST_STEPS = OF_A_HALF * (2 + MOST_TOGETHER + 1);

    private static final int NONE = -1;

    private final List<OpenItem> items;
    private final long amount;
    /** By sum and number of items of the first half: as many ways as are told apart. */
    private final Map<Long, int[]> ways = new HashMap<>();

    private final int half;
    private int best = MOST_TOGETHER + 1;
    private int found = NONE;
    private boolean isOne;
    private int steps;

    private ItemSum(List<OpenItem> items, Money amount) {
        this.items = items;
        this.amount = amount.cents();
        this.half = items.size() / 2;
    }

    /** Empty: no such items make it, more than one choice of them does, or there are too many to look. */
    static List<OpenItem> of(List<OpenItem> items, Money amount) {
        return items.size() > MOST ? List.of() : new ItemSum(items, amount).search();
    }

    /** How much work a search is. */
    static int steps(List<OpenItem> items, Money amount) {
        ItemSum sum = new ItemSum(items, amount);
        sum.search();
        return sum.steps;
    }

    private List<OpenItem> search() {
        choose(0, half, 0, 0, 0);
        choose(half, items.size(), 0, 0, 0);
        return isOne ? chosen(found) : List.of();
    }

    private void choose(int from, int end, int set, long sum, int size) {
        steps++;
        if (end == half) {
            keep(set, sum, size);
        } else {
            complete(set, sum, size);
        }
        for (int next = from; next < end && size < MOST_TOGETHER; next++) {
            long more = sum + items.get(next).amount().cents();
            if (more <= amount) {
                choose(next + 1, end, set | 1 << next, more, size + 1);
            }
        }
    }

    private static long key(long sum, int size) {
        return sum * (MOST_TOGETHER + 1) + size;
    }

    private void keep(int set, long sum, int size) {
        int[] met = ways.computeIfAbsent(key(sum, size), none -> new int[] {set, NONE});
        if (met[1] == NONE && !isSame(met[0], set)) {
            met[1] = set;
        }
    }

    private void complete(int set, long sum, int size) {
        for (int others = 0; others <= MOST_TOGETHER - size; others++) {
            steps++;
            int[] met = ways.get(key(amount - sum, others));
            if (met != null && size + others > 0) {
                take(met[0] | set, size + others);
                if (met[1] != NONE) {
                    take(met[1] | set, size + others);
                }
            }
        }
    }

    private void take(int set, int size) {
        if (size < best) {
            best = size;
            found = set;
            isOne = true;
        } else if (size == best && isOne) {
            isOne = isSame(found, set);
        }
    }

    private boolean isSame(int one, int other) {
        return one == other || byDebtor(one).equals(byDebtor(other));
    }

    private Map<Debtor, Long> byDebtor(int set) {
        Map<Debtor, Long> sums = new HashMap<>();
        chosen(set).forEach(item -> sums.merge(item.debtor(), item.amount().cents(), Math::addExact));
        return sums;
    }

    private List<OpenItem> chosen(int set) {
        List<OpenItem> chosen = new ArrayList<>();
        for (int n = 0; n < items.size(); n++) {
            if ((set >> n & 1) == 1) {
                chosen.add(items.get(n));
            }
        }
        return chosen;
    }
}
