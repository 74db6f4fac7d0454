package io.echeance.reference;

import io.echeance.core.money.Percent;
import io.echeance.core.terms.Clause;
import io.echeance.core.terms.EndingTerms;
import io.echeance.core.terms.FundingTerms;
import io.echeance.core.terms.InterestTerms;
import io.echeance.core.terms.LadderStep;
import io.echeance.core.terms.LateTerms;
import io.echeance.core.terms.MatchingRule;
import io.echeance.core.terms.PaymentTerms;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.RateRule;
import io.echeance.core.terms.RuleMode;
import io.echeance.core.terms.StandingTerms;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.VatRegime;
import io.echeance.core.terms.WrittenRate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A pack's keys, read into the core's {@link Terms}. */
final class TermsReader {

    private TermsReader() {}

    static Terms terms(Section pack) {
        Set<Quality> customers = pack.setOf("customers", Quality.class);
        return new Terms(
                pack.text("name"),
                pack.date("inForceOn"),
                pack.text("seller"),
                pack.oneOf("vat", VatRegime.class),
                customers,
                payment(pack.section("payment")),
                funding(pack.optionalSection("funding")),
                late(pack.section("late"), customers),
                ending(pack.section("ending")),
                standing(pack.optionalSection("standing")),
                clauses(pack.section("clauses")));
    }

    private static PaymentTerms payment(Section payment) {
        PaymentTerms terms = new PaymentTerms(
                payment.oneOf("billing", PaymentTerms.BillingMoment.class),
                payment.count("dueDays"),
                payment.optionalOneOf("dueEndOfMonth", PaymentTerms.EndOfMonth.class),
                payment.optionalOneOf("dueOnLast", Month.class),
                payment.count("maxInstalments"),
                payment.optionalOneOf("lastInstalmentMonth", Month.class),
                payment.flag("depositAllowed"),
                payment.optionalPercent("depositPercent"),
                payment.setOf("methods", PaymentTerms.Method.class),
                payment.optionalMoney("secondPersonAbove"),
                payment.optionalFlag("numberNeedsSender"),
                rules(payment.optionalSection("rules")));
        payment.nothingElse();
        return terms;
    }

    private static Map<MatchingRule, RuleMode> rules(@Nullable Section rules) {
        Map<MatchingRule, RuleMode> modes = new EnumMap<>(MatchingRule.class);
        if (rules != null) {
            for (MatchingRule rule : MatchingRule.values()) {
                RuleMode mode = rules.optionalOneOf(rule.name(), RuleMode.class);
                if (mode != null) {
                    modes.put(rule, mode);
                }
            }
            rules.nothingElse();
        }
        return modes;
    }

    private static @Nullable FundingTerms funding(@Nullable Section funding) {
        if (funding == null) {
            return null;
        }
        FundingTerms terms = new FundingTerms(
                funding.oneOf("agreementDeadline", FundingTerms.Deadline.class),
                fallback(funding, "refusedOrCut"),
                fallback(funding, "silent"),
                funding.optionalCount("unpaidAfterDays"),
                funding.flag("evidenceNeeded"),
                funding.optionalMoney("fileFee"));
        funding.nothingElse();
        return terms;
    }

    /** {@code CUSTOMER_OWES}, or {@code { awaitAcceptanceDays: n }}. */
    private static FundingTerms.Fallback fallback(Section funding, String key) {
        if (funding.isMapping(key)) {
            Section await = funding.section(key);
            FundingTerms.Fallback fallback = new FundingTerms.Fallback(await.count("awaitAcceptanceDays"));
            await.nothingElse();
            return fallback;
        }
        FundingTerms.Fallback atOnce = new FundingTerms.Fallback(null);
        return funding.scalar(key, atOnce, "CUSTOMER_OWES or { awaitAcceptanceDays: 15 }", text -> {
            if (!text.equals("CUSTOMER_OWES")) {
                throw new IllegalArgumentException(text);
            }
            return atOnce;
        });
    }

    private static LateTerms late(Section late, Set<Quality> customers) {
        LateTerms terms = new LateTerms(
                interest(late.section("interest"), customers),
                recoveryFee(late.optionalSection("recoveryFee")),
                ladder(late, "ladder", customers),
                ladder(late, "funderLadder", customers),
                late.has("penaltyLadder") ? ladder(late, "penaltyLadder", customers) : List.of(),
                late.oneOf("noticeClock", LateTerms.NoticeClock.class),
                acceleration(late.optionalSection("acceleration")),
                late.optionalCount("accessSuspendedAfterDays"),
                late.flag("documentsWithheld"));
        late.nothingElse();
        return terms;
    }

    private static Map<Quality, InterestTerms> interest(Section interest, Set<Quality> customers) {
        Map<Quality, InterestTerms> byQuality = new EnumMap<>(Quality.class);
        for (Quality quality : Quality.values()) {
            Section one = interest.optionalSection(quality.name());
            if (one == null) {
                continue;
            }
            RateRule none = new RateRule.Stipulated(Percent.ZERO);
            RateRule rate = one.scalar("rate", none, "a rate such as " + WrittenRate.EXAMPLES, WrittenRate::parse);
            byQuality.put(quality, new InterestTerms(rate, one.optionalCount("afterNoticeDays")));
            one.nothingElse();
            if (!customers.contains(quality)) {
                interest.problem(quality.name(), "not among the customers of this pack: " + customers);
            }
        }
        interest.nothingElse();
        return byQuality;
    }

    private static LateTerms.@Nullable RecoveryFeeClause recoveryFee(@Nullable Section fee) {
        if (fee == null) {
            return null;
        }
        LateTerms.RecoveryFeeClause terms = new LateTerms.RecoveryFeeClause(
                fee.money("amount"), fee.oneOf("per", LateTerms.RecoveryFeeClause.Per.class));
        fee.nothingElse();
        return terms;
    }

    private static List<LadderStep> ladder(Section late, String key, Set<Quality> customers) {
        List<LadderStep> steps = new ArrayList<>();
        for (Section step : late.sections(key)) {
            steps.add(new LadderStep(
                    step.oneOf("action", LadderStep.Action.class),
                    step.integer("offset"),
                    step.money("minimum"),
                    step.has("qualities") ? step.setOf("qualities", Quality.class) : customers));
            step.nothingElse();
            int last = steps.size() - 1;
            if (last > 0 && steps.get(last).offset() <= steps.get(last - 1).offset()) {
                step.problem("offset", "the steps stand in the order of their days, each on a day of its own");
            }
        }
        return steps;
    }

    private static LateTerms.@Nullable AccelerationClause acceleration(@Nullable Section clause) {
        if (clause == null) {
            return null;
        }
        LateTerms.AccelerationClause terms =
                new LateTerms.AccelerationClause(clause.count("unansweredDays"), clause.count("afterIncidents"));
        clause.nothingElse();
        return terms;
    }

    private static EndingTerms ending(Section ending) {
        EndingTerms terms = new EndingTerms(
                scale(ending),
                ending.optionalCount("rescheduleNoticeDays"),
                window(ending.optionalSection("withdrawal")),
                window(ending.optionalSection("moneyBack")),
                ending.count("refundDays"),
                ending.flag("periodsBegunAreDue"),
                ending.optionalCount("workStudyMonths"));
        ending.nothingElse();
        return terms;
    }

    private static List<EndingTerms.Band> scale(Section ending) {
        List<EndingTerms.Band> bands = new ArrayList<>();
        for (Section band : ending.sections("scale")) {
            int from =
                    band.scalar("fromDays", 0, "a number of days before the start, or 'any'", TermsReader::daysOrAny);
            bands.add(new EndingTerms.Band(from, band.percent("percent")));
            band.nothingElse();
            int last = bands.size() - 1;
            if (last > 0 && from >= bands.get(last - 1).fromDays()) {
                band.problem("fromDays", "the bands stand longest notice first");
            }
        }
        if (!bands.isEmpty() && bands.getLast().fromDays() != EndingTerms.Band.ANY_LATER) {
            ending.problem(
                    "scale", "the last band must be 'fromDays: any', or a late cancellation costs nothing known");
        }
        return bands;
    }

    private static int daysOrAny(String text) {
        return text.equals("any") ? EndingTerms.Band.ANY_LATER : Integer.parseInt(text);
    }

    private static EndingTerms.@Nullable Window window(@Nullable Section window) {
        if (window == null) {
            return null;
        }
        EndingTerms.Window terms = new EndingTerms.Window(window.count("days"), window.count("refundDays"));
        window.nothingElse();
        return terms;
    }

    private static @Nullable StandingTerms standing(@Nullable Section standing) {
        if (standing == null) {
            return null;
        }
        StandingTerms terms = new StandingTerms(
                standing.optionalCount("watchFromIncidents"),
                standing.optionalCount("prepaymentFromIncidents"),
                standing.optionalCount("surchargeFromIncidents"),
                standing.optionalCount("blockFromIncidents"),
                standing.flag("blockOnDispute"),
                standing.optionalMoney("loyaltyAbove"),
                standing.optionalFlag("creditLimits"));
        standing.nothingElse();
        return terms;
    }

    private static Map<String, Clause> clauses(Section clauses) {
        Map<String, Clause> byRule = new LinkedHashMap<>();
        for (String rule : clauses.keys()) {
            byRule.put(rule, Clause.parse(clauses.text(rule)));
        }
        return byRule;
    }
}
