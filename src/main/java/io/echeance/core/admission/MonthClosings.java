package io.echeance.core.admission;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.Rejection.Reason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which months of whose books are closed. They are closed one after the other, each once, and none before it is over;
 * none is opened again.
 *
 * <p>Reading taken: the first month that a seller closes may be any; those before it are closed with it. What was
 * booked there was there to be seen when somebody closed it.
 */
public final class MonthClosings {

    private final Map<String, SortedMap<YearMonth, MonthClosed>> bySeller = new HashMap<>();

    /**
     * Null: it may be taken. Of one that was taken before, the same again changes nothing; whoever keeps them looks
     * first.
     *
     * @param last the seller's latest closed month; null: none is
     */
    public static @Nullable Refusal refusal(MonthClosed closing, @Nullable MonthClosed last) {
        YearMonth month = closing.month();
        if (!closing.on().isAfter(month.atEndOfMonth())) {
            return new Refusal(Reason.MONTH_NOT_OVER, month + " is not over on " + closing.on());
        }
        if (last == null) {
            return null;
        }
        if (!month.isAfter(last.month())) {
            return new Refusal(
                    Reason.MONTH_CLOSED, month + " is closed: " + last.month() + " was closed on " + last.on());
        }
        YearMonth next = last.month().plusMonths(1);
        return month.equals(next)
                ? null
                : new Refusal(Reason.EARLIER_MONTH_OPEN, next + " is open, and comes before " + month);
    }

    /** Takes it in, unless it is refused, or was taken before. Empty: it stands. */
    public Optional<Refusal> take(MonthClosed closing) {
        SortedMap<YearMonth, MonthClosed> closed = bySeller.computeIfAbsent(closing.seller(), first -> new TreeMap<>());
        if (closing.equals(closed.get(closing.month()))) {
            return Optional.empty();
        }
        Refusal refusal = refusal(closing, last(closed));
        if (refusal == null) {
            closed.put(closing.month(), closing);
        }
        return Optional.ofNullable(refusal);
    }

    /** Of a seller, by month. */
    public SortedMap<YearMonth, MonthClosed> of(String seller) {
        return new TreeMap<>(bySeller.getOrDefault(seller, new TreeMap<>()));
    }

    /**
     * The date of an entry that belongs to a day: that day, or the first that is open. What it comes from keeps its own
     * date (PieceDate).
     */
    public LocalDate open(String seller, LocalDate day) {
        MonthClosed last = last(bySeller.getOrDefault(seller, new TreeMap<>()));
        return last == null || !day.isBefore(last.firstOpenDay()) ? day : last.firstOpenDay();
    }

    private static @Nullable MonthClosed last(SortedMap<YearMonth, MonthClosed> closed) {
        return closed.isEmpty() ? null : closed.get(closed.lastKey());
    }
}
