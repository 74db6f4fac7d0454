package io.echeance.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.Care;
import io.echeance.core.order.Statement.Status;
import io.echeance.core.terms.Quality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What lists remember of an order")
class KnownCoversTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int ORDERS = 20;
    private static final int WRITES = 20_000;
    private static final int READERS = 3;

    /** @param turn the day of the last contact: a different one for each writing */
    private static OrderStanding standing(int order, int turn) {
        return new OrderStanding(
                "T-" + order,
                "hexagone",
                "C",
                Quality.CONSUMER,
                turn % 2 == 0 ? Status.BILLED : Status.SETTLED,
                DAY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                new Care(DAY.plusDays(turn), null, null, null),
                List.of());
    }

    private static int turn(@Nullable OrderStanding standing) {
        LocalDate contactedOn = Objects.requireNonNull(
                Objects.requireNonNull(Objects.requireNonNull(standing).care()).contactedOn());
        return Math.toIntExact(contactedOn.toEpochDay() - DAY.toEpochDay());
    }

    private static List<String> page(OrderLists lists, Status status) {
        return Listed.page(List.of(lists.listed(new OrderList.Orders(null, status), DAY)), null, 10).contents().stream()
                .map(OrderStanding::orderId)
                .toList();
    }

    @Test
    @DisplayName("is not looked up again until the order is written")
    void isNotLookedUpAgain() {
        AccountsInMemory accounts = new AccountsInMemory();
        OrderLists lists = accounts.lists();
        accounts.put(standing(1, 0));
        accounts.put(standing(2, 0));

        assertThat(page(lists, Status.BILLED)).containsExactly("T-1", "T-2");
        assertThat(accounts.lookUps()).isEqualTo(2);
        assertThat(page(lists, Status.BILLED)).containsExactly("T-1", "T-2");
        assertThat(accounts.lookUps()).isZero();

        accounts.put(standing(2, 1));

        assertThat(page(lists, Status.BILLED)).containsExactly("T-1");
        assertThat(page(lists, Status.SETTLED)).containsExactly("T-2");
        assertThat(accounts.lookUps()).isEqualTo(1);
        assertThat(turn(lists.standing("T-2"))).isEqualTo(1);
    }

    @Test
    @DisplayName("is one and the same as long as the order shows the same")
    void isOneAndTheSame() {
        AccountsInMemory accounts = new AccountsInMemory();
        OrderLists lists = accounts.lists();
        accounts.put(standing(1, 0));
        OrderStanding before = lists.standing("T-1");
        accounts.put(standing(1, 0));

        assertThat(lists.standing("T-1")).isNotNull().isSameAs(before);
    }

    @Test
    @DisplayName("is what the store says, even when whoever writes has not come to an end")
    void isWhatTheStoreSaysWhileItIsWritten() {
        List<Runnable> meanwhile = new ArrayList<>();
        AccountsInMemory accounts = new AccountsInMemory(() -> meanwhile.forEach(Runnable::run));
        OrderLists lists = accounts.lists();
        accounts.put(standing(1, 0));
        assertThat(page(lists, Status.BILLED)).containsExactly("T-1");
        List<Integer> seen = new ArrayList<>();
        meanwhile.add(() -> {
            assertThat(page(lists, Status.SETTLED)).containsExactly("T-1");
            seen.add(turn(lists.standing("T-1")));
        });

        accounts.put(standing(1, 1));

        assertThat(seen).containsExactly(1);
        assertThat(turn(lists.standing("T-1"))).isEqualTo(1);
    }

    @Test
    @DisplayName("is of the store that was asked: the same order may have lain elsewhere before")
    void isOfTheStoreThatWasAsked() {
        KnownCovers covers = new KnownCovers();
        AccountsInMemory before = new AccountsInMemory();
        AccountsInMemory after = new AccountsInMemory();
        before.put(standing(1, 0));
        after.put(standing(1, 1));

        assertThat(turn(before.lists(covers).standing("T-1"))).isZero();
        assertThat(turn(after.lists(covers).standing("T-1"))).isEqualTo(1);
        assertThat(turn(before.lists(covers).standing("T-1"))).isZero();
    }

    @Test
    @DisplayName("is never older than what was written before it was asked, however many read meanwhile")
    void isNeverOlder() throws InterruptedException, ExecutionException {
        AccountsInMemory accounts = new AccountsInMemory();
        OrderLists lists = accounts.lists();
        AtomicIntegerArray written = new AtomicIntegerArray(ORDERS);
        for (int order = 0; order < ORDERS; order++) {
            accounts.put(standing(order, 0));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(threads.submit(reading(lists, written, reader)));
            }
            SplittableRandom random = new SplittableRandom(7);
            for (int turn = 1; turn <= WRITES; turn++) {
                int order = random.nextInt(ORDERS);
                accounts.put(standing(order, turn));
                written.set(order, turn);
            }
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isZero();
            }
        }
    }

    /** How often something was older, until all is written. */
    private static Callable<Integer> reading(OrderLists lists, AtomicIntegerArray written, int seed) {
        return () -> {
            SplittableRandom random = new SplittableRandom(seed);
            int older = 0;
            for (int n = 0; n < WRITES; n++) {
                int order = random.nextInt(ORDERS);
                int least = written.get(order);
                older += turn(lists.standing("T-" + order)) < least ? 1 : 0;
            }
            return older;
        };
    }
}
