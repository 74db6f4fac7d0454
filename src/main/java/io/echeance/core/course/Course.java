package io.echeance.core.course;

import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderRescheduled;
import io.echeance.core.order.OrderFact.Period;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.Price;
import io.echeance.core.order.Situation;
import java.math.BigDecimal;
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
 * @param price as agreed last; what of it stays due after an early end is said by {@code ending}
 * @param movedOn when the session was last moved: that its whole was delivered before no longer counts; null: never
 * @param refusals demands of the customer that had no effect, or another one than asked
 */
public record Course(
        Service service,
        List<OrderLine> lines,
        Price price,
        @Nullable LocalDate movedOn,
        @Nullable Ending ending,
        List<RefusedDemand> refusals) {

    /** A demand came too late: announced once, by the fact that made it. */
    public record RefusedDemand(Demand kind, String factId) {
        public enum Demand {
            WITHDRAWAL_TOO_LATE,
            MONEY_BACK_REFUSED,
            SWITCH_TOO_LATE
        }
    }

    public static Course of(Situation situation) {
        Service service = situation.order().service();
        List<OrderLine> lines = situation.order().lines();
        Price price = Price.of(lines);
        LocalDate movedOn = null;
        List<RefusedDemand> refusals = new ArrayList<>();
        for (Fact event : situation.changes()) {
            Ending ending = null;
            if (event instanceof OrderAmended amended) {
                lines = amended.lines();
                price = Price.of(lines);
            } else if (event instanceof OrderRescheduled moved) {
                if (isFree(moved, service, situation)) {
                    service = moved(service, moved);
                    movedOn = moved.on();
                } else {
                    ending = new Departure(situation, service, movedOn, price).cancellation(moved.on());
                }
            } else if (event instanceof OrderCancelled cancelled) {
                ending = new Departure(situation, service, movedOn, price).by(cancelled, refusals);
            }
            if (ending != null) {
                return new Course(service, lines, price, movedOn, ending, refusals);
            }
        }
        return new Course(service, lines, price, movedOn, null, refusals);
    }

    /** The same course, ended by {@code lapse}. */
    public Course endedBy(Ending lapse) {
        return new Course(service, lines, price, movedOn, lapse, refusals);
    }

    /** The price that stays due. */
    public Price remaining() {
        return ending == null ? price : ending.remaining();
    }

    /** What was received of the delivery, as far as a later move of the session did not overtake it. */
    public List<ServiceDelivered> deliveries(Situation situation) {
        return deliveries(situation, movedOn);
    }

    /** Whoever moves a session says that its whole is still to come; a part that was delivered stays delivered. */
    static List<ServiceDelivered> deliveries(Situation situation, @Nullable LocalDate movedOn) {
        return situation.deliveries().stream()
                .filter(delivered -> movedOn == null
                        || !delivered.on().isBefore(movedOn)
                        || delivered.share().compareTo(BigDecimal.ONE) < 0)
                .toList();
    }

    /**
     * The seller moves a session at will, the customer with the notice that the terms ask for; where the terms give no
     * such right, a customer's rescheduling is a cancellation.
     */
    private static boolean isFree(OrderRescheduled moved, Service service, Situation situation) {
        Integer notice = situation.terms().ending().rescheduleNoticeDays();
        return moved.by() == ContractParty.SELLER
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
