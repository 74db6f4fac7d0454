package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.money.Money;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.laws.History;
import io.echeance.laws.Placements;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which topic is read faster within a day does not show at its end: payments, returns and what people decide about them
 * may come before or behind the orders of the day that they name, in the stream and in the book alike. {@code
 * -Dinterleavings=n} plays more histories, {@code -DfirstInterleaving=n} begins elsewhere.
 */
class InterleavedTopicsTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 12);
    private static final int DAYS = 25;
    private static final int HISTORIES = Integer.getInteger("interleavings", 2);
    private static final long FIRST_SEED = Long.getLong("firstInterleaving", 1L);

    private final Book ordersFirst = new Book(History.DECIDER);
    private SplittableRandom random = new SplittableRandom(0);
    private Placements placements = new Placements(0);
    private final List<PaymentReceived> payments = new ArrayList<>();
    private int ids;

    static LongStream seeds() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + HISTORIES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theDayEndsAlikeWhicheverTopicIsReadFirst(long seed) {
        random = new SplittableRandom(seed);
        placements = new Placements(seed);
        try (StreamUnderTest stream = new StreamUnderTest()) {
            StreamAndBook both = new StreamAndBook(stream, START.minusDays(1));
            for (LocalDate day = START; day.isBefore(START.plusDays(DAYS)); day = day.plusDays(1)) {
                List<Fact> orders = orders(day);
                List<Fact> money = money(day);
                List<Fact> received = interleaved(orders, money);

                List<Output> said = both.day(day, received);

                List<Output> expected = new ArrayList<>();
                for (Fact fact : Stream.concat(orders.stream(), money.stream()).toList()) {
                    expected.addAll(ordersFirst.take(fact, day));
                }
                expected.addAll(ordersFirst.close(day));
                assertThat(decided(said)).as("%s: %s", day, received).isEqualTo(decided(expected));
                assertThat(standing(both.book())).as("%s: %s", day, received).isEqualTo(standing(ordersFirst));
            }
        }
    }

    /** One of them is not placed on its day, but on the next. */
    private List<Fact> orders(LocalDate day) {
        List<Fact> orders = new ArrayList<>();
        for (String order : ordersOf(day).subList(0, 2)) {
            orders.add(Facts.order(order, day));
        }
        if (day.isAfter(START)) {
            orders.add(Facts.order(ordersOf(day.minusDays(1)).getLast(), day));
        }
        return orders;
    }

    private static List<String> ordersOf(LocalDate day) {
        return Stream.of("A", "B", "C")
                .map(letter -> letter + "-" + day.toString().replace('-', '/'))
                .toList();
    }

    private List<Fact> money(LocalDate day) {
        List<Fact> money = new ArrayList<>();
        int facts = random.nextInt(2, 9);
        while (money.size() < facts) {
            money.add(any(day));
        }
        return money;
    }

    private PaymentFact any(LocalDate day) {
        List<String> orders = ordersOf(day);
        if (payments.isEmpty() || random.nextInt(3) == 0) {
            String text = random.nextBoolean() ? orders.get(random.nextInt(orders.size())) : "MERCI";
            payments.add(new PaymentReceived(
                    "f" + ++ids,
                    null,
                    day,
                    "P" + (payments.isEmpty() || random.nextInt(8) > 0 ? ids : random.nextInt(1, ids)),
                    Facts.CUSTOMER,
                    Money.ofCents(100L * random.nextInt(1, 900)),
                    Method.SEPA_DEBIT,
                    text));
            return payments.getLast();
        }
        PaymentReceived payment = payments.get(Math.max(0, payments.size() - random.nextInt(1, 4)));
        return random.nextInt(5) == 0
                ? new PaymentReturned("r" + ++ids, null, day, payment.paymentId(), "AM04")
                : placements.decision(payment, day, orders);
    }

    /** The order of each topic stands; now and then the one lies wholly before the other. */
    private List<Fact> interleaved(List<Fact> orders, List<Fact> money) {
        Deque<Fact> left = new ArrayDeque<>(orders);
        Deque<Fact> right = new ArrayDeque<>(money);
        boolean moneyFirst = random.nextInt(3) == 0;
        List<Fact> all = new ArrayList<>();
        while (!left.isEmpty() || !right.isEmpty()) {
            boolean isMoney = left.isEmpty() || (!right.isEmpty() && (moneyFirst || random.nextBoolean()));
            all.add((isMoney ? right : left).remove());
        }
        return all;
    }

    /** What was made of decisions, and what was refused. */
    private static Set<String> decided(List<Output> outputs) {
        Set<String> decided = new TreeSet<>();
        for (Output output : outputs) {
            if (output instanceof PaymentDecided || output instanceof Rejection) {
                decided.add(output.toString());
            }
        }
        return decided;
    }

    /** What each order was asked for and has received, and what waits. */
    private static Set<String> standing(Book book) {
        Set<String> standing = new TreeSet<>();
        Stream.concat(book.suspense().stream(), book.cameBack().stream())
                .forEach(waiting -> standing.add(waiting.fact() + " " + waiting.setAside()));
        for (String order : book.accounts().keySet()) {
            Statement statement = Objects.requireNonNull(book.statement(order), order);
            statement.payers().forEach(payer -> standing.add(order + " " + payer));
        }
        return standing;
    }
}
