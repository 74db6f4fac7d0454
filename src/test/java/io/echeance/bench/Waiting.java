package io.echeance.bench;

import static io.echeance.bench.Printing.print;

import io.echeance.core.invoice.Invoice;
import io.echeance.topology.Installation;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that somebody waits for: the close of a day, an answer, a page, the number of an invoice, a restart. On a
 * real broker, an instance as {@code run} has it in a process of its own.
 *
 * <p>{@code ./mvnw -q -Pbench test-compile -Dbench.main=io.echeance.bench.Waiting -Dbench=10000,1000,100}: so many
 * orders, so many of them due on one day, and so many on a few others; with {@code /days,restart} behind it only these
 * parts of it.
 */
public final class Waiting {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final Duration AT_MOST = Duration.ofMinutes(30);
    private static final int GROUPS = 6;
    private static final int APART = 3;
    private static final int LAST_DAY = 45;
    private static final int INVOICES = 40;

    private static final String[] ALL = {"days", "answers", "numbers", "restart"};

    private final Installation installation;
    private final int quiet;
    private final int many;
    private final int few;
    private final Path folder;
    private final @Nullable PostgresWaiting postgres;
    private BenchProcess stream;
    private LocalDate closed = FIRST.minusDays(1);

    private Waiting(Installation installation, int book, int many, int few)
            throws IOException, InterruptedException, SQLException {
        this.installation = installation;
        this.quiet = book - many - (GROUPS - 1) * few;
        this.many = many;
        this.few = few;
        this.folder = BenchProcess.folder();
        this.stream = BenchProcess.start(folder, AnsweringStream.class, arguments());
        this.postgres = PostgresWaiting.open(quiet).orElse(null);
    }

    /** @param arguments the sizes, with a comma between, and after a slash the parts */
    public static void main(String... arguments) throws IOException, InterruptedException, SQLException {
        BenchProcess.endOnFailure();
        String sizes = arguments.length == 0 || arguments[0].equals(".*") ? "10000,1000,100" : arguments[0];
        String[] asked = sizes.split("/");
        int[] size = Stream.of(asked[0].split(",")).mapToInt(Integer::parseInt).toArray();
        List<String> parts = List.of(asked.length == 1 ? ALL : asked[1].split(","));
        try (Installation installation = new Installation()) {
            Waiting waiting = new Waiting(installation, size[0], size[1], size[2]);
            waiting.load();
            for (String part : parts) {
                waiting.measure(part);
            }
            waiting.stream.close();
            if (waiting.postgres != null) {
                waiting.postgres.close();
            }
            System.exit(0);
        }
    }

    private void measure(String part) throws IOException, SQLException {
        switch (part) {
            case "days" -> closeDays();
            case "answers" -> new Asking(stream, postgres, quiet).measure();
            case "numbers" -> awaitNumbers();
            case "restart" -> restart();
            default -> throw new IllegalArgumentException(part);
        }
    }

    private List<String> arguments() {
        String settings = AnsweringStream.settings(
                installation.application(), folder.resolve("state").toString());
        return List.of(settings.split("\n"));
    }

    private void load() throws IOException {
        Training.customers(installation);
        installation.close(closed);
        stream.ask("ready");
        long start = System.nanoTime();
        for (int n = 0; n < quiet; n++) {
            Training.order(installation, "Q" + n, n, FIRST);
        }
        closeUntil(FIRST.plusDays(Training.AHEAD - 1));
        for (int n = 0; n < quiet; n++) {
            Training.deliver(installation, "Q" + n, closed.plusDays(1));
        }
        closeUntil(closed.plusDays(1));
        for (int n = 0; n < quiet; n++) {
            Training.pay(installation, "Q" + n, n, closed.plusDays(1));
        }
        for (int group = 0; group < GROUPS; group++) {
            for (int n = 0; n < size(group); n++) {
                Training.order(installation, name(group) + n, n, closed.plusDays(1 + APART * group));
            }
        }
        installation.awaitIdle(AT_MOST);
        print("%,d orders loaded in %.0f s%n", quiet + many + (GROUPS - 1) * few, (System.nanoTime() - start) / 1e9);
    }

    private int size(int group) {
        return group == GROUPS - 1 ? many : few;
    }

    private static String name(int group) {
        return "D" + group + "-";
    }

    private void closeUntil(LocalDate day) {
        installation.awaitIdle(AT_MOST);
        closed = day;
        installation.close(day);
        installation.awaitIdle(AT_MOST);
    }

    /**
     * @param butCompilers what was worked but for the just-in-time compilers
     * @param besides the same on PostgreSQL, a moment later; 0: not run
     */
    private record Close(long millis, Duration worked, Duration butCompilers, long besides) {}

    /** Day by day; orders are delivered on the way and not paid, so that they become due. */
    private void closeDays() throws IOException, SQLException {
        Map<Long, List<Close>> closes = new TreeMap<>();
        LocalDate placed = closed.plusDays(1);
        closeUntil(placed.plusDays(Training.AHEAD - 1));
        LocalDate last = closed.plusDays(LAST_DAY + APART * GROUPS);
        while (closed.isBefore(last)) {
            for (int group = 0; group < GROUPS; group++) {
                if (closed.plusDays(1).equals(placed.plusDays(Training.AHEAD + APART * group))) {
                    for (int n = 0; n < size(group); n++) {
                        Training.deliver(installation, name(group) + n, closed.plusDays(1));
                    }
                    installation.awaitIdle(AT_MOST);
                }
            }
            long woken = woken();
            Duration worked = stream.processorTime();
            Duration butCompilers = stream.processorTimeButCompilers();
            long start = System.nanoTime();
            closed = closed.plusDays(1);
            installation.close(closed);
            installation.awaitIdle(AT_MOST);
            long millis = (System.nanoTime() - start) / 1_000_000;
            Duration work = stream.processorTime().minus(worked);
            Duration ownWork = stream.processorTimeButCompilers().minus(butCompilers);
            long due = woken() - woken;
            long besides = postgres == null ? 0 : Math.round(postgres.close((int) due));
            closes.computeIfAbsent(due, first -> new ArrayList<>()).add(new Close(millis, work, ownWork, besides));
        }
        String head = "%n%-30s %6s %8s %8s %10s %16s %14s %6s%n";
        print(head, "close of a day", "days", "p50 ms", "best", "CPU ms", "but compilers", "PostgreSQL ms", "ratio");
        closes.forEach((due, all) -> {
            Durations millis = of(all, Close::millis);
            Durations besides = of(all, Close::besides);
            print(
                    "%-30s %6d %8d %8d %10d %16d %14d %6.1f%n",
                    due + " due",
                    all.size(),
                    millis.percentile(50),
                    millis.percentile(0),
                    of(all, close -> close.worked().toMillis()).percentile(50),
                    of(all, close -> close.butCompilers().toMillis()).percentile(50),
                    besides.percentile(50),
                    (double) millis.percentile(50) / Math.max(1, besides.percentile(50)));
        });
    }

    private static Durations of(List<Close> closes, ToLongFunction<Close> figure) {
        return Durations.ofMicros(
                closes.stream().map(close -> figure.applyAsLong(close)).toList());
    }

    private long woken() throws IOException {
        return Long.parseLong(stream.ask("woken"));
    }

    /** From the fact to the invoice, as its reader gets it; each fact comes alone, after a pause. */
    private void awaitNumbers() {
        for (int n = 0; n < INVOICES; n++) {
            Training.order(installation, "L" + n, n, closed.plusDays(1));
        }
        closeUntil(closed.plusDays(Training.AHEAD));
        List<Long> millis = new ArrayList<>();
        try (var invoices = installation.follow(Topic.INVOICES, Invoice.class)) {
            invoices.hear(invoice -> {});
            for (int n = 0; n < INVOICES; n++) {
                String id = "L" + n;
                long start = System.nanoTime();
                Training.deliver(installation, id, closed.plusDays(1));
                installation.flush();
                boolean[] there = {false};
                while (!there[0]) {
                    invoices.hearNext(
                            invoice -> there[0] |= id.equals(invoice.document().orderId()));
                }
                millis.add((System.nanoTime() - start) / 1_000_000);
                invoices.hearNext(invoice -> {});
                invoices.hearNext(invoice -> {});
                invoices.hearNext(invoice -> {});
            }
        }
        Durations all = Durations.ofMicros(millis);
        print("%n%-40s %8d %8d ms%n", "fact to numbered invoice, p50 and p99", all.percentile(50), all.percentile(99));
    }

    private void restart() throws IOException {
        stream = new Restarts(folder, arguments(), stream).measure();
        print("%n%-40s %8d MB%n", "memory", stream.memory() >> 20);
        print("%-40s %8s%n", "RocksDB instances", stream.ask("stores"));
    }
}
