package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.ledger.MonthSums;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.json.RecordJson;
import io.echeance.query.http.Problem.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A seller's books, month by month, put together of what the instances say.
 *
 * @param today of the partition that is behind: what is before it is closed everywhere
 * @param sums by month
 * @param closings as they were said, by month; without who did it for who may not see that
 * @param balance null: the seller has no entry
 */
record SellersMonths(
        String seller,
        LocalDate today,
        SortedMap<YearMonth, MonthSums> sums,
        SortedMap<YearMonth, ObjectNode> closings,
        @Nullable RunningBalance balance) {

    /** @throws Problem if not every part of the books answers */
    static SellersMonths of(String seller, List<ObjectNode> parts, int partitions) {
        SortedMap<YearMonth, MonthSums> sums = new TreeMap<>();
        SortedMap<YearMonth, ObjectNode> closings = new TreeMap<>();
        RunningBalance balance = null;
        TreeMap<Integer, Integer> read = new TreeMap<>();
        LocalDate today = LocalDate.MAX;
        for (ObjectNode part : parts) {
            part.path("read").forEach(one -> read.merge(one.asInt(), 1, Integer::sum));
            for (JsonNode one : part.path("sums")) {
                MonthSums more = ScatterGather.read(MonthSums.class, one);
                sums.merge(more.month(), more, MonthSums::plus);
            }
            part.path("closings")
                    .forEach(one ->
                            closings.put(YearMonth.parse(one.path("month").asText()), (ObjectNode) one));
            balance = part.hasNonNull("balance")
                    ? ScatterGather.read(RunningBalance.class, part.get("balance"))
                    : balance;
            today = part.hasNonNull("today")
                    ? earlier(today, LocalDate.parse(part.get("today").asText()))
                    : today;
        }
        boolean isWhole = read.size() == partitions && read.values().stream().allMatch(times -> times == 1);
        if (!isWhole || today.equals(LocalDate.MAX) || !sums.isEmpty() && balance == null) {
            throw new Problem(Kind.MOVING, "a part of the books moves between instances");
        }
        return new SellersMonths(seller, today, sums, closings, balance);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** The months of which there is something to say, the latest first. */
    List<YearMonth> months() {
        TreeMap<YearMonth, Boolean> months = new TreeMap<>();
        sums.keySet().forEach(month -> months.put(month, true));
        closings.keySet().forEach(month -> months.put(month, true));
        next().ifPresent(month -> months.put(month, true));
        return List.copyOf(months.descendingKeySet());
    }

    MonthSums sumsOf(YearMonth month) {
        return sums.getOrDefault(month, MonthSums.nothing(seller, month));
    }

    /** The month that may be closed now; empty: none is over that is not closed. */
    Optional<YearMonth> next() {
        YearMonth next = closings.isEmpty()
                ? sums.isEmpty() ? null : sums.firstKey()
                : closings.lastKey().plusMonths(1);
        return Optional.ofNullable(next).filter(month -> month.atEndOfMonth().isBefore(today));
    }

    /** Whether it begins after today, and nothing is dated into it. */
    boolean isYetToCome(YearMonth month) {
        return month.isAfter(YearMonth.from(today)) && !sums.containsKey(month);
    }

    State state(YearMonth month) {
        if (!closings.isEmpty() && !month.isAfter(closings.lastKey())) {
            return State.CLOSED;
        }
        if (closings.isEmpty() && sums.isEmpty()) {
            return State.NO_BOOKS;
        }
        if (closings.isEmpty() && month.isBefore(sums.firstKey())) {
            return State.BEFORE_BOOKS;
        }
        if (!month.atEndOfMonth().isBefore(today)) {
            return State.RUNNING;
        }
        return next().filter(month::equals).isPresent() ? State.NEXT : State.LATER;
    }

    /** Whether the books still say of it what it was closed with; true of one that is closed with a later one. */
    boolean isAsClosed(YearMonth month) {
        ObjectNode closing = closings.get(month);
        if (closing == null) {
            return true;
        }
        MonthSums now = sumsOf(month);
        return closing.path("entries").asLong() == now.entries()
                && closing.path("totals").equals(RecordJson.write(now).path("totals"));
    }

    /** How a month stands. */
    enum State {
        /** Nothing is dated into it any more. */
        CLOSED,
        /** It is over, and the next to be closed. */
        NEXT,
        /** It is over, and one before it is open. */
        LATER,
        /** Its last day is not closed. */
        RUNNING,
        /** The books have nothing of it, for they begin later. */
        BEFORE_BOOKS,
        /** No entry is there of this seller at all: he has none yet, or there is no such seller. */
        NO_BOOKS
    }
}
