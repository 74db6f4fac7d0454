package io.echeance.core.terms;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with terms as such, wherever they come from: a pack, a line that is published, a record of the topic.
 * Beyond these bounds a number is a slip of the pen, which would overflow a date or ask for money that nobody agreed
 * to.
 */
public final class TermsBounds {

    /** What is wrong with a value, by its key. */
    public record Wrong(String key, String sentence) {}

    /** Ten years. */
    static final int MOST_DAYS = 3_650;

    static final int MOST_MONTHS = 120;
    static final int MOST_STEPS = 50;
    private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(9);
    private static final int MOST_INCIDENTS = 1_000;
    private static final int MOST_CLAUSES = 200;
    private static final int LONGEST_CLAUSE = 1_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final Money MOST = Money.of("99999999.99");

    /** Orders name it, and the file of a pack. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._+-]{1,100}");

    /** The numbers of its invoices begin with it, and have up to 35 such characters (BR-FR-01, BR-FR-02): 12 follow. */
    private static final Pattern SELLER = Pattern.compile("[A-Za-z0-9+_-]{1,23}");

    private final List<Wrong> found = new ArrayList<>();

    private TermsBounds() {}

    /** All that is wrong with them; empty: nothing. */
    public static List<Wrong> wrong(Terms terms) {
        TermsBounds bounds = new TermsBounds();
        bounds.ofTitle(terms);
        bounds.ofPayment(terms.payment());
        if (terms.funding() != null) {
            bounds.ofFunding(terms.funding());
        }
        bounds.ofLate(terms.late());
        bounds.ofEnding(terms.ending());
        if (terms.standing() != null) {
            bounds.ofStanding(terms.standing());
        }
        return List.copyOf(bounds.found);
    }

    /** The first thing that is wrong with them, in a sentence; null: nothing. */
    public static @Nullable String firstWrong(Terms terms) {
        List<Wrong> wrong = wrong(terms);
        return wrong.isEmpty()
                ? null
                : wrong.getFirst().key() + ": " + wrong.getFirst().sentence();
    }

    /** What is wrong with the rates of a semester; null: nothing. A rate may be below zero, as some have been. */
    public static @Nullable String wrong(StatutoryRates.SemesterRates rates) {
        int year = rates.semester().year();
        if (year < FIRST_DAY.getYear() || year > LAST_DAY.getYear()) {
            return "semester: no year lies before " + FIRST_DAY.getYear() + " or after " + LAST_DAY.getYear();
        }
        return Stream.of(rates.legalIndividual(), rates.legalOther(), rates.ecb())
                .filter(rate -> rate.compareTo(Percent.HUNDRED) > 0
                        || rate.plus(Percent.HUNDRED).compareTo(Percent.ZERO) < 0)
                .map(rate -> "a rate lies between -100 and 100 percent, not at " + rate)
                .findFirst()
                .orElse(null);
    }

    private void ofTitle(Terms terms) {
        demand(NAME.matcher(terms.name()).matches(), "name", "1 to 100 unaccented letters, digits, . + - _");
        boolean dated =
                !terms.inForceOn().isBefore(FIRST_DAY) && !terms.inForceOn().isAfter(LAST_DAY);
        demand(dated, "inForceOn", "a day from " + FIRST_DAY + " to " + LAST_DAY);
        demand(
                SELLER.matcher(terms.seller()).matches(),
                "seller",
                "invoice numbers begin with it: 1 to 23 unaccented letters, digits, + - _");
        demand(terms.clauses().size() <= MOST_CLAUSES, "clauses", "at most " + MOST_CLAUSES);
        for (Map.Entry<String, Clause> clause : terms.clauses().entrySet()) {
            int length = Math.max(
                    clause.getKey().length(), clause.getValue().toString().length());
            demand(length <= LONGEST_CLAUSE, "clauses", "at most " + LONGEST_CLAUSE + " characters each");
        }
    }

    private void ofPayment(PaymentTerms payment) {
        days("payment.dueDays", payment.dueDays());
        count("payment.maxInstalments", payment.maxInstalments(), MOST_MONTHS);
        if (payment.secondPersonAbove() != null) {
            demand(
                    payment.secondPersonAbove().isPositive(),
                    "payment.secondPersonAbove",
                    "an amount above 0.00, not " + payment.secondPersonAbove());
        }
        if (payment.depositPercent() != null) {
            boolean sane = payment.depositPercent().compareTo(Percent.ZERO) > 0
                    && payment.depositPercent().compareTo(Percent.HUNDRED) <= 0;
            demand(sane, "payment.depositPercent", "above 0 up to 100 percent, not " + payment.depositPercent());
            demand(
                    payment.depositAllowed(),
                    "payment.depositPercent",
                    "a deposit in percent needs 'depositAllowed: true'");
        }
    }

    private void ofFunding(FundingTerms funding) {
        days("funding.refusedOrCut.awaitAcceptanceDays", funding.refusedOrCut().awaitAcceptanceDays());
        days("funding.silent.awaitAcceptanceDays", funding.silent().awaitAcceptanceDays());
        days("funding.unpaidAfterDays", funding.unpaidAfterDays());
        positive("funding.fileFee", funding.fileFee());
    }

    private void ofLate(LateTerms late) {
        for (Map.Entry<Quality, InterestTerms> one : late.interest().entrySet()) {
            String key = "late.interest." + one.getKey();
            days(key + ".afterNoticeDays", one.getValue().afterNoticeDays());
            ofRate(key + ".rate", one.getValue().rate());
        }
        if (late.recoveryFee() != null) {
            positive("late.recoveryFee.amount", late.recoveryFee().amount());
        }
        ofLadder("late.ladder", late.ladder());
        ofLadder("late.funderLadder", late.funderLadder());
        ofPenaltyLadder("late.penaltyLadder", late.penaltyLadder());
        if (late.acceleration() != null) {
            days("late.acceleration.unansweredDays", late.acceleration().unansweredDays());
            count("late.acceleration.afterIncidents", late.acceleration().afterIncidents(), MOST_INCIDENTS);
        }
        days("late.accessSuspendedAfterDays", late.accessSuspendedAfterDays());
    }

    /** In the order of their days, each on a day of its own. */
    private void ofLadder(String key, List<LadderStep> steps) {
        demand(steps.size() <= MOST_STEPS, key, "at most " + MOST_STEPS + " steps");
        for (int n = 0; n < steps.size(); n++) {
            LadderStep step = steps.get(n);
            demand(
                    Math.abs((long) step.offset()) <= MOST_DAYS,
                    key + "[" + n + "].offset",
                    "at most " + MOST_DAYS + " days");
            boolean later = n == 0 || step.offset() > steps.get(n - 1).offset();
            demand(
                    later,
                    key + "[" + n + "].offset",
                    "the steps stand in the order of their days, each on a day of its own");
            boolean counts = !step.minimum().isNegative() && !step.minimum().exceeds(MOST);
            demand(counts, key + "[" + n + "].minimum", "0.00 to " + MOST);
        }
    }

    /** Fees and interest bring nothing of their own: they are reminded of, and only after their day. */
    private void ofPenaltyLadder(String key, List<LadderStep> steps) {
        ofLadder(key, steps);
        for (int n = 0; n < steps.size(); n++) {
            LadderStep step = steps.get(n);
            demand(
                    step.action() == LadderStep.Action.REMIND,
                    key + "[" + n + "].action",
                    "fees and interest are reminded of, and nothing else: REMIND");
            demand(step.offset() > 0, key + "[" + n + "].offset", "1 day or more after the due date");
        }
    }

    private void ofRate(String key, RateRule rule) {
        switch (rule) {
            case RateRule.Stipulated stipulated -> percent(key, stipulated.rate());
            case RateRule.Legal legal -> {
                BigDecimal times = legal.times();
                boolean counts = times.signum() > 0 && times.compareTo(MOST_TIMES) <= 0 && times.scale() <= 2;
                demand(counts, key, "up to 9 times the legal rate, with two decimals at most");
            }
            case RateRule.LegalIndividual individual -> {}
            case RateRule.Ecb ecb -> percent(key, ecb.plus());
            case RateRule.EcbPublicBuyer ecb -> percent(key, ecb.plus());
        }
    }

    private void ofEnding(EndingTerms ending) {
        ofScale(ending.scale());
        days("ending.rescheduleNoticeDays", ending.rescheduleNoticeDays());
        ofWindow("ending.withdrawal", ending.withdrawal());
        ofWindow("ending.moneyBack", ending.moneyBack());
        days("ending.refundDays", ending.refundDays());
        count("ending.workStudyMonths", ending.workStudyMonths(), MOST_MONTHS);
    }

    /** Longest notice first; what the last band takes comes however late. */
    private void ofScale(List<EndingTerms.Band> scale) {
        demand(scale.size() <= MOST_STEPS, "ending.scale", "at most " + MOST_STEPS + " bands");
        for (int n = 0; n < scale.size(); n++) {
            EndingTerms.Band band = scale.get(n);
            String key = "ending.scale[" + n + "]";
            percent(key + ".percent", band.percent());
            boolean last = n == scale.size() - 1;
            demand(
                    last == (band.fromDays() == EndingTerms.Band.ANY_LATER),
                    key + ".fromDays",
                    "the last band, and no other, must be 'fromDays: any', or a late cancellation costs nothing known");
            demand(
                    last || Math.abs((long) band.fromDays()) <= MOST_DAYS,
                    key + ".fromDays",
                    "at most " + MOST_DAYS + " days");
            boolean shorter = n == 0 || band.fromDays() < scale.get(n - 1).fromDays();
            demand(shorter, key + ".fromDays", "the bands stand longest notice first");
        }
    }

    private void ofWindow(String key, EndingTerms.@Nullable Window window) {
        if (window != null) {
            days(key + ".days", window.days());
            days(key + ".refundDays", window.refundDays());
        }
    }

    private void ofStanding(StandingTerms standing) {
        count("standing.watchFromIncidents", standing.watchFromIncidents(), MOST_INCIDENTS);
        count("standing.prepaymentFromIncidents", standing.prepaymentFromIncidents(), MOST_INCIDENTS);
        count("standing.surchargeFromIncidents", standing.surchargeFromIncidents(), MOST_INCIDENTS);
        count("standing.blockFromIncidents", standing.blockFromIncidents(), MOST_INCIDENTS);
        positive("standing.loyaltyAbove", standing.loyaltyAbove());
    }

    private void days(String key, @Nullable Integer days) {
        count(key, days, MOST_DAYS);
    }

    private void count(String key, @Nullable Integer count, int most) {
        demand(
                count == null || (count >= 0 && count <= most),
                key,
                "a whole number from 0 to " + most + ", not " + count);
    }

    private void percent(String key, Percent percent) {
        boolean sane = percent.compareTo(Percent.ZERO) >= 0 && percent.compareTo(Percent.HUNDRED) <= 0;
        demand(sane, key, "0 to 100 percent, not " + percent);
    }

    private void positive(String key, @Nullable Money amount) {
        boolean sane = amount == null || (amount.isPositive() && !amount.exceeds(MOST));
        demand(sane, key, "an amount above 0.00, up to " + MOST + ", not " + amount);
    }

    private void demand(boolean holds, String key, String sentence) {
        if (!holds) {
            found.add(new Wrong(key, sentence));
        }
    }
}
