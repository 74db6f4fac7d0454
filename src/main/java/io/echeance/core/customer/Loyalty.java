package io.echeance.core.customer;

import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.core.customer.Judgement.Tomorrow;
import io.echeance.core.money.Money;
import io.echeance.core.order.CustomerRecord.DayPaid;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has paid net in the last 365 days, and whether that is more than the loyalty price asks for: exactly
 * as much is not more. It favours, and needs no decision.
 *
 * @param expiresOn the last day on which it is more, if nothing else is paid
 */
record Loyalty(Money paid, @Nullable Money above, @Nullable LocalDate expiresOn) {

    /** @param orders in order of age */
    static Loyalty of(List<CustomerOrder> orders, LocalDate today, Tomorrow tomorrow) {
        Money above = orders.isEmpty() ? null : Judgement.rules(orders).terms().loyaltyAbove();
        Money paid = paid(orders, today);
        SortedSet<LocalDate> leaving = new TreeSet<>();
        for (CustomerOrder order : orders) {
            for (DayPaid one : order.shown().paid()) {
                if (Judgement.isInWindow(one.on(), today)) {
                    leaving.add(one.on().plusDays(Judgement.WINDOW_DAYS));
                }
            }
        }
        if (!leaving.isEmpty()) {
            tomorrow.wakeOn(leaving.first());
        }
        LocalDate end = above != null && paid.exceeds(above)
                ? leaving.stream()
                        .filter(day -> !paid(orders, day).exceeds(above))
                        .findFirst()
                        .orElse(null)
                : null;
        return new Loyalty(paid, above, end == null ? null : end.minusDays(1));
    }

    private static Money paid(List<CustomerOrder> orders, LocalDate today) {
        return orders.stream()
                .map(order -> order.netPaidAfter(today.minusDays(Judgement.WINDOW_DAYS)))
                .reduce(Money.ZERO, Money::plus);
    }

    /** Null: it is not offered. */
    @Nullable
    HeldStanding standing(CustomerOrder latest) {
        if (above == null || !paid.exceeds(above)) {
            return null;
        }
        String sentence = "more than %s net was paid in the last %d days, value date by value date"
                .formatted(Objects.requireNonNull(above), Judgement.WINDOW_DAYS);
        return new HeldStanding(
                StandingKind.LOYALTY_PRICE,
                StandingState.HOLDS,
                List.of(sentence),
                latest.rules().basis(StandingKind.LOYALTY_PRICE),
                List.of(),
                LocalDate.MIN,
                expiresOn,
                null);
    }
}
