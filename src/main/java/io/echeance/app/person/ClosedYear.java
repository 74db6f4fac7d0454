package io.echeance.app.person;

import io.echeance.core.order.Fact;
import io.echeance.core.order.Statement;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a year may go once its books need be kept no longer, heard from {@code facts}, {@code cash-decisions} and
 * {@code statements}. A year is the calendar's; one goes with all before it.
 */
final class ClosedYear {

    /** Code de commerce, L123-22: from the close of the year. */
    private static final int YEARS = 10;

    private final int year;
    /** The latest year of what a key seals, and the orders that it is about. */
    private final Map<String, Integer> latest = new TreeMap<>();

    private final Map<String, Set<String>> about = new HashMap<>();
    private final Map<String, Integer> latestOfOrder = new HashMap<>();
    private final Map<String, Integer> firstOfOrder = new HashMap<>();
    private final Map<String, Statement> statements = new TreeMap<>();

    ClosedYear(int year) {
        this.year = year;
    }

    /** The last day on which its books have to be there. */
    static LocalDate keptUntil(int year) {
        return LocalDate.of(year, 12, 31).plusYears(YEARS);
    }

    int year() {
        return year;
    }

    void hear(@Nullable Object value) {
        if (value instanceof LoggedFact entry && entry.payload() instanceof Received(Fact fact)) {
            String order = fact.orderId();
            LocalDate bookedOn = booked(fact, entry);
            if (order != null) {
                latestOfOrder.merge(order, bookedOn.getYear(), Math::max);
                firstOfOrder.merge(order, fact.on().getYear(), Math::min);
            }
            sealed(entry.origin(), bookedOn, order);
        } else if (value instanceof CashDecision decision) {
            sealed(decision.origin(), decision.decided().on(), null);
            sealed(decision.firstOrigin(), decision.decided().on(), null);
        } else if (value instanceof Statement statement) {
            statements.put(statement.orderId(), statement);
        }
    }

    /** What comes late is of the year in which the books took it, where that is later than its date. */
    private static LocalDate booked(Fact fact, LoggedFact entry) {
        LocalDate knownOn = entry.knownOn();
        return knownOn != null && knownOn.isAfter(fact.on()) ? knownOn : fact.on();
    }

    private void sealed(@Nullable Origin origin, LocalDate on, @Nullable String order) {
        if (origin != null && origin.sealedBy() != null) {
            latest.merge(origin.sealedBy(), on.getYear(), Math::max);
            if (order != null) {
                about.computeIfAbsent(origin.sealedBy(), first -> new TreeSet<>())
                        .add(order);
            }
        }
    }

    /** The keys of words about nothing that is younger, or open. */
    Set<String> keys() {
        return latest.entrySet().stream()
                .filter(key -> key.getValue() <= year)
                .map(Map.Entry::getKey)
                .filter(key -> about.getOrDefault(key, Set.of()).stream().noneMatch(this::isAtWork))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isAtWork(String order) {
        Statement statement = statements.get(order);
        return latestOfOrder.getOrDefault(order, year) > year
                || (statement != null && OpenBusiness.of(statement) != null);
    }

    /** The orders of the year, or of one before it, that are not at their end, and why. */
    SortedMap<String, OpenBusiness> open() {
        SortedMap<String, OpenBusiness> open = new TreeMap<>();
        statements.forEach((order, statement) -> {
            OpenBusiness why = OpenBusiness.of(statement);
            if (why != null && firstOfOrder.getOrDefault(order, year + 1) <= year) {
                open.put(order, why);
            }
        });
        return open;
    }

    /** Whoever sold an order. */
    Set<String> sellers() {
        return statements.values().stream().map(Statement::seller).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whose files are still needed, for an order of theirs is open. */
    Set<String> sellersAtWork() {
        Set<String> open = open().keySet();
        return statements.values().stream()
                .filter(statement -> open.contains(statement.orderId()))
                .map(Statement::seller)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
