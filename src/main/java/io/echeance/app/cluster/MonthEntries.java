package io.echeance.app.cluster;

import io.echeance.core.ledger.FinancialYear;
import io.echeance.document.EntriesFile;
import io.echeance.query.command.EntriesDesk;
import io.echeance.query.instance.TemporarilyUnavailable;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;

/** The entries of a month that are asked for over HTTP, read from the topics as {@code ledger fec} reads them. */
record MonthEntries(Cluster cluster) implements EntriesDesk {

    @Override
    public byte[] entries(String seller, YearMonth month) throws TemporarilyUnavailable {
        try {
            Books books = Books.read(cluster);
            EntriesFile file = new EntriesFile(
                    new FinancialYear(month.atDay(1), month.atEndOfMonth()),
                    books.entries().getOrDefault(seller, List.of()),
                    books::numberOf,
                    UnaryOperator.identity());
            return file.text().getBytes(EntriesFile.CHARSET);
        } catch (ClusterTrouble trouble) {
            throw new TemporarilyUnavailable("the books cannot be read: " + trouble.getMessage());
        }
    }
}
