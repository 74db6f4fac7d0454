package io.echeance.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.core.order.Statement.Status;
import io.echeance.house.Everything;
import io.echeance.query.OrderList.Hold;
import io.echeance.topology.store.AccountWrites;
import io.echeance.topology.store.ListRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Whatever the list and however long its pages,")
class EveryRowOnceTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int PARTITIONS = 4;
    /** Of a partition, for a page that is read in several. */
    private static final int BATCH = 201;
    /** Of five statuses: each seller is looked for, then each is read. */
    private static final int READINGS = 36;
    /** A row, a few, a batch of a partition less one, a batch, more than that, all. */
    private static final List<Integer> LIMITS =
            Everything.isWanted() ? List.of(1, 2, 3, 7, 50, 200, 201, 300, 5_000) : List.of(1, 7, 200, 201, 5_000);

    @TempDir
    private Path state;

    /** What says which row of which order stands where: looked up in no index. */
    private static List<String> expected(Collection<OrderStanding> book, OrderList list) {
        Stretch stretch = Stretch.of(list, CrowdedBook.TODAY);
        return book.stream()
                .flatMap(standing -> ListRow.of(standing).stream())
                .filter(row -> row.list() == stretch.listing()
                        && stretch.values().contains(row.value())
                        && (list.seller() == null || list.seller().equals(row.seller()))
                        && !row.on().isBefore(stretch.from())
                        && !row.on().isAfter(stretch.until()))
                .sorted(Comparator.comparing(ListRow::on)
                        .thenComparing(EveryRowOnceTest::kind, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(ListRow::orderId))
                .map(ListRow::orderId)
                .toList();
    }

    /** Null: it is no deadline's row. */
    private static @Nullable DeadlineKind kind(ListRow row) {
        return row.list().name().equals("DEADLINE") ? DeadlineKind.valueOf(row.value()) : null;
    }

    private static List<String> walked(List<Listed> partitions, int limit) {
        List<String> ids = new ArrayList<>();
        Cursor after = null;
        do {
            Page<OrderStanding> page = Listed.page(partitions, after, limit);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
            page.contents().forEach(standing -> ids.add(standing.orderId()));
            after = page.next() == null ? null : Cursor.of(page.next().text());
        } while (after != null);
        return ids;
    }

    /** Of every kind of list, by everything that it can be asked for. */
    private static List<OrderList> lists(Collection<OrderStanding> book) {
        return Stream.concat(Stream.<@Nullable String>of((String) null), CrowdedBook.SELLERS.stream())
                .flatMap(seller -> lists(seller, book))
                .toList();
    }

    private static Stream<OrderList> lists(@Nullable String seller, Collection<OrderStanding> book) {
        LocalDate today = CrowdedBook.TODAY;
        List<OrderList> lists = new ArrayList<>(List.of(
                new OrderList.Late(seller, 1, null),
                new OrderList.Due(seller, null, today.plusDays(2)),
                new OrderList.Deadlines(seller, null, null, null),
                new OrderList.Deadlines(seller, null, today.plusDays(1), today.plusDays(1)),
                new OrderList.Promised(seller, null, null),
                new OrderList.RefundsDue(seller, null, null),
                new OrderList.OwedBack(seller),
                new OrderList.Orders(seller, null)));
        for (Status status : Status.values()) {
            lists.add(new OrderList.Orders(seller, status));
        }
        for (DeadlineKind kind : DeadlineKind.values()) {
            lists.add(new OrderList.Deadlines(seller, kind, null, null));
        }
        for (Hold hold : Hold.values()) {
            lists.add(new OrderList.Held(seller, hold));
        }
        values(book, "STEP").forEach(step -> lists.add(new OrderList.AtStep(seller, step)));
        values(book, "NEXT_STEP").forEach(step -> lists.add(new OrderList.NextStep(seller, step, null, null)));
        values(book, "FUNDER").forEach(share -> lists.add(new OrderList.Funded(seller, share)));
        values(book, "OWED_BY").forEach(payer -> lists.add(new OrderList.OwedBy(seller, payer)));
        values(book, "OF_CUSTOMER").forEach(customer -> lists.add(new OrderList.OfCustomer(seller, customer)));
        book.stream()
                .flatMap(standing -> standing.debts().stream())
                .map(OrderStanding.Debt::outstanding)
                .distinct()
                .forEach(amount -> lists.add(new OrderList.Asking(seller, amount)));
        return lists.stream();
    }

    private static Collection<String> values(Collection<OrderStanding> book, String listing) {
        return book.stream()
                .flatMap(standing -> ListRow.of(standing).stream())
                .filter(row -> row.list().name().equals(listing))
                .map(ListRow::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("every row comes once, in its order, of all partitions")
    void everyRowComesOnce() {
        SplittableRandom random = new SplittableRandom(SEED);
        try (CrowdedBook book = CrowdedBook.generated(state, random, PARTITIONS)) {
            TreeSet<String> seen = new TreeSet<>();
            for (OrderList list : lists(book.standings())) {
                List<String> expected = expected(book.standings(), list);
                List<Listed> partitions = book.lists().stream()
                        .map(lists -> lists.listed(list, CrowdedBook.TODAY))
                        .toList();
                for (int limit : LIMITS) {
                    assertThat(walked(partitions, limit))
                            .as("seed %d: %s in pages of %d", SEED, list, limit)
                            .isEqualTo(expected);
                }
                if (expected.size() > 1) {
                    seen.add(list.getClass().getSimpleName());
                }
            }
            assertThat(seen).hasSize(OrderList.class.getPermittedSubclasses().length);
        }
    }

    @Test
    @DisplayName("rows that have left it meanwhile are all that is missing")
    void onlyWhatHasLeftIsMissing() {
        SplittableRandom random = new SplittableRandom(SEED);
        try (CrowdedBook book = CrowdedBook.generated(state, random, PARTITIONS)) {
            OrderList list = new OrderList.Deadlines(null, null, null, null);
            List<Listed> partitions = book.lists().stream()
                    .map(lists -> lists.listed(list, CrowdedBook.TODAY))
                    .<Listed>map(whole -> (after, most) -> whole.behind(after, most).stream()
                            .map(row -> new Listed.Entry(
                                    row.at(),
                                    () -> hasLeft(row) ? null : row.standing().get()))
                            .toList())
                    .toList();
            List<String> expected = expected(book.standings(), list).stream()
                    .filter(id -> id.hashCode() % 3 != 0)
                    .toList();
            for (int limit : LIMITS) {
                assertThat(walked(partitions, limit))
                        .as("seed %d: pages of %d", SEED, limit)
                        .isEqualTo(expected);
            }
        }
    }

    private static boolean hasLeft(Listed.Entry row) {
        OrderStanding standing = row.standing().get();
        return standing == null || standing.orderId().hashCode() % 3 == 0;
    }

    @Test
    @DisplayName("no two rows share a place")
    void noTwoShareAPlace() {
        SplittableRandom random = new SplittableRandom(SEED);
        try (CrowdedBook book = CrowdedBook.generated(state, random, PARTITIONS)) {
            for (OrderList list : lists(book.standings())) {
                List<Cursor> places = book.lists().stream()
                        .flatMap(lists -> lists.listed(list, CrowdedBook.TODAY).behind(null, 5_000).stream())
                        .map(Listed.Entry::at)
                        .toList();
                assertThat(places).as("seed %d: %s", SEED, list).doesNotHaveDuplicates();
                assertThat(places).extracting(Cursor::text).allMatch(text -> text.length() <= 22);
            }
        }
    }

    @Test
    @DisplayName("an order comes once that changes its status while they are read")
    void comesOnceThoughItsStatusChanges() {
        SplittableRandom random = new SplittableRandom(SEED);
        try (CrowdedBook book = CrowdedBook.generated(state, random, PARTITIONS)) {
            OrderList list = new OrderList.Orders(null, null);
            List<String> expected = expected(book.standings(), list);
            for (int place : List.of(1, 100, BATCH - 1, BATCH, BATCH + 1)) {
                OrderStanding moving = Objects.requireNonNull(book.lists()
                        .getFirst()
                        .listed(list, CrowdedBook.TODAY)
                        .behind(null, place)
                        .getLast()
                        .standing()
                        .get());
                for (int reading = 1; reading <= READINGS; reading++) {
                    book.put(0, CrowdedBook.with(Status.PLACED, moving));
                    List<OrderLists> lists = new ArrayList<>(book.lists());
                    lists.set(0, moving(book, reading, CrowdedBook.with(Status.WRITTEN_OFF, moving)));
                    List<Listed> partitions = lists.stream()
                            .map(one -> one.listed(list, CrowdedBook.TODAY))
                            .toList();
                    assertThat(walked(partitions, 300))
                            .as("seed %d: the order at %d changes before the reading %d", SEED, place, reading)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** The first partition, in which an order becomes this just before a range of rows is read. */
    private static OrderLists moving(CrowdedBook book, int reading, OrderStanding after) {
        AtomicInteger readings = new AtomicInteger();
        KeyValueStore<Bytes, byte[]> store = book.stores().getFirst();
        ReadFirst accounts = new ReadFirst(store, () -> {
            if (readings.incrementAndGet() == reading) {
                book.put(0, after);
            }
        });
        return new OrderLists(accounts, AccountWrites.of(store), new KnownCovers());
    }

    /** A store of which something happens just before a range is read. */
    private record ReadFirst(ReadOnlyKeyValueStore<Bytes, byte[]> store, Runnable before)
            implements ReadOnlyKeyValueStore<Bytes, byte[]> {

        @Override
        public byte[] get(Bytes key) {
            return store.get(key);
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
            before.run();
            return store.range(from, to);
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> all() {
            return store.all();
        }

        @Override
        public long approximateNumEntries() {
            return store.approximateNumEntries();
        }
    }
}
