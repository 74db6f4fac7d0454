package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import java.time.LocalDate;

/**
 * Consecutive days of a debt's delay with one base and one rate.
 *
 * @param from first day, included
 * @param to last day, included
 * @param base outstanding at the end of the day before each of the days
 * @param rate percent a year
 * @param amount base × rate × days / 365, rounded half up
 * @param source where the rate comes from
 */
public record Segment(
        ReceivableKey receivable,
        LocalDate from,
        LocalDate to,
        int days,
        Money base,
        Percent rate,
        Money amount,
        String source) {}
