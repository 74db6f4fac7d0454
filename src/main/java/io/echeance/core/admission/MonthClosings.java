package io.echeance.core.admission;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.Ids;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which months of whose books are closed. They are closed one after the other, each once, and none before it is over;
 * none is opened again.
 *
 * <p>Reading taken: the first month that a seller closes may be any; those before it are closed with it. What was
 * booked there was there to be seen when somebody closed it.
 */
public final class MonthClosings {

    /** Journals and accounts that a closing may name: far more than there are. */
    private static final int MOST_TOTALS = 200;

    private final SortedMap<String, SortedMap<YearMonth, MonthClosed>> bySeller = new TreeMap<>();

    /**
     * Null: it may be taken. Of one that was taken before, the same again changes nothing; whoever keeps them looks
     * first.
     *
     * @param today the day on which it comes
     * @param before what the seller has closed, in the order of the months
     */
    public static @Nullable Refusal refusal(MonthClosed closing, LocalDate today, Collection<MonthClosed> before) {
        String wrong = wrong(closing, today);
        if (wrong != null) {
            return new Refusal(Reason.MALFORMED, wrong);
        }
        if (isTooLong(closing)) {
            return new Refusal(
                    Reason.TOO_LARGE,
                    "totals has at most " + MOST_TOTALS + " elements, each text of at most " + Ids.LONGEST
                            + " characters");
        }
        if (before.stream().anyMatch(one -> one.factId().equals(closing.factId()))) {
            return new Refusal(
                    Reason.CONTRADICTS_EARLIER_FACT,
                    "another fact with the id " + closing.factId() + " came first and stands");
        }
        YearMonth month = closing.month();
        if (!closing.on().isAfter(month.atEndOfMonth())) {
            return new Refusal(
                    Reason.MONTH_NOT_OVER,
                    new Sentence(
                            month + " n’est pas fini le " + closing.on(), month + " is not over on " + closing.on()));
        }
        return before.stream()
                .reduce((one, later) -> later)
                .map(last -> outOfTurn(month, last))
                .orElse(null);
    }

    private static @Nullable Refusal outOfTurn(YearMonth month, MonthClosed last) {
        if (!month.isAfter(last.month())) {
            return new Refusal(
                    Reason.MONTH_CLOSED,
                    new Sentence(
                            month + " est clos : " + last.month() + " a été clos le " + last.on(),
                            month + " is closed: " + last.month() + " was closed on " + last.on()));
        }
        YearMonth next = last.month().plusMonths(1);
        return month.equals(next) ? null : new Refusal(Reason.EARLIER_MONTH_OPEN, earlierOpen(next, month));
    }

    /** That another month is closed first. */
    public static Sentence earlierOpen(YearMonth next, YearMonth month) {
        return new Sentence(
                next + " est ouvert, et vient avant " + month, next + " is open, and comes before " + month);
    }

    /** By itself; null: nothing. */
    private static @Nullable String wrong(MonthClosed closing, LocalDate today) {
        String id = Ids.wrong("factId", closing.factId());
        id = id == null ? Ids.wrong("seller", closing.seller()) : id;
        id = id == null ? Ids.wrong("by", closing.by()) : id;
        if (id != null) {
            return id;
        }
        if (!Plausible.is(closing.on()) || !Plausible.is(closing.month().atDay(1))) {
            return "on or month is no plausible day";
        }
        if (closing.entries() < 0) {
            return "entries is how many there are: not " + closing.entries();
        }
        return closing.on().isAfter(today)
                ? "on, " + closing.on() + ", is after " + today + ", the day on which it came"
                : null;
    }

    private static boolean isTooLong(MonthClosed closing) {
        return closing.totals().size() > MOST_TOTALS
                || closing.totals().stream()
                        .flatMap(total -> Stream.of(total.journal(), total.account(), total.label()))
                        .anyMatch(text -> text.length() > Ids.LONGEST);
    }

    /** Takes it in, unless it is refused, or was taken before. Empty: it stands. */
    public Optional<Refusal> take(MonthClosed closing, LocalDate today) {
        SortedMap<YearMonth, MonthClosed> closed = bySeller.computeIfAbsent(closing.seller(), first -> new TreeMap<>());
        if (closing.equals(closed.get(closing.month()))) {
            return Optional.empty();
        }
        Refusal refusal = refusal(closing, today, closed.values());
        if (refusal == null) {
            closed.put(closing.month(), closing);
        }
        return Optional.ofNullable(refusal);
    }

    /** One that came on the day on which it was decided. */
    public Optional<Refusal> take(MonthClosed closing) {
        return take(closing, closing.on());
    }

    /** Of every seller, by month. */
    public List<MonthClosed> all() {
        return bySeller.values().stream()
                .flatMap(months -> months.values().stream())
                .toList();
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
        return of(seller).values().stream()
                .map(MonthClosed::firstOpenDay)
                .reduce(day, (date, open) -> date.isBefore(open) ? open : date);
    }
}
