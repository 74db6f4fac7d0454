package io.echeance.core.course;

import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.Situation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** When the customer is billed: on the day of the order, or when the service has been given. */
public final class BillingDay {

    private BillingDay() {}

    /**
     * The day of the order; or the day after the service, unless its whole was reported as delivered before.
     *
     * @param deliveries those that count for the session as it now stands
     */
    public static LocalDate of(Situation situation, LocalDate serviceEnd, List<ServiceDelivered> deliveries) {
        return switch (situation.terms().payment().billing()) {
            case AT_ORDER -> situation.order().on();
            case AT_DELIVERY -> {
                LocalDate after = serviceEnd.plusDays(1);
                yield deliveries.stream()
                        .filter(delivered -> delivered.share().compareTo(BigDecimal.ONE) >= 0)
                        .map(ServiceDelivered::on)
                        .filter(on -> on.isBefore(after))
                        .findFirst()
                        .orElse(after);
            }
        };
    }
}
