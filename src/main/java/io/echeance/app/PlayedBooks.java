package io.echeance.app;

import io.echeance.app.terminal.Table;
import io.echeance.core.book.Book;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.MonthSums;
import io.echeance.json.OutputJson;
import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sellers' books, as {@code simulate} shows them: month by month, and with {@code --json} entry by entry. */
record PlayedBooks(Book book) {

    /** The months that were closed, in the order of the days on which they were. */
    Stream<MonthClosed> closings() {
        return book.closings().stream().sorted(Comparator.comparing(MonthClosed::on));
    }

    void print(PrintWriter out, boolean json) {
        if (json) {
            book.entries().forEach(entry -> out.println(OutputJson.write(entry)));
            closings().forEach(closing -> out.println(OutputJson.write(closing)));
            return;
        }
        SortedMap<String, List<LedgerEntry>> bySeller = book.entries().stream()
                .collect(Collectors.groupingBy(LedgerEntry::seller, TreeMap::new, Collectors.toList()));
        book.closings().forEach(closing -> bySeller.putIfAbsent(closing.seller(), List.of()));
        Table table = new Table("seller", "month", "entries", "debit", "credit", "");
        bySeller.forEach((seller, entries) -> months(seller, MonthSums.of(entries), table));
        table.print(out);
    }

    private void months(String seller, SortedMap<YearMonth, MonthSums> sums, Table table) {
        SortedMap<YearMonth, MonthClosed> closed = new TreeMap<>();
        book.closings().stream()
                .filter(closing -> closing.seller().equals(seller))
                .forEach(closing -> closed.put(closing.month(), closing));
        TreeSet<YearMonth> months = new TreeSet<>(sums.keySet());
        months.addAll(closed.keySet());
        for (YearMonth month : months) {
            MonthSums sum = sums.getOrDefault(month, MonthSums.nothing(seller, month));
            String state = state(month, sum, closed);
            table.row(seller, month, sum.entries(), sum.debit(), sum.credit(), state);
        }
    }

    private static String state(YearMonth month, MonthSums sum, SortedMap<YearMonth, MonthClosed> closed) {
        @Nullable MonthClosed closing = closed.get(month);
        if (closing != null) {
            return "closed on " + closing.on() + (closing.sums().equals(sum) ? "" : " with other figures");
        }
        return closed.isEmpty() || month.isAfter(closed.lastKey()) ? "" : "closed with a later one";
    }
}
