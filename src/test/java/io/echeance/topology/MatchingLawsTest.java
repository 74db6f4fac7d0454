package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.PaymentDecided;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever payments, returns and refunds say, the stream matches them as the book in memory does, day by day. {@code
 * -Dmatchings=n} plays more histories, {@code -DfirstMatching=n} begins elsewhere.
 */
class MatchingLawsTest {

    private static final int HISTORIES = Integer.getInteger("matchings", 2);
    private static final long FIRST_SEED = Long.getLong("firstMatching", 1L);
    private static final List<Long> ONCE_WRONG = List.of(23L, 24L, 162L, 168L, 175L);
    private static final int DAYS = 50;
    private static final LocalDate START = LocalDate.of(2026, 1, 12);

    static LongStream seeds() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + HISTORIES);
    }

    static LongStream seedsAndThoseOnceWrong() {
        return FIRST_SEED == 1 ? LongStream.concat(ONCE_WRONG.stream().mapToLong(seed -> seed), seeds()) : seeds();
    }

    /** One of two persons may say again what the other decided about more than 500.00, or something else. */
    @ParameterizedTest(name = "four eyes, seed {0}")
    @MethodSource("seeds")
    void theStreamWaitsForASecondPersonAsTheBookDoes(long seed) {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            stream.publish(TwoPersons.TERMS);
            TwoPersons money = new TwoPersons(seed);
            StreamAndBook both = new StreamAndBook(stream, START.minusDays(1));
            for (LocalDate day = START; day.isBefore(START.plusDays(DAYS)); day = day.plusDays(1)) {
                both.day(day, money.of(day));
            }
            assertThat(money.decisions()).isPositive();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seedsAndThoseOnceWrong")
    void theStreamMatchesAsTheBookDoes(long seed) {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            WildMoney money = new WildMoney(seed);
            StreamAndBook both = new StreamAndBook(stream, START.minusDays(1));
            for (LocalDate day = START; day.isBefore(START.plusDays(DAYS)); day = day.plusDays(1)) {
                both.day(day, money.of(day));
            }
        }
    }

    /** What is learned of an account, and forgotten, holds the same reminders on the same days. */
    @ParameterizedTest(name = "accounts, seed {0}")
    @MethodSource("seeds")
    void theStreamRemembersAccountsAsTheBookDoes(long seed) {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            WildMoney money = WildMoney.fromAccounts(seed);
            StreamAndBook both = new StreamAndBook(stream, START.minusDays(1));
            int likely = 0;
            for (LocalDate day = START; day.isBefore(START.plusDays(DAYS)); day = day.plusDays(1)) {
                both.day(day, money.of(day));
                likely += both.likelyPayers();
            }
            assertThat(likely).isPositive();
        }
    }

    /** A bank tells later of which payments one was made, while people decide about it, and about these. */
    @ParameterizedTest(name = "details, seed {0}")
    @MethodSource("seeds")
    void theStreamPutsDetailsInThePlaceOfTheirSumAsTheBookDoes(long seed) {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            DetailedMoney money = new DetailedMoney(seed);
            StreamAndBook both = new StreamAndBook(stream, START.minusDays(1));
            int divided = 0;
            for (LocalDate day = START; day.isBefore(START.plusDays(DAYS)); day = day.plusDays(1)) {
                divided += (int) both.day(day, money.of(day)).stream()
                        .filter(output -> output instanceof PaymentDecided decided
                                && !decided.details().isEmpty()
                                && decided.addsUp())
                        .count();
            }
            assertThat(divided).isPositive();
        }
    }
}
