package io.echeance.bench;

import static io.echeance.bench.Printing.print;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Questions about orders, each about another one, in the process and over HTTP.
 *
 * @param postgres where the same is asked, in between; null: nowhere
 * @param quiet how many orders are asked about
 */
record Asking(BenchProcess stream, @Nullable PostgresWaiting postgres, int quiet) {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 3);
    private static final int CONNECTIONS = 8;

    void measure() throws IOException {
        String address = stream.ask("ready");
        print("%n%-40s %8s %8s %10s%n", "answers", "p50 µs", "p99 µs", "a second");
        String past = FIRST + " " + 60;
        line(
                "an order, in the process",
                stream.ask("now Q " + quiet + " 20000 1").split(" "));
        besides(1, 0);
        line("an order, two threads", stream.ask("now Q " + quiet + " 20000 2").split(" "));
        besides(2, 0);
        line(
                "as of a random day",
                stream.ask("past Q " + quiet + " 20000 1 " + past).split(" "));
        besides(1, 60);
        line(
                "as of a random day, two threads",
                stream.ask("past Q " + quiet + " 20000 2 " + past).split(" "));
        besides(2, 60);
        Duration worked = stream.processorTime();
        line("an order over HTTP, 8 connections", http(address, CONNECTIONS, 3_000, n -> "/orders/Q" + n % quiet));
        print(
                "%-40s %8d%n",
                "  µs CPU of the server each",
                stream.processorTime().minus(worked).toNanos() / 1_000 / (CONNECTIONS * 3_750));
        besides(CONNECTIONS, 0);
        line("a page of /lists/late, 50 rows", http(address, 1, 400, n -> "/lists/late"));
        try (HttpAsker asker = new HttpAsker(address)) {
            print("%-40s %8d%n", "  bytes", asker.get("/lists/late").length);
        }
    }

    private void besides(int connections, int days) {
        if (postgres != null) {
            line(
                    "  PostgreSQL, connections: " + connections,
                    postgres.ask(connections, 6_000, days).toString().split(" "));
        }
    }

    private static String[] http(String address, int connections, int each, IntFunction<String> path) {
        return Durations.of(connections, each, thread -> {
                    HttpAsker asker = connected(address);
                    int[] at = {thread * each};
                    return () -> asker.get(path.apply(at[0]++));
                })
                .toString()
                .split(" ");
    }

    private static HttpAsker connected(String address) {
        try {
            return new HttpAsker(address);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void line(String what, String... figures) {
        print("%-40s %8s %8s %10s%n", what, figures[0], figures[1], figures[2]);
    }
}
