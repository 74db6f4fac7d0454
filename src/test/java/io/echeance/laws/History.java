package io.echeance.laws;

import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.decision.Decider;
import io.echeance.core.order.Fact;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsCatalogue;
import io.echeance.reference.StatutoryRatesFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one order was told, and when; the seed makes it again. */
public record History(long seed, List<Arrival.Received> arrivals, LocalDate until) {

    public static final String ORDER = "L-1";
    /** Terms under which a payment of more than 500.00 is placed by two persons. */
    public static Terms fourEyes() {
        return Varied.TERMS.stream()
                .filter(terms -> terms.name().equals(Varied.FOUR_EYES))
                .findFirst()
                .orElseThrow();
    }

    public static final Decider DECIDER = new Decider(new TermsCatalogue(Varied.TERMS), StatutoryRatesFile.bundled());

    LocalDate start() {
        return arrivals.stream().map(Arrival::knownOn).min(LocalDate::compareTo).orElse(until);
    }

    Book played() {
        Book book = new Book(DECIDER);
        new Simulation(List.copyOf(arrivals), until).play(book);
        return book;
    }

    /** Takes what reaches us on a day; true if anything does. */
    boolean tell(Book book, LocalDate day) {
        boolean something = false;
        for (Arrival.Received arrival : arrivals) {
            if (arrival.knownOn().equals(day)) {
                book.take(arrival.fact(), day);
                something = true;
            }
        }
        return something;
    }

    /** The same history without what a broken law does not need. */
    History shrunk(Function<History, @Nullable String> law) {
        History smallest = this;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int i = smallest.arrivals.size() - 1; i >= 0; i--) {
                List<Arrival.Received> fewer = new ArrayList<>(smallest.arrivals);
                fewer.remove(i);
                History candidate = new History(seed, fewer, until);
                if (!fewer.isEmpty() && law.apply(candidate) != null) {
                    smallest = candidate;
                    smaller = true;
                }
            }
        }
        return smallest;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("seed " + seed + ", until " + until);
        for (Arrival.Received received : arrivals) {
            Fact fact = received.fact();
            text.append("\n  known ").append(received.knownOn()).append("  ").append(fact);
        }
        return text.toString();
    }
}
