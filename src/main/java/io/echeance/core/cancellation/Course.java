package io.echeance.core.cancellation;

import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.Line;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderRescheduled;
import io.echeance.core.order.OrderFact.Party;
import io.echeance.core.order.OrderFact.Period;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.Price;
import io.echeance.core.order.Situation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course that an order takes: when its service takes place after all reschedulings, what it costs after all
 * amendments, whether and how it ended early.
 *
 * <p>The facts are read by their effective date; the first cancellation that takes effect ends the order, and what
 * comes after it no longer counts.
 *
 * @param lines as ordered, or as amended last
 * @param refusals demands of the customer that had no effect, or another one than asked
 */
public record Course(
        Service service,
        List<Line> lines,
        Price price,
        @Nullable Ending ending,
        List<Refusal> refusals) {

    /** A demand came too late: told once, by the fact that made it. */
    public record Refusal(Kind kind, String factId) {
        public enum Kind {
            WITHDRAWAL_TOO_LATE,
            MONEY_BACK_REFUSED,
            SWITCH_TOO_LATE
        }
    }

    public static Course of(Situation situation) {
        Service service = situation.order().service();
        List<Line> lines = situation.order().lines();
        Price price = Price.of(lines);
        List<Refusal> refusals = new ArrayList<>();
        for (Fact event : situation.changes()) {
            Ending ending = null;
            if (event instanceof OrderAmended amended) {
                lines = amended.lines();
                price = Price.of(lines);
            } else if (event instanceof OrderRescheduled moved) {
                if (isFree(moved, service, situation)) {
                    service = moved(service, moved);
                } else {
                    ending = new Departure(situation, service, price).cancellation(moved.on());
                }
            } else if (event instanceof OrderCancelled cancelled) {
                ending = new Departure(situation, service, price).by(cancelled, refusals);
            }
            if (ending != null) {
                return new Course(service, lines, price, ending, refusals);
            }
        }
        return new Course(service, lines, price, null, refusals);
    }

    /** The same course, ended by {@code lapse} if that comes before any other end. */
    public Course endedBy(Ending lapse) {
        return ending != null && !ending.on().isAfter(lapse.on())
                ? this
                : new Course(service, lines, price, lapse, refusals);
    }

    /**
     * The seller moves a session at will, the customer with the notice that the terms ask for; where the terms give no
     * such right, a customer's rescheduling is a cancellation.
     */
    private static boolean isFree(OrderRescheduled moved, Service service, Situation situation) {
        Integer notice = situation.terms().ending().rescheduleNoticeDays();
        return moved.by() == Party.SELLER
                || (notice != null && ChronoUnit.DAYS.between(moved.on(), service.start()) >= notice);
    }

    /** Periods move with the start. */
    private static Service moved(Service service, OrderRescheduled to) {
        long days = ChronoUnit.DAYS.between(service.start(), to.start());
        List<Period> periods = new ArrayList<>();
        for (Period period : service.periods()) {
            LocalDate start = period.start().plusDays(days);
            periods.add(new Period(start, period.end().plusDays(days), period.net()));
        }
        return new Service(to.start(), to.end(), periods);
    }
}
