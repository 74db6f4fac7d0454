package io.echeance.core.refunds;

import io.echeance.core.money.Money;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What has to be paid back to one payer (<i>remboursements</i>): of its credit what nothing more can absorb. A refund
 * that came back is owed again under its id, with a new last day.
 *
 * @param credit what it paid and nothing absorbs, refunds already paid deducted
 * @param kept what of it something may still absorb; nothing of that is added to what was already promised
 * @param dueBy last day to pay back in time what is newly due
 */
public record Refunds(Situation situation, String payer, Money credit, Money kept, LocalDate dueBy) {

    /**
     * The refunds to say, newly or anew with a smaller amount or a new last day.
     *
     * @param said every refund said so far, by whomever it is for
     * @param cameBack refunds of which it newly became known that they came back, each with its new last day
     */
    public List<RefundDue> toSay(
            Collection<RefundDue> said, Receipts receipts, Map<String, LocalDate> cameBack, List<String> basis) {
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
        List<RefundDue> toSay = changed(ofPayer, open.minus(credit.orZero()).orZero(), receipts, cameBack);
        Money free = credit.minus(kept);
        if (free.exceeds(open)) {
            int next = ofPayer.size() + 1;
            // What was paid under the next id before it was said is part of it.
            Money amount = free.minus(open).plus(receipts.refunded(id(next)));
            toSay.add(said(next, amount, dueBy, basis));
        }
        return toSay;
    }

    private static Money unpaid(RefundDue refund, Receipts receipts) {
        return refund.amount().minus(receipts.refunded(refund.refundId())).orZero();
    }

    private String id(int n) {
        return situation.orderId() + "/" + payer + "/refund/" + n;
    }

    /** Takes {@code tooMuch} from the youngest refunds, as far as they are not paid. */
    private List<RefundDue> changed(
            List<RefundDue> ofPayer, Money tooMuch, Receipts receipts, Map<String, LocalDate> cameBack) {
        List<RefundDue> changed = new ArrayList<>();
        Money rest = tooMuch;
        for (int n = ofPayer.size(); n >= 1; n--) {
            RefundDue refund = ofPayer.get(n - 1);
            Money unpaid = unpaid(refund, receipts);
            Money cut = rest.min(unpaid);
            rest = rest.minus(cut);
            LocalDate by = unpaid.exceeds(cut) ? cameBack.get(refund.refundId()) : null;
            if (cut.isPositive() || by != null) {
                changed.add(said(n, refund.amount().minus(cut), by == null ? refund.dueBy() : by, refund.basis()));
            }
        }
        return changed;
    }

    private RefundDue said(int n, Money amount, LocalDate by, List<String> basis) {
        return new RefundDue(situation.today(), situation.orderId(), id(n), payer, amount, by, basis);
    }
}
