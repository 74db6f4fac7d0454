package io.echeance.core.course;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.Price;
import io.echeance.core.order.Situation;
import io.echeance.core.terms.EndingTerms;
import io.echeance.core.terms.EndingTerms.Band;
import io.echeance.core.terms.EndingTerms.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each reason to leave an order costs (<i>motifs de résiliation</i>).
 *
 * @param service as it is planned when the notice comes
 * @param movedOn when the session was moved last; null: never
 * @param price as agreed when the notice comes
 */
record Departure(
        Situation situation, Service service, @Nullable LocalDate movedOn, Price price) {

    /** Null: the demand has no effect. */
    @Nullable
    Ending by(OrderCancelled notice, List<Course.RefusedDemand> refusals) {
        LocalDate on = notice.on();
        String reason = notice.reason().name();
        if (notice.by() == ContractParty.SELLER && isTheCustomersChoice(notice.reason())) {
            return refundableIn30(on, reason, prorata().deliveredBy(on));
        }
        return switch (notice.reason()) {
            case CANCELLATION -> cancellation(on);
            case WITHDRAWAL -> withdrawal(notice, refusals);
            case MONEY_BACK -> moneyBack(notice, refusals);
            case HEALTH ->
                refundableIn30(
                        on,
                        reason,
                        terms().periodsBegunAreDue()
                                ? prorata().periodsBegun(on)
                                : prorata().deliveredBy(on));
            case EXCLUSION -> refundableIn30(on, reason, prorata().periodsBegun(on));
            case VISA_REFUSED -> refundableIn30(on, reason, price.only(List.of(OrderLine.LineKind.APPLICATION_FEE)));
            case DIPLOMA_NOT_OBTAINED, FRAUD -> refundableIn30(on, reason, Price.NOTHING);
            case WORK_STUDY_SWITCH -> workStudySwitch(notice, refusals);
            case FORCE_MAJEURE, NOT_ENOUGH_PARTICIPANTS ->
                refundableIn30(on, reason, prorata().deliveredBy(on));
        };
    }

    /**
     * The customer leaves for its own reasons: the fee of the terms' scale; where the terms count by periods, the
     * periods begun; where they do neither, the price stays due.
     *
     * <p>The scale counts days from the notice to the start of the service. Below 100 % the fee is an indemnity outside
     * VAT and the price falls away; at 100 % the price itself stays due. Either is the customer's alone: a
     * cancellation fee is not chargeable to training funds.
     */
    Ending cancellation(LocalDate on) {
        String reason = CancellationReason.CANCELLATION.name();
        int refundDays = terms().refundDays();
        if (!terms().scale().isEmpty()) {
            long days = ChronoUnit.DAYS.between(on, service.start());
            Percent percent = scalePercent(days);
            String how = reason + " of " + on + ", " + days + " days before the start: " + percent + " % of "
                    + price.total() + " net";
            return percent.equals(Percent.HUNDRED)
                    ? new Ending(on, reason, price, Money.ZERO, true, refundDays, how)
                    : new Ending(on, reason, Price.NOTHING, price.total().percent(percent), true, refundDays, how);
        }
        if (terms().periodsBegunAreDue()) {
            return refundableIn30(on, reason, prorata().periodsBegun(on));
        }
        String how = reason + " of " + on + ": " + price.total() + " net stay due";
        return new Ending(on, reason, price, Money.ZERO, true, refundDays, how);
    }

    private Percent scalePercent(long daysBeforeStart) {
        for (Band band : terms().scale()) {
            if (daysBeforeStart >= band.fromDays()) {
                return band.percent();
            }
        }
        return Percent.HUNDRED;
    }

    /** Too late, or by another than a consumer: treated as a cancellation. */
    private Ending withdrawal(OrderCancelled notice, List<Course.RefusedDemand> refusals) {
        Window window = Withdrawal.window(situation, notice.on());
        if (window == null) {
            refusals.add(new Course.RefusedDemand(Course.RefusedDemand.Demand.WITHDRAWAL_TOO_LATE, notice.factId()));
            return cancellation(notice.on());
        }
        Price remaining =
                situation.order().beginBeforeWithdrawalEnds() ? prorata().deliveredBy(notice.on()) : Price.NOTHING;
        return Ending.withPrice(notice.on(), notice.reason().name(), remaining, window.refundDays());
    }

    /** Satisfied or refunded (<i>satisfait ou remboursé</i>): a promise of the seller, counted in plain days. */
    private @Nullable Ending moneyBack(OrderCancelled notice, List<Course.RefusedDemand> refusals) {
        Window window = terms().moneyBack();
        if (window == null || notice.on().isAfter(situation.order().on().plusDays(window.days()))) {
            refusals.add(new Course.RefusedDemand(Course.RefusedDemand.Demand.MONEY_BACK_REFUSED, notice.factId()));
            return null;
        }
        return Ending.withPrice(notice.on(), notice.reason().name(), Price.NOTHING, window.refundDays());
    }

    /**
     * The student leaves for a work-study contract (<i>alternance</i>): no application fee, tuition by the days up to
     * the contract.
     */
    private @Nullable Ending workStudySwitch(OrderCancelled notice, List<Course.RefusedDemand> refusals) {
        Integer months = terms().workStudyMonths();
        LocalDate contractStart = notice.contractStart();
        if (months == null
                || contractStart == null
                || contractStart.isAfter(service.start().plusMonths(months))) {
            refusals.add(new Course.RefusedDemand(Course.RefusedDemand.Demand.SWITCH_TOO_LATE, notice.factId()));
            return null;
        }
        return refundableIn30(
                notice.on(),
                notice.reason().name(),
                prorata().daysUpTo(contractStart).only(List.of(OrderLine.LineKind.TUITION, OrderLine.LineKind.TRAVEL)));
    }

    /** Reasons that, given by the seller, mean no more than that the seller cancels. */
    private static boolean isTheCustomersChoice(CancellationReason reason) {
        return switch (reason) {
            case CANCELLATION, WITHDRAWAL, HEALTH, WORK_STUDY_SWITCH -> true;
            case MONEY_BACK,
                    EXCLUSION,
                    VISA_REFUSED,
                    DIPLOMA_NOT_OBTAINED,
                    FORCE_MAJEURE,
                    NOT_ENOUGH_PARTICIPANTS,
                    FRAUD -> false;
        };
    }

    private Ending refundableIn30(LocalDate on, String reason, Price remaining) {
        return Ending.withPrice(on, reason, remaining, terms().refundDays());
    }

    private Prorata prorata() {
        return new Prorata(service, price, Course.deliveries(situation, movedOn));
    }

    private EndingTerms terms() {
        return situation.terms().ending();
    }
}
