package io.echeance.core.lateness;

import io.echeance.core.calendar.Semester;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.StatutoryRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Interest on a debt paid late (<i>pénalités de retard</i>; after a notice, <i>intérêts moratoires</i>).
 *
 * <p>Consecutive days with one base and one rate make a segment: {@code base × rate × days / 365}, rounded half up to
 * the cent per segment, so that a document adds up line by line. 365 in leap years too; simple, never compounded. The
 * base of a day is what was unpaid at the end of the day before, so the day of payment bears interest and a payment
 * counts from the day after it.
 *
 * <p>Source: Code de commerce, L441-10 II; public buyers: Code de la commande publique, R2192-31 and R2192-32; after a
 * notice: Code civil, 1231-6 and 1344-1.
 *
 * <p>Reading taken: L441-10 does not say that the day of payment counts, R2192-32 says it for public buyers; we count
 * it. Across a semester 21–30 June and 1–10 July are ten days each (67.26 on 10,000.00 at ECB + 10 in 2026), where
 * spans that leave out the day of payment would give 67.20.
 *
 * @param segments in order of time
 * @param missing the first semester without a known rate; the segments leave out its days, nothing is extrapolated
 */
public record Interest(List<Segment> segments, @Nullable Semester missing) {

    public static final Interest NONE = new Interest(List.of(), null);

    private static final BigDecimal DAYS_OF_A_YEAR_TIMES_HUNDRED = BigDecimal.valueOf(36_500);

    /** The interest of a delay up to and including {@code until}. */
    public static Interest of(Delay delay, LocalDate until, StatutoryRates rates) {
        List<Segment> segments = new ArrayList<>();
        Semester missing = null;
        LocalDate lateFrom = null;
        LocalDate day = delay.from();
        while (!day.isAfter(until)) {
            Money base = delay.outstanding().of(delay.receivable(), day.minusDays(1));
            LocalDate last = earlier(delay.evenUntil(day), until);
            lateFrom = lateFrom == null && base.isPositive() ? day : lateFrom;
            if (lateFrom != null && base.isPositive() && !delay.isStoppedOn(day)) {
                DailyRate rate = DailyRate.of(delay.rate(), day, lateFrom, rates);
                last = earlier(last, rate.until());
                Percent percent = rate.rate();
                if (percent != null) {
                    add(segments, delay.receivable().key(), day, last, base, percent, rate.source());
                } else if (missing == null) {
                    missing = rate.semester();
                }
            }
            day = last.plusDays(1);
        }
        return new Interest(segments, missing);
    }

    public Money total() {
        Money total = Money.ZERO;
        for (Segment segment : segments) {
            total = total.plus(segment.amount());
        }
        return total;
    }

    /** Adds days, in one segment with those just before if base and rate are the same. */
    private static void add(
            List<Segment> segments,
            ReceivableKey receivable,
            LocalDate from,
            LocalDate to,
            Money base,
            Percent rate,
            String source) {
        if (!segments.isEmpty()) {
            Segment before = segments.getLast();
            if (before.to().plusDays(1).equals(from)
                    && before.base().equals(base)
                    && before.rate().equals(rate)) {
                segments.removeLast();
                String both = before.source().equals(source) ? source : before.source() + ", " + source;
                segments.add(segment(receivable, before.from(), to, base, rate, both));
                return;
            }
        }
        segments.add(segment(receivable, from, to, base, rate, source));
    }

    private static Segment segment(
            ReceivableKey receivable, LocalDate from, LocalDate to, Money base, Percent rate, String source) {
        int days = Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
        return new Segment(receivable, from, to, days, base, rate, amount(base, rate, days), source);
    }

    /** {@code base × rate × days / 365}, rounded half up to the cent. */
    public static Money amount(Money base, Percent rate, int days) {
        return Money.of(base.toBigDecimal()
                .multiply(rate.value())
                .multiply(BigDecimal.valueOf(days))
                .divide(DAYS_OF_A_YEAR_TIMES_HUNDRED, 2, RoundingMode.HALF_UP));
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
