package io.echeance.core.lateness;

import io.echeance.core.calendar.Semester;
import io.echeance.core.money.Percent;
import io.echeance.core.terms.RateRule;
import io.echeance.core.terms.StatutoryRates;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The rate of one day of a delay.
 *
 * @param rate percent a year, 0 at least: nobody earns by being late, however low a published rate is (reading taken);
 *     null: the semester's rate is not known
 * @param source where it comes from, for people
 * @param until last day that surely has the same rate, included
 */
record DailyRate(@Nullable Percent rate, Semester semester, String source, LocalDate until) {

    DailyRate {
        rate = rate == null || rate.compareTo(Percent.ZERO) >= 0 ? rate : Percent.ZERO;
    }

    /** @param lateFrom first day of the delay, which fixes a public buyer's rate for all of it */
    static DailyRate of(RateRule rule, LocalDate day, LocalDate lateFrom, StatutoryRates rates) {
        Semester semester = Semester.of(day);
        return switch (rule) {
            case RateRule.Stipulated(Percent rate) -> new DailyRate(rate, semester, "stipulated", LocalDate.MAX);
            case RateRule.Legal legal ->
                changing(
                        rates.of(semester)
                                .map(row -> row.legalOther().times(legal.times()))
                                .orElse(null),
                        semester,
                        (legal.isOnce() ? "legal rate " : legal.times() + " x legal rate ") + semester);
            case RateRule.LegalIndividual() ->
                changing(
                        rates.of(semester)
                                .map(StatutoryRates.SemesterRates::legalIndividual)
                                .orElse(null),
                        semester,
                        "legal rate of private individuals " + semester);
            case RateRule.Ecb(Percent plus) ->
                changing(ecb(rates, semester, plus), semester, "ECB " + semester + " + " + plus);
            case RateRule.EcbPublicBuyer(Percent plus) -> {
                Semester first = Semester.of(lateFrom);
                yield new DailyRate(ecb(rates, first, plus), first, "ECB " + first + " + " + plus, LocalDate.MAX);
            }
        };
    }

    private static @Nullable Percent ecb(StatutoryRates rates, Semester semester, Percent plus) {
        return rates.of(semester).map(row -> row.ecb().plus(plus)).orElse(null);
    }

    private static DailyRate changing(@Nullable Percent rate, Semester semester, String source) {
        return new DailyRate(rate, semester, source, semester.lastDay());
    }
}
