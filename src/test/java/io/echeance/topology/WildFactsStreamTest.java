package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact;
import io.echeance.core.order.OrderFact;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Plan;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.Quality;
import io.echeance.serde.RandomRecords;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No fact that the schemas can carry stops the stream, however wild. */
class WildFactsStreamTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 12);

    /** Ends of the calendar that we compute in, and of the one that a schema can carry. */
    private static final List<LocalDate> WITHIN =
            List.of(LocalDate.of(1990, 1, 1), FIRST, FIRST.plusDays(40), LocalDate.of(2199, 12, 31));

    private static final List<LocalDate> BEYOND = List.of(
            LocalDate.of(-5_877_641, 6, 24),
            LocalDate.of(1, 1, 1),
            LocalDate.of(1989, 12, 31),
            LocalDate.of(2200, 1, 1),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(5_881_580, 7, 11));

    private static final List<Money> AMOUNTS = List.of(
            Money.ofCents(1),
            Money.of("2400.00"),
            Money.of("99999999.99"),
            Money.of("100000000.00"),
            Money.ofCents(Long.MAX_VALUE));

    private final Random random = new Random(SEED);
    private final RandomRecords records = new RandomRecords(SEED);

    @Test
    void theStreamGoesOn() {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            stream.close(FIRST.minusDays(1));
            LocalDate today = FIRST;
            for (int n = 0; n < 600; n++) {
                Fact fact = fact(n);
                LocalDate day = today;
                assertThatCode(() -> stream.tell(fact, day))
                        .as("seed %d, %s", SEED, fact)
                        .doesNotThrowAnyException();
                if (n % 10 == 0) {
                    assertThatCode(() -> stream.close(day))
                            .as("seed %d, closing %s", SEED, day)
                            .doesNotThrowAnyException();
                    today = today.plusDays(1 + random.nextInt(20));
                    stream.close(any(BEYOND));
                }
            }
            stream.tell(Facts.order("after all", FIRST), today);
            assertThat(stream.said(Topic.STATEMENTS, Statement.class))
                    .extracting(Statement::orderId)
                    .contains("after all")
                    .filteredOn(orderId -> orderId.startsWith("W-"))
                    .hasSizeGreaterThan(30);
        }
    }

    private Fact fact(int n) {
        return switch (random.nextInt(6)) {
            case 0 -> order("W-" + n);
            case 1 -> records.next(OrderFact.class);
            case 2 -> records.next(PaymentFact.class);
            case 3 -> records.next(FundingFact.class);
            case 4 -> records.next(CollectionFact.class);
            default -> Facts.payment("p" + n, "p" + n, null, "W-" + random.nextInt(n + 1), day(), amount().toString());
        };
    }

    private OrderPlaced order(String orderId) {
        LocalDate start = day();
        LocalDate end = random.nextBoolean() ? start : day();
        return new OrderPlaced(
                "placed-" + orderId,
                orderId,
                random.nextBoolean() ? FIRST : day(),
                "technolowgic@2024-12-02",
                new Customer("ACME", Quality.PROFESSIONAL),
                List.of(
                        new OrderLine(OrderLine.LineKind.TUITION, "tuition", amount()),
                        new OrderLine(OrderLine.LineKind.TRAVEL, "travel", amount())),
                new Service(start, end, List.of()),
                null,
                plan(),
                List.of(),
                random.nextBoolean());
    }

    private @Nullable Plan plan() {
        return random.nextInt(3) > 0 ? null : new Plan(1 + random.nextInt(3), day());
    }

    private LocalDate day() {
        return any(random.nextInt(8) == 0 ? BEYOND : WITHIN);
    }

    private Money amount() {
        return any(random.nextInt(8) == 0 ? AMOUNTS : AMOUNTS.subList(0, 3));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
