package io.echeance.core.decision;

import io.echeance.core.lateness.FloorTest;
import io.echeance.core.money.Money;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Segment;
import io.echeance.core.order.Situation;
import io.echeance.core.order.Statement;
import io.echeance.core.refunds.RefundIncrease;
import io.echeance.core.terms.InterestTerms;
import io.echeance.core.terms.Quality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Why an account stands as it does on one day, whatever was said before.
 *
 * @param statement drawn for that day; each debt with the segments of its interest, their rates and sources
 * @param floors an agreed rate against the floor of the law, in every semester that a delay crossed
 * @param refunds what goes back, and what the law adds to it by that day
 * @param silences why no alert reaches whom
 */
public record Explained(
        Statement statement, List<FloorTest> floors, List<RefundOwed> refunds, List<NoAlertReason> silences) {

    /**
     * @param unpaid not paid back yet
     * @param increase what a withdrawal that is refunded late costs us by that day (Code de la consommation, L242-4)
     */
    public record RefundOwed(
            String refundId,
            String payer,
            Money amount,
            Money unpaid,
            LocalDate dueBy,
            Money increase,
            List<String> basis) {}

    static Explained of(Drawing drawing, Statement statement) {
        return new Explained(statement, floors(drawing, statement), refunds(drawing), NoAlertReason.of(drawing));
    }

    /** The floor binds those who sell to professionals. */
    private static List<FloorTest> floors(Drawing drawing, Statement statement) {
        Situation situation = drawing.situation;
        InterestTerms terms = situation.terms().late().interest().get(situation.quality());
        if (terms == null || situation.quality() != Quality.PROFESSIONAL) {
            return List.of();
        }
        List<Segment> segments = statement.receivables().stream()
                .flatMap(debt -> debt.segments().stream())
                .toList();
        return FloorTest.of(segments, terms.rate(), drawing.rates);
    }

    private static List<RefundOwed> refunds(Drawing drawing) {
        List<RefundOwed> owed = new ArrayList<>();
        for (RefundDue refund : drawing.pen.refunds.values()) {
            Money unpaid = drawing.unpaid(refund).orZero();
            boolean raised = drawing.isWithdrawal() && unpaid.isPositive();
            owed.add(new RefundOwed(
                    refund.refundId(),
                    refund.payer(),
                    refund.amount(),
                    unpaid,
                    refund.dueBy(),
                    raised
                            ? RefundIncrease.of(unpaid, refund.dueBy(), drawing.situation.today(), drawing.rates)
                            : Money.ZERO,
                    drawing.refundBasis()));
        }
        return owed;
    }
}
