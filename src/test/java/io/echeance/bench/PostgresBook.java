package io.echeance.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The orders of the benchmarks on {@link Postgres}: eight connections, prepared statements, a round trip a fact. */
final class PostgresBook implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final long NET = Training.NET.cents();
    private static final long GROSS = NET * 6 / 5;

    private final Postgres server;
    private final List<Connection> connections = new ArrayList<>();

    private PostgresBook(Postgres server) throws SQLException {
        this.server = server;
        for (int n = 0; n < CONNECTIONS; n++) {
            connections.add(server.connection());
        }
    }

    /** Empty where the machine has none. */
    static Optional<PostgresBook> open() throws IOException, InterruptedException, SQLException {
        Optional<Postgres> server = Postgres.start();
        return server.isEmpty() ? Optional.empty() : Optional.of(new PostgresBook(server.get()));
    }

    long processorMicros() {
        return server.processorMicros();
    }

    void place(String prefix, int from, int until, LocalDate on) {
        all(prefix, from, until, "select placed(?, ?, ?, " + NET + ")", (call, id, n) -> {
            call.setString(1, id);
            call.setString(2, Training.customer(n));
            call.setDate(3, Date.valueOf(on));
        });
    }

    /** With numbers that each transaction takes itself. */
    void deliver(String prefix, int from, int until, LocalDate on) {
        deliver(prefix, from, until, on, true);
    }

    /** With numbers that one worker gives behind it. */
    void deliverThenNumber(String prefix, int from, int until, LocalDate on) {
        CountDownLatch delivered = new CountDownLatch(1);
        Thread worker = Thread.ofPlatform().start(() -> number(delivered));
        deliver(prefix, from, until, on, false);
        delivered.countDown();
        try {
            worker.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void deliver(String prefix, int from, int until, LocalDate on, boolean inline) {
        all(prefix, from, until, "select delivered(?, ?, ?)", (call, id, n) -> {
            call.setString(1, id);
            call.setDate(2, Date.valueOf(on));
            call.setBoolean(3, inline);
        });
    }

    private void number(CountDownLatch delivered) {
        try (Connection connection = server.connection();
                PreparedStatement call = connection.prepareStatement("select number_all()")) {
            while (!delivered.await(5, TimeUnit.MILLISECONDS)) {
                one(call);
            }
            one(call);
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void pay(String prefix, int[] which, LocalDate on) {
        all(prefix, 0, which.length, "select paid(?, ?, ?, " + GROSS + ")", (call, unused, n) -> {
            call.setString(1, prefix + which[n]);
            call.setString(2, "paid-" + prefix + which[n]);
            call.setDate(3, Date.valueOf(on));
        });
    }

    /** @return how many orders were due */
    long close(LocalDate day) throws SQLException {
        try (PreparedStatement call = connections.getFirst().prepareStatement("select closed(?)")) {
            call.setDate(1, Date.valueOf(day));
            return one(call);
        }
    }

    void analyze() throws SQLException {
        try (var statement = connections.getFirst().createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    /** How orders stand, each from a connection of its own. */
    Durations ask(String prefix, int orders, int threads, int times, LocalDate first, int days) {
        return Durations.of(threads, times, thread -> {
            PreparedStatement question = question(connections.get(thread));
            SplittableRandom random = new SplittableRandom(thread);
            return () -> {
                question.setString(1, prefix + random.nextInt(orders));
                question.setDate(2, Date.valueOf(first.plusDays(days == 0 ? 0 : random.nextInt(days))));
                try (ResultSet answer = question.executeQuery()) {
                    if (!answer.next() || answer.getString(1) == null) {
                        throw new IllegalStateException("there is no such order");
                    }
                }
            };
        });
    }

    private static PreparedStatement question(Connection connection) {
        try {
            return connection.prepareStatement("select standing(?, ?)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException unless the numbers have no gap, and the sum is right */
    void check(int orders) throws SQLException {
        long[] found = {
            ask("select count(number) from documents"),
            ask("select count(distinct number) from documents"),
            ask("select max(number) from documents"),
            ask("select sum(gross) from documents"),
            ask("select sum(debit) - sum(credit) from entries")
        };
        if (!Arrays.equals(found, new long[] {orders, orders, orders, orders * GROSS, 0})) {
            throw new IllegalStateException(Arrays.toString(found));
        }
    }

    private long ask(String question) throws SQLException {
        try (PreparedStatement call = connections.getFirst().prepareStatement(question)) {
            return one(call);
        }
    }

    private static long one(PreparedStatement call) throws SQLException {
        try (ResultSet result = call.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    @FunctionalInterface
    private interface Filled {
        void with(PreparedStatement call, String id, int n) throws SQLException;
    }

    /** Shared out among all connections. */
    private void all(String prefix, int from, int until, String sql, Filled filled) {
        AtomicInteger next = new AtomicInteger(from);
        List<Thread> threads = new ArrayList<>();
        List<SQLException> failures = new ArrayList<>();
        for (Connection connection : connections) {
            threads.add(Thread.ofPlatform().start(() -> {
                try (PreparedStatement call = connection.prepareStatement(sql)) {
                    for (int n = next.getAndIncrement(); n < until; n = next.getAndIncrement()) {
                        filled.with(call, prefix + n, n);
                        call.execute();
                    }
                } catch (SQLException e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.getFirst());
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
        server.close();
    }
}
