package io.echeance.core.book;

import io.echeance.core.book.Simulation.Arrival.Received;
import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Decision;
import io.echeance.core.invoice.Draft;
import io.echeance.core.order.Account;
import io.echeance.core.order.Output;
import io.echeance.core.order.Statement;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One account from day to day; those on which nothing can happen are passed over. */
final class Walk {

    private final Decider decider;
    private final List<Output> outputs = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private Account at;
    private @Nullable Statement drawn;

    Walk(Decider decider, Account start) {
        this.decider = decider;
        this.at = start;
    }

    /** Sees each day on which something may have happened. */
    @FunctionalInterface
    interface Watcher {

        /**
         * @param morning after the day
         * @param came what reached us on the day
         * @param said on the day, and at its close
         */
        void saw(LocalDate morning, List<Received> came, List<Output> said);
    }

    Account account() {
        return at;
    }

    /** The last one drawn; null while the order is not placed. */
    @Nullable
    Statement drawn() {
        return drawn;
    }

    /** All that was said, in its order. */
    List<Output> outputs() {
        return List.copyOf(outputs);
    }

    /** Of the documents among them. */
    List<Draft> drafts() {
        return List.copyOf(drafts);
    }

    void through(List<Received> arrivals, LocalDate first, LocalDate last) {
        through(arrivals, first, last, (morning, came, said) -> {});
    }

    void through(List<Received> arrivals, LocalDate first, LocalDate last, Watcher watcher) {
        Deque<Received> open = new ArrayDeque<>(arrivals.stream()
                .sorted(Comparator.comparing(Received::knownOn))
                .toList());
        LocalDate day = nextDay(open, first);
        while (day != null && !day.isAfter(last)) {
            int before = outputs.size();
            List<Received> came = new ArrayList<>();
            while (!open.isEmpty() && open.element().knownOn().equals(day)) {
                Received received = open.remove();
                came.add(received);
                note(decider.take(at, received.fact(), day));
            }
            close(day.plusDays(1));
            watcher.saw(day.plusDays(1), came, List.copyOf(outputs.subList(before, outputs.size())));
            day = nextDay(open, day.plusDays(1));
        }
    }

    /** The first day, from {@code from} on, on which a fact comes or whose close the account waits for. */
    private @Nullable LocalDate nextDay(Deque<Received> open, LocalDate from) {
        LocalDate fact = open.isEmpty() ? null : open.element().knownOn();
        LocalDate nextOn = at.nextOn();
        if (nextOn == null) {
            return fact;
        }
        LocalDate close = nextOn.minusDays(1).isBefore(from) ? from : nextOn.minusDays(1);
        return fact == null || close.isBefore(fact) ? close : fact;
    }

    void close(LocalDate morning) {
        LocalDate nextOn = at.nextOn();
        if (nextOn != null && !nextOn.isAfter(morning)) {
            note(decider.close(at, morning));
        }
    }

    private void note(Decision decision) {
        at = decision.account();
        outputs.addAll(decision.outputs());
        drafts.addAll(decision.drafts());
        if (decision.statement() != null) {
            drawn = decision.statement();
        }
    }
}
