package io.echeance.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.money.Money;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PaymentRow;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.Grouped;
import io.echeance.topology.store.StateStores;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of several partitions make one list; a cursor is good everywhere. */
class PageTest {

    private static final LocalDate ON = LocalDate.of(2026, 1, 12);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @TempDir
    private Path state;

    private static Cursor at(int n) {
        return Cursor.at(ByteBuffer.allocate(Integer.BYTES).putInt(n).array());
    }

    private static Page<Integer> page(SortedSet<Integer> partition, @Nullable Cursor after, int limit) {
        List<Page.Row<Integer>> behind = partition.stream()
                .map(n -> new Page.Row<>(at(n), n))
                .filter(row -> after == null || row.at().compareTo(after) > 0)
                .toList();
        List<Page.Row<Integer>> rows = behind.subList(0, Math.min(limit, behind.size()));
        return new Page<>(rows, behind.size() > limit ? rows.getLast().at() : null);
    }

    private static <R> List<R> walked(Function<@Nullable Cursor, Page<R>> pages) {
        List<R> all = new ArrayList<>();
        Cursor after = null;
        do {
            Page<R> page = pages.apply(after);
            all.addAll(page.contents());
            after = page.next() == null ? null : Cursor.of(page.next().text());
        } while (after != null);
        return all;
    }

    @Test
    void pagesOfPartitionsMakeOneListInOrder() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 200; round++) {
            SortedSet<Integer> whole = new TreeSet<>();
            List<SortedSet<Integer>> partitions = List.of(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
            for (int n = 0; n < random.nextInt(40); n++) {
                int value = random.nextInt(1_000_000);
                if (whole.add(value)) {
                    partitions.get(random.nextInt(3)).add(value);
                }
            }
            int limit = random.nextInt(1, 12);
            List<Integer> read = walked(after -> Page.merged(
                    partitions.stream().map(one -> page(one, after, limit)).toList(), limit));

            assertThat(read).as("seed %d, pages of %d", SEED, limit).containsExactlyElementsOf(whole);
        }
    }

    /** Looks at so many rows only, of which few are wanted. */
    private static Page<Integer> sieved(SortedSet<Integer> partition, @Nullable Cursor after, int limit, int looked) {
        List<Integer> behind = partition.stream()
                .filter(n -> after == null || at(n).compareTo(after) > 0)
                .limit(looked)
                .toList();
        List<Page.Row<Integer>> rows = behind.stream()
                .filter(n -> n % 7 == 0)
                .limit(limit)
                .map(n -> new Page.Row<>(at(n), n))
                .toList();
        boolean whole = behind.size() < looked && rows.size() < limit;
        Cursor last = rows.size() < limit && !behind.isEmpty()
                ? at(behind.getLast())
                : rows.isEmpty() ? null : rows.getLast().at();
        return new Page<>(rows, whole ? null : last);
    }

    @Test
    void pagesThatHaveLookedAtAPartOnlyMakeOneListInOrderToo() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 200; round++) {
            SortedSet<Integer> whole = new TreeSet<>();
            List<SortedSet<Integer>> partitions = List.of(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
            for (int n = 0; n < 60; n++) {
                int value = random.nextInt(1_000);
                if (whole.add(value)) {
                    partitions.get(random.nextInt(3)).add(value);
                }
            }
            whole.removeIf(n -> n % 7 != 0);
            int limit = random.nextInt(1, 5);
            int looked = random.nextInt(1, 9);
            List<Integer> read = walked(after -> Page.merged(
                    partitions.stream()
                            .map(one -> sieved(one, after, limit, looked))
                            .toList(),
                    limit));

            assertThat(read)
                    .as("seed %d, pages of %d of %d", SEED, limit, looked)
                    .containsExactlyElementsOf(whole);
        }
    }

    @Test
    void whatIsNoCursorIsRefused() {
        assertThatThrownBy(() -> Cursor.of("not a cursor")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void daysBeyondAllThatIsWrittenAreReadAsTheLast() {
        OrderList due = new OrderList.Due(null, LocalDate.MIN, LocalDate.MAX);
        OrderList late = new OrderList.Late(null, Integer.MAX_VALUE, Integer.MIN_VALUE);

        assertThat(Stretch.of(due, ON).from()).isEqualTo(LocalDate.of(1, 1, 1));
        assertThat(Stretch.of(due, ON).until()).isEqualTo(LocalDate.of(9999, 12, 31));
        assertThat(Stretch.of(late, ON).from()).isAfter(Stretch.of(late, ON).until());
    }

    @Test
    void whatWaitsInSuspenseIsReadByReferencePageByPage() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "suspense");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        settings.put("processing.exception.handler.global.enabled", true);
        MockProcessorContext<Void, Void> context =
                new MockProcessorContext<>(settings, new TaskId(2, 0), state.toFile());
        KeyValueStore<Bytes, SuspenseEntry> store = StateStores.suspenseEntries(StateStores.SUSPENSE)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        KeyValueStore<String, PaymentRow> payments =
                StateStores.payments(StateStores.PAYMENTS).withLoggingDisabled().build();
        payments.init(context.getStateStoreContext(), payments);
        for (int n = 0; n < 7; n++) {
            store.put(Grouped.key("ref-" + n % 3, new byte[] {(byte) n}), waiting(n, false));
            store.put(Grouped.key("ref-" + n % 3, new byte[] {(byte) (n + 7)}), waiting(n + 7, true));
        }

        SuspenseList list = new SuspenseList(store, payments, entry -> entry);
        assertThat(list.size()).isEqualTo(7);
        assertThat(list.of("ref-1")).extracting(one -> one.fact().factId()).containsExactly("f1", "f4");
        for (int limit = 1; limit <= 8; limit++) {
            int most = limit;
            List<String> read = walked((Cursor after) -> list.page(false, after, most)).stream()
                    .map(one -> one.entry().fact().factId())
                    .toList();

            assertThat(read).as("pages of %d", most).containsExactly("f0", "f3", "f6", "f1", "f4", "f2", "f5");
        }
        store.close();
        payments.close();
    }

    private static SuspenseEntry waiting(int n, boolean cameBack) {
        PaymentReceived payment = new PaymentReceived(
                "f" + n, null, ON, "p" + n, "C-1", Money.of("10.00"), Method.TRANSFER, "ref-" + n % 3);
        return new SuspenseEntry(
                new Origin("payments", 0, n, 0, null, Bytes.wrap(new byte[0])),
                payment,
                ON,
                false,
                null,
                List.of(),
                null,
                cameBack);
    }

    @Test
    void ageingOfInstancesAddsUpLineByLine() {
        Ageing.Amounts one = Ageing.Amounts.of(Money.of("10.00"), ON.minusDays(31), ON);
        Ageing.Amounts other = Ageing.Amounts.of(Money.of("5.00"), ON, ON);
        Ageing here = new Ageing(ON, List.of(new Ageing.Line("hexagone", PayerKind.FUNDER, one)));
        Ageing there = new Ageing(
                ON,
                List.of(
                        new Ageing.Line("alegria", PayerKind.CONSUMER, other),
                        new Ageing.Line("hexagone", PayerKind.FUNDER, other)));

        Ageing all = Ageing.merged(List.of(here, there), ON);

        assertThat(all.lines())
                .containsExactly(
                        new Ageing.Line("alegria", PayerKind.CONSUMER, other),
                        new Ageing.Line("hexagone", PayerKind.FUNDER, one.plus(other)));
        assertThat(all.total().to60()).isEqualTo(Money.of("10.00"));
        assertThat(all.total().notDue()).isEqualTo(Money.of("10.00"));
        assertThat(all.total().late()).isEqualTo(Money.of("10.00"));
    }
}
