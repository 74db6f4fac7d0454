package io.echeance.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/** The days and the questions of {@link Waiting}, on PostgreSQL: as many orders, as many of them due. */
final class PostgresWaiting implements AutoCloseable {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private final PostgresBook book;
    private final int quiet;
    private LocalDate day = FIRST.plusDays(Training.AHEAD + 1);

    private PostgresWaiting(PostgresBook book, int quiet) {
        this.book = book;
        this.quiet = quiet;
    }

    /** Loads it; empty where the machine has no PostgreSQL. */
    static Optional<PostgresWaiting> open(int quiet) throws IOException, InterruptedException, SQLException {
        Optional<PostgresBook> book = PostgresBook.open();
        if (book.isEmpty()) {
            return Optional.empty();
        }
        PostgresWaiting waiting = new PostgresWaiting(book.get(), quiet);
        waiting.book.place("Q", 0, quiet, FIRST);
        waiting.book.deliver("Q", 0, quiet, FIRST.plusDays(Training.AHEAD));
        waiting.book.pay("Q", IntStream.range(0, quiet).toArray(), waiting.day);
        waiting.book.analyze();
        return Optional.of(waiting);
    }

    /** What the close of a day takes on which so many orders are due for the first time, in milliseconds. */
    double close(int due) throws SQLException {
        String prefix = "D" + day + "-";
        if (due > 0) {
            book.place(prefix, 0, due, day.minusDays(Training.AHEAD));
            book.deliver(prefix, 0, due, day);
        }
        LocalDate morning = day.plusDays(30);
        long start = System.nanoTime();
        long woken = book.close(morning);
        double millis = (System.nanoTime() - start) / 1e6;
        if (woken != due) {
            throw new IllegalStateException(woken + " were due");
        }
        // They take no further step.
        if (due > 0) {
            book.pay(prefix, IntStream.range(0, due).toArray(), morning);
        }
        day = day.plusDays(1);
        return millis;
    }

    Durations ask(int threads, int times, int days) {
        return book.ask("Q", quiet, threads, times, days == 0 ? day : FIRST.plusDays(1), days);
    }

    @Override
    public void close() throws IOException, SQLException {
        book.close();
    }
}
