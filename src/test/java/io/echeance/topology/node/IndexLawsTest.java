package io.echeance.topology.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.PastStanding;
import io.echeance.core.order.Account;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.Status;
import io.echeance.laws.Histories;
import io.echeance.laws.History;
import io.echeance.laws.OtherOrder;
import io.echeance.query.ActTable;
import io.echeance.query.Ageing;
import io.echeance.query.AgeingTable;
import io.echeance.query.BookDay;
import io.echeance.query.Cursor;
import io.echeance.query.Listed;
import io.echeance.query.OrderList;
import io.echeance.query.OrderLists;
import io.echeance.query.Page;
import io.echeance.topology.store.AccountFile;
import io.echeance.topology.store.BoundTerms;
import io.echeance.topology.store.StateStores;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens, an index says what looking at every account would say. {@code -Dbooks=n} plays more books, {@code
 * -DfirstBook=n} begins elsewhere.
 */
class IndexLawsTest {

    private static final int BOOKS = Integer.getInteger("books", 2);
    /** This book and the next are the first two in which every list has rows. */
    private static final int FIRST_BOOK = Integer.getInteger("firstBook", 7);

    private static final int ORDERS = 12;
    private static final String ONE = "C-1";
    private static final List<String> SLICED = List.of("B-0", "B-1", "B-2", "B-3", "B-4");

    @TempDir
    private Path state;

    private record Received(LocalDate knownOn, Fact fact) {}

    /** Random histories of twelve orders of three customers, side by side. */
    private static List<Received> book(int number) {
        List<Received> received = new ArrayList<>();
        for (int n = 0; n < ORDERS; n++) {
            OtherOrder order = new OtherOrder("B-" + n, "C-" + n % 3);
            History history = Histories.of(1_000_000L + (long) number * ORDERS + n);
            history.arrivals()
                    .forEach(arrival -> received.add(new Received(arrival.knownOn(), order.of(arrival.fact()))));
        }
        // What a person decides about a payment is no fact of an order.
        received.removeIf(one -> one.fact().orderId() == null);
        received.sort(java.util.Comparator.comparing(Received::knownOn));
        return received;
    }

    private static Stream<OrderList> lists(NaiveBook book, LocalDate today) {
        List<Statement> statements = book.statements();
        List<@Nullable String> sellers = new ArrayList<>();
        sellers.add(null);
        statements.stream().map(Statement::seller).distinct().forEach(sellers::add);
        return sellers.stream().flatMap(seller -> lists(seller, statements, today));
    }

    private static Stream<OrderList> lists(@Nullable String seller, List<Statement> statements, LocalDate today) {
        List<OrderList> lists = new ArrayList<>();
        lists.add(new OrderList.Late(seller, 1, null));
        lists.add(new OrderList.Late(seller, 10, 40));
        lists.add(new OrderList.Due(seller, today, today.plusDays(30)));
        lists.add(new OrderList.Promised(seller, null, null));
        lists.add(new OrderList.Promised(seller, today, today.plusDays(7)));
        lists.add(new OrderList.RefundsDue(seller, null, null));
        lists.add(new OrderList.RefundsDue(seller, null, today));
        lists.add(new OrderList.OwedBack(seller));
        lists.add(new OrderList.Orders(seller, null));
        for (Status status : Status.values()) {
            lists.add(new OrderList.Orders(seller, status));
        }
        lists.add(new OrderList.Deadlines(seller, null, null, null));
        lists.add(new OrderList.Deadlines(seller, null, today, today.plusDays(30)));
        for (DeadlineKind kind : DeadlineKind.values()) {
            lists.add(new OrderList.Deadlines(seller, kind, null, null));
            lists.add(new OrderList.Deadlines(seller, kind, today, today.plusDays(30)));
        }
        for (OrderList.Hold hold : OrderList.Hold.values()) {
            lists.add(new OrderList.Held(seller, hold));
        }
        statements.stream()
                .map(Statement::customer)
                .distinct()
                .forEach(customer -> lists.add(new OrderList.OfCustomer(seller, customer)));
        statements.stream()
                .flatMap(statement -> statement.receivables().stream())
                .filter(debt -> debt.outstanding().isPositive())
                .flatMap(debt -> Stream.of(
                        new OrderList.Asking(seller, debt.outstanding()), new OrderList.OwedBy(seller, debt.payer())))
                .distinct()
                .forEach(lists::add);
        statements.stream()
                .flatMap(statement -> statement.payers().stream())
                .map(position -> new OrderList.Asking(seller, position.outstanding()))
                .distinct()
                .forEach(lists::add);
        statements.stream()
                .flatMap(statement -> statement.shares().stream())
                .map(Statement.Share::state)
                .filter(state -> !state.equals("CUSTOMER"))
                .distinct()
                .forEach(share -> lists.add(new OrderList.Funded(seller, share)));
        for (String step : List.of("d-7", "d+1", "d+15", "d+30", "d+45")) {
            lists.add(new OrderList.AtStep(seller, step));
            lists.add(new OrderList.NextStep(seller, step, null, null));
            lists.add(new OrderList.NextStep(seller, step, today, today.plusDays(10)));
        }
        return lists.stream();
    }

    private static List<String> read(OrderLists lists, OrderList list, LocalDate today, int limit) {
        List<String> ids = new ArrayList<>();
        Cursor after = null;
        do {
            Page<OrderStanding> page = Listed.page(List.of(lists.listed(list, today)), after, limit);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
            page.contents().forEach(standing -> ids.add(standing.orderId()));
            after = page.next() == null ? null : Cursor.of(page.next().text());
        } while (after != null);
        return ids;
    }

    @Test
    void everyListAndTheAgeingSayEveryDayWhatAllAccountsSay() {
        Map<String, Integer> seen = new TreeMap<>();
        for (int number = FIRST_BOOK; number < FIRST_BOOK + BOOKS; number++) {
            try (LogOfOnePartition log = new LogOfOnePartition(state.resolve("book-" + number), 5)) {
                playAndCompare(number, log, seen);
            }
        }
        assertThat(seen.remove("Acts")).as("acts").isPositive();
        assertThat(seen.keySet())
                .as("lists that had rows: %s", seen)
                .hasSize(OrderList.class.getPermittedSubclasses().length);
    }

    private static void playAndCompare(int number, LogOfOnePartition log, Map<String, Integer> seen) {
        List<Received> received = book(number);
        SplittableRandom random = new SplittableRandom(number);
        NaiveBook naive = new NaiveBook();
        KeyValueStore<Bytes, byte[]> rows = log.store(StateStores.ACCOUNTS);
        OrderLists lists = new OrderLists(rows);
        AgeingTable ageing = new AgeingTable(rows);
        Map<LocalDate, Ageing> closes = new HashMap<>();
        Map<LocalDate, Ageing> closesOfOne = new HashMap<>();
        BoundTerms terms = new BoundTerms(log.store(StateStores.BOUND_TERMS));
        Function<String, Account> accounts = orderId ->
                terms.account(AccountFile.account(Objects.requireNonNull(rows.get(AccountFile.key(orderId)))));
        LocalDate first = received.getFirst().knownOn();
        LocalDate last = received.getLast().knownOn().plusDays(60);
        log.closed(first.minusDays(1));
        for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
            for (Received one : received) {
                if (one.knownOn().equals(day)) {
                    log.received(one.fact());
                    naive.take(one.fact(), day);
                }
            }
            closes.put(day, naive.ageing(day, null, statement -> true));
            closesOfOne.put(
                    day,
                    naive.ageing(day, null, statement -> statement.customer().equals(ONE)));
            log.closed(day);
            log.play();
            naive.close(day);
            LocalDate today = day.plusDays(1);
            String when = "book " + number + ", morning of " + today;

            assertThat(BookDay.of(log.store(StateStores.ACCOUNTS_CLOCK))).isEqualTo(new BookDay(today, day));
            assertThat(ageing.now(today, null)).as(when).isEqualTo(naive.ageing(today, null, statement -> true));
            LocalDate past = first.plusDays(random.nextLong(day.toEpochDay() - first.toEpochDay() + 1));
            assertThat(ageing.atCloseOf(past, null))
                    .as("%s, at the close of %s", when, past)
                    .isEqualTo(closes.get(past));
            if (random.nextInt(4) == 0) {
                assertThat(ofOne(past, lists, accounts, today))
                        .as("%s, of %s at the close of %s", when, ONE, past)
                        .isEqualTo(closesOfOne.get(past));
            }
            String seller = random.nextBoolean() ? "hexagone" : "technolowgic";
            assertThat(ageing.now(today, seller))
                    .as("%s, of %s", when, seller)
                    .isEqualTo(naive.ageing(today, seller, statement -> true));
            List<String> acts = Acts.of(naive.facts());
            assertThat(Acts.read(new ActTable(rows), random.nextInt(1, 6)))
                    .as(when)
                    .isEqualTo(acts);
            seen.merge("Acts", acts.size(), Integer::sum);
            lists(naive, today).filter(list -> random.nextInt(12) == 0).forEach(list -> {
                List<String> expected = naive.list(list, today);
                assertThat(read(lists, list, today, random.nextInt(1, 6)))
                        .as("%s: %s", when, list)
                        .isEqualTo(expected);
                if (!expected.isEmpty()) {
                    seen.merge(list.getClass().getSimpleName(), 1, Integer::sum);
                }
            });
        }
    }

    /** The ageing of one customer: through the orders, each as it was known then. */
    private static Ageing ofOne(LocalDate past, OrderLists lists, Function<String, Account> accounts, LocalDate today) {
        List<OrderStanding> standings = Listed.page(
                        List.of(lists.listed(new OrderList.OfCustomer(null, ONE), today)), null, ORDERS)
                .contents()
                .stream()
                .map(standing -> accounts.apply(standing.orderId()))
                .flatMap(account -> Stream.ofNullable(PastStanding.atCloseOf(past, account, History.DECIDER)))
                .toList();
        return Ageing.of(standings, past);
    }

    @Test
    void slicesLeaveNoTraceInAnyIndex() {
        Map<Bytes, String> whole = indexed(1_000);
        assertThat(whole).hasSizeGreaterThanOrEqualTo(2 * SLICED.size());
        for (int slice : List.of(1, 2)) {
            assertThat(indexed(slice)).as("slices of %d", slice).isEqualTo(whole);
        }
    }

    /** All days are closed, and all facts told, before the first slice of any is worked off. */
    private Map<Bytes, String> indexed(int slice) {
        List<Received> received = book(1).stream()
                .filter(one -> SLICED.contains(one.fact().orderId()))
                .toList();
        try (LogOfOnePartition log = new LogOfOnePartition(state.resolve("slice-" + slice), slice)) {
            LocalDate first = received.getFirst().knownOn();
            LocalDate last = received.getLast().knownOn().plusDays(10);
            log.closed(first.minusDays(1));
            for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
                for (Received one : received) {
                    if (one.knownOn().equals(day)) {
                        log.received(one.fact());
                    }
                }
                log.closed(day);
            }
            log.play();
            assertThat(log.continued() > 0).isEqualTo(slice < 100);
            return rows(log.store(StateStores.ACCOUNTS));
        }
    }

    /** Accounts, and what is indexed of them. */
    private static Map<Bytes, String> rows(KeyValueStore<Bytes, byte[]> store) {
        Map<Bytes, String> rows = new HashMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.range(null, null)) {
            all.forEachRemaining(row -> {
                // Of an account the first byte says which of its changes made it so.
                boolean isAccount = row.key.get()[0] > 0;
                rows.put(row.key, Arrays.toString(Arrays.copyOfRange(row.value, isAccount ? 1 : 0, row.value.length)));
            });
        }
        return rows;
    }
}
