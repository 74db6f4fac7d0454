package io.echeance.app.cluster;

import io.echeance.app.terminal.Table;
import io.echeance.core.invoice.Invoice;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The series of invoice numbers, and whether they are whole. */
public final class SeriesTable {

    private SeriesTable() {}

    /** @return whether no number of any series is missing or was given twice */
    public static boolean print(Collection<Invoice> invoices, PrintWriter out) {
        SortedMap<String, List<String>> series = new TreeMap<>();
        invoices.forEach(invoice -> series.computeIfAbsent(invoice.series(), name -> new ArrayList<>())
                .add(invoice.number()));
        Table table = new Table("series", "documents", "first number", "last number", "gaps", "twice");
        boolean whole = true;
        for (Map.Entry<String, List<String>> one : series.entrySet()) {
            Numbers numbers = Numbers.of(one.getValue());
            whole &= numbers.areWhole();
            table.row(
                    one.getKey(),
                    one.getValue().size(),
                    numbers.first(),
                    numbers.last(),
                    numbers.missing(),
                    numbers.repeated());
        }
        table.print(out);
        return whole;
    }
}
