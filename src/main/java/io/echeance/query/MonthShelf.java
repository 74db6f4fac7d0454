package io.echeance.query;

import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.MonthSums;
import java.util.List;
import java.util.function.Function;

/**
 * The books of one partition, month by month; all of them together are the books.
 *
 * @param sums by seller, what the entries add up to that this partition has read, the earliest month first
 * @param closed by seller, the months that are closed, of the one partition that keeps them
 */
public record MonthShelf(
        int partition, Function<String, List<MonthSums>> sums, Function<String, List<MonthClosed>> closed) {}
