package io.echeance.core.refunds;

import io.echeance.core.calendar.Semester;
import io.echeance.core.lateness.Interest;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.terms.StatutoryRates;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What we owe a consumer on top when a withdrawal is refunded late.
 *
 * <p>Source: Code de la consommation, L242-4: up to 10 days late the legal rate; up to 20 days 5 %; up to 30 days 10 %;
 * up to 60 days 20 %; up to 90 days 50 %; then 5 points more each month begun, until the price is reached, then the
 * legal rate.
 *
 * <p>Readings taken: the bounds that the text writes twice (10, 20, 30 days) belong to the shorter delay; the legal
 * rate is that of creditors who are private individuals, pro rata of the days of 365; a month is 30 days; once the
 * increase reaches the price it stays there (the legal rate that follows is left to a person).
 */
public final class RefundIncrease {

    private RefundIncrease() {}

    /**
     * The increase on {@code amount} due by {@code dueBy} and unpaid on {@code today}; a rate not known counts as none.
     */
    public static Money of(Money amount, LocalDate dueBy, LocalDate today, StatutoryRates rates) {
        long days = ChronoUnit.DAYS.between(dueBy, today);
        if (days <= 0) {
            return Money.ZERO;
        }
        if (days <= 10) {
            return rates.of(Semester.of(today))
                    .map(row -> Interest.amount(amount, row.legalIndividual(), Math.toIntExact(days)))
                    .orElse(Money.ZERO);
        }
        return amount.percent(percent(days));
    }

    private static Percent percent(long daysLate) {
        if (daysLate <= 20) {
            return Percent.of("5");
        }
        if (daysLate <= 30) {
            return Percent.of("10");
        }
        if (daysLate <= 60) {
            return Percent.of("20");
        }
        // None before the 91st day.
        long monthsBegun = Math.min((daysLate - 90 + 29) / 30, 10);
        return Percent.of("50").plus(Percent.of("5").times(Math.toIntExact(monthsBegun)));
    }
}
