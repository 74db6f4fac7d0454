package io.echeance.core.matching;

import io.echeance.core.ledger.SuspenseSum;
import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.PaymentFile.Whereabouts;
import io.echeance.core.money.Money;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Returns;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What should stand in 471 (<i>compte d'attente</i>) of the payments and refunds of one id of which statements of
 * account tell, by where they are. What is being asked about is on its way: it counts once it waits.
 */
final class SuspenseAccount {

    private SuspenseAccount() {}

    /** What differs between two states of a file, by account. */
    static List<Step> changes(String id, PaymentFile before, PaymentFile after) {
        SortedMap<String, SuspenseSum> changes = of(after);
        of(before).forEach((account, sum) -> changes.merge(account, SuspenseSum.NOTHING.minus(sum), SuspenseSum::plus));
        List<Step> steps = new ArrayList<>();
        changes.forEach((account, more) -> {
            if (!more.isNothing()) {
                steps.add(new Step.SuspenseChanged(account, id, more));
            }
        });
        return steps;
    }

    private static SortedMap<String, SuspenseSum> of(PaymentFile file) {
        SortedMap<String, SuspenseSum> sums = new TreeMap<>();
        for (Filed entry : file.entries()) {
            String account = account(entry.fact());
            if (account != null) {
                sums.merge(account, of(entry, file), SuspenseSum::plus);
            }
        }
        return sums;
    }

    private static SuspenseSum of(Filed entry, PaymentFile file) {
        if (entry.fact() instanceof RefundPaid refund) {
            boolean isPaid = entry.state() == Whereabouts.SENT && !isBack(entry, file);
            return isPaid ? gone(refund.amount()) : SuspenseSum.NOTHING;
        }
        PaymentReceived payment = (PaymentReceived) entry.fact();
        Money paid =
                payment.bankFee() == null ? payment.amount() : payment.amount().minus(payment.bankFee());
        if (entry.isInSuspense()) {
            return file.movements().isGone(entry) ? gone(paid) : waits(paid);
        }
        if (entry.state() == Whereabouts.CAME_BACK) {
            return gone(paid);
        }
        Allotment placed = entry.allotment();
        boolean isPlaced = entry.state() == Whereabouts.SENT && (placed != null || entry.orderId() != null);
        if (isPlaced && isBack(entry, file)) {
            return gone(paid);
        }
        return isPlaced && placed != null && placed.setAside() != null
                ? waits(placed.setAside().amount())
                : SuspenseSum.NOTHING;
    }

    private static @Nullable String account(PaymentFact fact) {
        return switch (fact) {
            case PaymentReceived payment -> payment.bankAccount();
            case RefundPaid refund -> refund.bankAccount();
            case PaymentReturned returned -> null;
            case PaymentApplied decision -> null;
            case PaymentDetailed details -> null;
        };
    }

    private static boolean isBack(Filed movement, PaymentFile file) {
        return Returns.byMovement(file.entries().stream()
                        .map(entry -> new KnownFact(entry.since(), entry.fact()))
                        .toList())
                .containsKey(movement.fact().factId());
    }

    private static SuspenseSum waits(Money amount) {
        return new SuspenseSum(amount, Money.ZERO, Money.ZERO);
    }

    private static SuspenseSum gone(Money amount) {
        return new SuspenseSum(Money.ZERO, amount, Money.ZERO);
    }
}
