package io.echeance.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The whole work on an order, as {@link Throughput} has it, on PostgreSQL. */
record PostgresWork(String name, double factsASecond, double microsAFact) {

    private static final int WARM_UP = 500;
    private static final int ONE_IN = 5;
    private static final int FACTS_AN_ORDER = 3;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    /** Numbers given by each transaction, then those that one worker gives; nothing where there is no PostgreSQL. */
    static List<PostgresWork> measure(int orders) throws IOException, InterruptedException, SQLException {
        List<PostgresWork> measured = new ArrayList<>();
        for (boolean inline : List.of(true, false)) {
            Optional<PostgresBook> opened = PostgresBook.open();
            if (opened.isEmpty()) {
                return measured;
            }
            try (PostgresBook book = opened.get()) {
                measured.add(measure(book, orders, inline));
            }
        }
        return measured;
    }

    private static PostgresWork measure(PostgresBook book, int orders, boolean inline) throws SQLException {
        play(book, "W", WARM_UP, FIRST, inline);
        long worked = book.processorMicros();
        long start = System.nanoTime();
        play(book, "X", orders, FIRST.plusDays(100), inline);
        double seconds = (System.nanoTime() - start) / 1e9;
        int facts = orders * FACTS_AN_ORDER;
        double micros = (double) (book.processorMicros() - worked) / facts;
        book.check(orders + WARM_UP);
        return new PostgresWork(inline ? "PostgreSQL, inline" : "PostgreSQL, deferred", facts / seconds, micros);
    }

    private static void play(PostgresBook book, String prefix, int many, LocalDate first, boolean inline)
            throws SQLException {
        book.place(prefix, 0, many, first);
        book.close(first.plusDays(20));
        LocalDate delivered = first.plusDays(Training.AHEAD);
        if (inline) {
            book.deliver(prefix, 0, many, delivered);
        } else {
            book.deliverThenNumber(prefix, 0, many, delivered);
        }
        book.close(first.plusDays(27));
        book.pay(prefix, of(many, false), first.plusDays(28));
        book.close(first.plusDays(60));
        book.close(first.plusDays(70));
        book.pay(prefix, of(many, true), first.plusDays(71));
        book.close(first.plusDays(99));
    }

    private static int[] of(int many, boolean late) {
        return IntStream.range(0, many).filter(n -> (n % ONE_IN == 0) == late).toArray();
    }
}
