package io.echeance.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.Statement.Status;
import io.echeance.core.terms.Quality;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page of a list that lies on four partitions")
class ListedTest {

    private static final int PARTITIONS = 4;
    private static final int ORDERS = 437;
    private static final int LIMIT = 50;

    private final Set<String> gone = new HashSet<>();
    private final List<String> lookedUp = new ArrayList<>();
    private int scanned;

    private List<Listed> partitions() {
        return IntStream.range(0, PARTITIONS).mapToObj(this::partition).toList();
    }

    private Listed partition(int partition) {
        return of(ORDERS, n -> n % PARTITIONS == partition);
    }

    private Listed of(int orders, IntPredicate here) {
        return (after, most) -> {
            List<Listed.Entry> rows = IntStream.range(0, orders)
                    .filter(here)
                    .mapToObj("Q-%04d"::formatted)
                    .map(id -> new Listed.Entry(at(id), () -> lookUp(id)))
                    .filter(row -> after == null || row.at().compareTo(after) > 0)
                    .limit(most)
                    .toList();
            scanned += rows.size();
            return rows;
        };
    }

    private static Cursor at(String id) {
        return Cursor.at(id.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable OrderStanding lookUp(String id) {
        lookedUp.add(id);
        return gone.contains(id)
                ? null
                : new OrderStanding(
                        id,
                        "SELLER",
                        "C-1",
                        Quality.CONSUMER,
                        Status.PLACED,
                        LocalDate.of(2026, 3, 2),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        false,
                        null,
                        List.of());
    }

    private List<String> walked() {
        return walked(partitions(), LIMIT);
    }

    private static List<String> walked(List<Listed> partitions, int limit) {
        List<String> ids = new ArrayList<>();
        Cursor after = null;
        do {
            Page<OrderStanding> page = Listed.page(partitions, after, limit);
            page.contents().forEach(standing -> ids.add(standing.orderId()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    @Test
    @DisplayName("looks up the orders that stand on it, and no other")
    void looksUpItsOwn() {
        Page<OrderStanding> page = Listed.page(partitions(), null, LIMIT);

        assertThat(page.rows()).hasSize(LIMIT);
        assertThat(lookedUp).hasSize(LIMIT);
        assertThat(scanned).isEqualTo(PARTITIONS * (LIMIT + 1));
    }

    @Test
    @DisplayName("goes on where the one before ended: each order once, in order")
    void walks() {
        assertThat(walked())
                .isEqualTo(
                        IntStream.range(0, ORDERS).mapToObj("Q-%04d"::formatted).toList());
        assertThat(lookedUp).hasSize(ORDERS);
    }

    @Test
    @DisplayName("that is long is read of each partition for its share and a quarter, not whole of each")
    void readsItsShare() {
        int limit = 2_000;
        List<Listed> evenly = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> of(2 * limit, n -> n % PARTITIONS == partition))
                .toList();

        assertThat(Listed.page(evenly, null, limit).rows()).hasSize(limit);
        assertThat(scanned).isEqualTo(limit * 5 / 4);
    }

    @Test
    @DisplayName("that is long has every order, however unevenly they lie")
    void isWholeWhereverTheyLie() {
        List<Listed> unevenly =
                List.of(of(1_500, n -> n % 100 != 7), of(1_500, n -> false), of(1_500, n -> n % 100 == 7));

        assertThat(walked(unevenly, 700))
                .isEqualTo(
                        IntStream.range(0, 1_500).mapToObj("Q-%04d"::formatted).toList());
        assertThat(lookedUp).hasSize(1_500);
    }

    @Test
    @DisplayName("leaves out an order that has left the list meanwhile, and is filled up all the same")
    void leavesOut() {
        IntStream.range(0, 60).forEach(n -> gone.add("Q-%04d".formatted(n)));

        Page<OrderStanding> page = Listed.page(partitions(), null, LIMIT);

        assertThat(page.rows()).hasSize(LIMIT);
        assertThat(page.contents().getFirst().orderId()).isEqualTo("Q-0060");
        assertThat(walked()).hasSize(ORDERS - 60);
    }

    @Test
    @DisplayName("is empty where nothing is left, and the last")
    void ends() {
        IntStream.range(0, ORDERS).forEach(n -> gone.add("Q-%04d".formatted(n)));

        assertThat(Listed.page(partitions(), null, LIMIT)).isEqualTo(new Page<>(List.of(), null));
    }
}
