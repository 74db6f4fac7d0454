package io.echeance.core.course;

import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact.Period;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The part of a price that a part of the service costs (<i>prorata temporis</i>).
 *
 * @param service as it is planned
 * @param deliveries those that count, in order
 */
record Prorata(Service service, Price price, List<ServiceDelivered> deliveries) {

    /** The delivered share of the price: as last received; a service that is over is delivered whole. */
    Price deliveredBy(LocalDate on) {
        BigDecimal share = on.isAfter(service.end()) ? BigDecimal.ONE : BigDecimal.ZERO;
        for (ServiceDelivered delivered : deliveries) {
            if (!delivered.on().isAfter(on)) {
                share = delivered.share();
            }
        }
        return price.share(share);
    }

    /**
     * Tuition for the periods begun by a day, that day included; the other lines stay due. Periods weigh what they
     * cost; a service without periods is one period.
     */
    Price periodsBegun(LocalDate on) {
        if (service.periods().isEmpty()) {
            return service.start().isAfter(on) ? price.withTuition(Money.ZERO) : price;
        }
        Money begun = Money.ZERO;
        Money whole = Money.ZERO;
        for (Period period : service.periods()) {
            whole = whole.plus(period.net());
            begun = period.start().isAfter(on) ? begun : begun.plus(period.net());
        }
        return price.withTuition(price.tuition().timesFraction(begun.toBigDecimal(), whole.toBigDecimal()));
    }

    /** Tuition by the days before {@code day}, of all days of the service, its last one included. */
    Price daysUpTo(LocalDate day) {
        long days = Math.max(0, ChronoUnit.DAYS.between(service.start(), day));
        long wholeDays = ChronoUnit.DAYS.between(service.start(), service.end()) + 1;
        return price.withTuition(price.tuition()
                .timesFraction(BigDecimal.valueOf(Math.min(days, wholeDays)), BigDecimal.valueOf(wholeDays)));
    }
}
