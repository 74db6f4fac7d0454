package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.matching.OpenItem.Debtor;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The open items that make an amount")
class ItemSumTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 1);

    private static OpenItem item(int n, String order, long cents) {
        return new OpenItem(new Debtor(order, "ANN"), "s", order + "/doc", n, DUE.plusDays(n), Money.ofCents(cents));
    }

    /** Written as {@code A1000 B250}: order A has 10.00 open, B 2.50. */
    private static List<OpenItem> items(String written) {
        List<OpenItem> items = new ArrayList<>();
        for (String one : written.split(" ")) {
            items.add(item(items.size() + 1, one.substring(0, 1), Long.parseLong(one.substring(1))));
        }
        return items;
    }

    private static String found(List<OpenItem> items, long cents) {
        return ItemSum.of(items, Money.ofCents(cents)).stream()
                .map(item -> item.debtor().orderId() + item.amount().cents())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "of {0} for {1}: {2}")
    @CsvSource({
        "A1000 B250 C333, 1000, A1000",
        "A1000 B250 C333, 583, B250 C333",
        "A1000 B250 C333, 1583, A1000 B250 C333",
        "A1000 B250 C333, 584, ''",
        "A500 B500, 500, ''", // two are as likely
        "A500 A500 A500, 1000, A500 A500", // one order: its oldest debt is paid first anyhow
        "A500 B300 C200, 500, A500", // the fewest win
        "A500 B300 C200 D300, 500, A500",
        "A100 B100 C100 D100 E100 F100 G100, 700, ''", // seven are too many
        "A100 B100 C100 D100 E100 F100, 600, A100 B100 C100 D100 E100 F100",
    })
    void areTheFewestThatMakeItIfThereIsOneChoice(String items, long cents, String found) {
        assertThat(found(items(items), cents)).isEqualTo(found);
    }

    @Test
    @DisplayName("are as a slow search finds them, whatever the amounts are")
    void areAsASlowSearchFindsThem() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            List<OpenItem> items = new ArrayList<>();
            for (int n = 1; n <= 2 + random.nextInt(8); n++) {
                items.add(item(n, String.valueOf((char) ('A' + random.nextInt(3))), random.nextLong(1, 13)));
            }
            long cents = random.nextLong(1, 41);
            assertThat(byOrder(ItemSum.of(items, Money.ofCents(cents))))
                    .as("%s for %d", items, cents)
                    .isEqualTo(slowly(items, cents));
        }
    }

    /** What each order gets; empty: nothing makes it, or two choices do. */
    private static String slowly(List<OpenItem> items, long cents) {
        for (int size = 1; size <= ItemSum.MOST_TOGETHER; size++) {
            int wanted = size;
            List<String> ways = IntStream.range(1, 1 << items.size())
                    .filter(set -> Integer.bitCount(set) == wanted)
                    .mapToObj(set -> IntStream.range(0, items.size())
                            .filter(n -> (set >> n & 1) == 1)
                            .mapToObj(items::get)
                            .toList())
                    .filter(some -> OpenItem.sum(some).cents() == cents)
                    .map(ItemSumTest::byOrder)
                    .distinct()
                    .toList();
            if (!ways.isEmpty()) {
                return ways.size() == 1 ? ways.getFirst() : "{}";
            }
        }
        return "{}";
    }

    private static String byOrder(List<OpenItem> some) {
        return some.stream()
                .collect(Collectors.groupingBy(
                        item -> item.debtor().orderId(),
                        TreeMap::new,
                        Collectors.summingLong(item -> item.amount().cents())))
                .toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"equal, 100, 0, 300", "all different, 1, 1, 90", "far too small, 1, 0, 1000000", "binary, 1, 100, 7777"
    })
    @DisplayName("are looked for in a bounded number of steps")
    void areLookedForInABoundedNumberOfSteps(String which, long first, long more, long cents) {
        List<OpenItem> items = IntStream.rangeClosed(1, ItemSum.MOST)
                .mapToObj(n -> item(n, "O" + n, first + more * n))
                .toList();

        assertThat(ItemSum.steps(items, Money.ofCents(cents)))
                .as(which)
                .isPositive()
                .isLessThanOrEqualTo(ItemSum.MOST_STEPS);
    }

    @Test
    @DisplayName("are not looked for among more than thirty")
    void areNotLookedForAmongMore() {
        List<OpenItem> items = IntStream.rangeClosed(1, ItemSum.MOST + 1)
                .mapToObj(n -> item(n, "O" + n, 1L << n))
                .toList();

        assertThat(ItemSum.of(items, Money.ofCents(2))).isEmpty();
        assertThat(ItemSum.of(items.subList(0, ItemSum.MOST), Money.ofCents(2))).hasSize(1);
    }
}
