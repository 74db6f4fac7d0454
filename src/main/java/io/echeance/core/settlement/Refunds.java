package io.echeance.core.settlement;

import io.echeance.core.money.Money;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Situation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What has to be paid back to one payer (<i>remboursements</i>): its credit, once nothing more can absorb it.
 *
 * @param credit what it paid and nothing absorbs, refunds already paid deducted
 * @param refundable whether nothing more can absorb it; else nothing is added to what was already promised
 * @param dueBy last day to pay back in time what is newly due
 */
public record Refunds(Situation situation, String payer, Money credit, boolean refundable, LocalDate dueBy) {

    /**
     * The refunds to say, newly or anew with a smaller amount.
     *
     * @param said every refund said so far, by whomever it is for
     */
    public List<RefundDue> toSay(Collection<RefundDue> said, Receipts receipts, List<String> basis) {
        List<RefundDue> ofPayer = said.stream()
                .filter(refund -> refund.payer().equals(payer))
                .sorted(Comparator.comparingInt(
                                (RefundDue refund) -> refund.refundId().length())
                        .thenComparing(RefundDue::refundId))
                .toList();
        Money open = Money.ZERO;
        for (RefundDue refund : ofPayer) {
            open = open.plus(unpaid(refund, receipts));
        }
        if (!credit.exceeds(open)) {
            return reduced(ofPayer, open.minus(credit.orZero()), receipts);
        }
        int next = ofPayer.size() + 1;
        // What was paid under the next id before it was said is part of it.
        Money amount = credit.minus(open).plus(receipts.refunded(id(next)));
        return refundable ? List.of(said(next, amount, dueBy, basis)) : List.of();
    }

    private static Money unpaid(RefundDue refund, Receipts receipts) {
        return refund.amount().minus(receipts.refunded(refund.refundId())).orZero();
    }

    private String id(int n) {
        return situation.orderId() + "/" + payer + "/refund/" + n;
    }

    /** Takes {@code tooMuch} from the youngest refunds, as far as they are not paid. */
    private List<RefundDue> reduced(List<RefundDue> ofPayer, Money tooMuch, Receipts receipts) {
        List<RefundDue> reduced = new ArrayList<>();
        Money rest = tooMuch;
        for (int n = ofPayer.size(); n >= 1 && rest.isPositive(); n--) {
            RefundDue refund = ofPayer.get(n - 1);
            Money unpaid =
                    refund.amount().minus(receipts.refunded(refund.refundId())).orZero();
            Money cut = rest.min(unpaid);
            if (cut.isPositive()) {
                reduced.add(said(n, refund.amount().minus(cut), refund.dueBy(), refund.basis()));
                rest = rest.minus(cut);
            }
        }
        return reduced;
    }

    private RefundDue said(int n, Money amount, LocalDate by, List<String> basis) {
        return new RefundDue(situation.today(), situation.orderId(), id(n), payer, amount, by, basis);
    }
}
