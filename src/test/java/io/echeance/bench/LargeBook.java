package io.echeance.bench;

import io.echeance.core.decision.Decider;
import io.echeance.core.order.Account;
import io.echeance.core.order.Statement.Status;
import io.echeance.query.Ageing;
import io.echeance.query.AgeingTable;
import io.echeance.query.Cursor;
import io.echeance.query.Listed;
import io.echeance.query.OrderList;
import io.echeance.query.OrderLists;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import io.echeance.topology.store.ListRow;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads a large book into the stores of four partitions and measures what queries cost on the instance that owns them
 * all: {@code ./mvnw -q -Pbench test-compile -Dbench.main=io.echeance.bench.LargeBook -Dbench=1000000}. The stores stay
 * in {@code target/large-book-<orders>} and are used again by the next run.
 */
public final class LargeBook {

    /** What a query works, without its waiting for a processor that others use. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int PARTITIONS = 4;
    private static final int ROWS = 50;
    private static final int FORECAST_DAYS = 90;
    private static final LocalDate TODAY = SampleOrder.TODAY;
    private static final List<@Nullable String> SELLERS = Arrays.asList(null, "technolowgic", "hexagone");

    private final SplittableRandom random = new SplittableRandom(42);
    private final Decider decider = new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled());
    private final int orders;
    private final List<Function<String, Account>> accounts = new ArrayList<>();
    private final List<OrderLists> lists = new ArrayList<>();
    private final List<AgeingTable> ageing = new ArrayList<>();
    private long seen;

    private LargeBook(int orders) {
        this.orders = orders;
    }

    /** @param arguments how many orders */
    public static void main(String... arguments) throws IOException {
        int orders = arguments.length == 0 || arguments[0].equals(".*") ? 1_000_000 : Integer.parseInt(arguments[0]);
        new LargeBook(orders).measure(loaded(orders));
    }

    /** Where the stores are, written if they are not there yet. */
    static Path loaded(int orders) throws IOException {
        Path folder = Path.of("target", "large-book-" + orders);
        Path mark = folder.resolve("loaded");
        if (!Files.exists(mark)) {
            load(folder, orders);
            Files.createFile(mark);
        }
        return folder;
    }

    private static void load(Path folder, int orders) {
        long start = System.nanoTime();
        LargeBookLoad load = new LargeBookLoad();
        print("%d model orders played in %.1f s%n", LargeBookLoad.MODELS, seconds(start));
        start = System.nanoTime();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            load.write(folder, orders, partition, PARTITIONS);
        }
        print(
                "%,d accounts with their indexes written to %d partitions in %.1f s%n",
                orders, PARTITIONS, seconds(start));
    }

    private void measure(Path folder) throws IOException {
        print("%,d accounts, %d MB on disk%n", orders, megabytes(folder));
        List<Partition> partitions = new ArrayList<>();
        for (int number = 0; number < PARTITIONS; number++) {
            Partition partition = new Partition(folder, number);
            partitions.add(partition);
            accounts.add(partition.accounts());
            lists.add(partition.lists());
            ageing.add(partition.ageingTable());
        }
        print("%-46s %9s %9s %9s %9s %8s%n", "milliseconds", "p50", "p99", "max", "p99 CPU", "times");
        time("an account, read", 20_000, () -> account().evidence().facts().size());
        time("an account, read and its statement drawn", 20_000, this::drawn);
        time("an account, read and 90 days unpaid foretold", 5_000, this::forecast);
        time("a customer's orders", 5_000, () -> rows(new OrderList.OfCustomer(null, customer()), null));
        time("50 late orders, oldest first", 2_000, () -> rows(new OrderList.Late(seller(), 1, null), null));
        time(
                "50 late orders, from anywhere in the list",
                2_000,
                () -> rows(new OrderList.Late(seller(), 1, null), place()));
        time("50 orders at a step", 2_000, () -> rows(new OrderList.AtStep(seller(), step()), place()));
        time("50 orders in dispute", 2_000, () -> rows(new OrderList.Held(seller(), OrderList.Hold.DISPUTE), null));
        time(
                "50 settled orders, from anywhere in the list",
                2_000,
                () -> rows(new OrderList.Orders(seller(), Status.SETTLED), place()));
        time(
                "50 orders of any status, from anywhere",
                2_000,
                () -> rows(new OrderList.Orders(seller(), null), place()));
        time("ageing of today", 500, () -> ageing(TODAY));
        time("ageing at the close of any past day", 500, () -> ageing(past()));
        partitions.forEach(Partition::close);
        print("(%d rows seen)%n", seen);
    }

    private int number() {
        return random.nextInt(orders);
    }

    private Account account() {
        int n = number();
        return accounts.get(n % PARTITIONS).apply(LargeBookLoad.order(n));
    }

    private long drawn() {
        return Objects.requireNonNull(decider.close(account(), TODAY).statement())
                .receivables()
                .size();
    }

    /** From wake-up to wake-up: what the account will say if nobody pays. */
    private long forecast() {
        Account account = account();
        LocalDate end = TODAY.plusDays(FORECAST_DAYS);
        long outputs = 0;
        LocalDate next = account.nextOn();
        while (next != null && !next.isAfter(end)) {
            var decision = decider.close(account, next);
            account = decision.account();
            outputs += decision.outputs().size();
            next = account.nextOn();
        }
        return outputs;
    }

    private String customer() {
        return LargeBookLoad.customer(number());
    }

    private @Nullable String seller() {
        return SELLERS.get(random.nextInt(SELLERS.size()));
    }

    private String step() {
        return List.of("d+1", "d+15", "d+30").get(random.nextInt(3));
    }

    private LocalDate past() {
        return TODAY.minusDays(random.nextInt(1, 500));
    }

    private Cursor place() {
        return Cursor.at(ListRow.position(past()));
    }

    private long rows(OrderList list, @Nullable Cursor after) {
        List<Listed> partitions =
                lists.stream().map(partition -> partition.listed(list, TODAY)).toList();
        return Listed.page(partitions, after, ROWS).rows().size();
    }

    private long ageing(LocalDate day) {
        List<Ageing> parts = ageing.stream()
                .map(table -> day.equals(TODAY) ? table.now(day, null) : table.atCloseOf(day, null))
                .toList();
        return Ageing.merged(parts, day).lines().size();
    }

    private void time(String what, int times, Supplier<? extends Number> query) {
        for (int n = 0; n < times / 10; n++) {
            seen += query.get().longValue();
        }
        long[] nanos = new long[times];
        long[] work = new long[times];
        for (int n = 0; n < times; n++) {
            long worked = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            seen += query.get().longValue();
            nanos[n] = System.nanoTime() - start;
            work[n] = THREADS.getCurrentThreadCpuTime() - worked;
        }
        Arrays.sort(nanos);
        Arrays.sort(work);
        print(
                "%-46s %9.3f %9.3f %9.3f %9.3f %,8d%n",
                what,
                nanos[times / 2] / 1e6,
                nanos[times * 99 / 100] / 1e6,
                nanos[times - 1] / 1e6,
                work[times * 99 / 100] / 1e6,
                times);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long megabytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file ->
                                    file.toFile().isFile() ? file.toFile().length() : 0)
                            .sum()
                    >> 20;
        }
    }

    @SuppressWarnings("SystemOut") // a program of its own
    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
        System.out.flush();
    }
}
