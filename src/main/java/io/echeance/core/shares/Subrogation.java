package io.echeance.core.shares;

import io.echeance.core.money.Apportionment;
import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.Price;
import io.echeance.core.order.Situation;
import io.echeance.core.shares.FunderPayments.AskedAndPaid;
import io.echeance.core.shares.FunderShare.ShareState;
import io.echeance.core.terms.FundingTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws the shares of the price (<i>répartition entre le client et ses financeurs</i>): as agreed ({@link Agreement}),
 * then, if the order has ended early, each in proportion to what stays due, and last without what a funder has left
 * unpaid for too long.
 *
 * <p>Source: Ecole de la Librairie, art. 4.2 and 5.2; Technolowgic, art. 5.2. Code civil, 1338: paying by delegation
 * frees the customer only of what is paid.
 */
public final class Subrogation {

    private final Situation situation;
    private final FunderPayments payments;
    private @Nullable LocalDate nextOn;

    private Subrogation(Situation situation, FunderPayments payments) {
        this.situation = situation;
        this.payments = payments;
    }

    public static Shares shares(Situation situation, Service service, Cost cost, FunderPayments payments) {
        return new Subrogation(situation, payments).drawn(service, cost);
    }

    static Stream<FundingRequest> subrogating(Situation situation) {
        return situation.order().funding().stream()
                .filter(request -> request.mode() == FundingRequest.Mode.SUBROGATION);
    }

    private Shares drawn(Service service, Cost cost) {
        Agreement agreement = Agreement.of(situation, service, cost.agreed());
        nextOn = agreement.nextOn();
        List<FunderShare> shares = cost.ended() ? reduced(agreement.shares(), cost) : agreement.shares();
        shares = shares.stream().map(this::withoutUnpaid).toList();
        List<Price> ofFunders = new ArrayList<>();
        Money upTo = Money.ZERO;
        Money awaiting = Money.ZERO;
        for (FunderShare share : shares) {
            Price before = cost.remaining().first(upTo);
            upTo = upTo.plus(share.net());
            ofFunders.add(cost.remaining().first(upTo).minus(before));
            awaiting = awaiting.plus(share.fallen());
        }
        return new Shares(
                shares,
                ofFunders,
                cost.remaining().without(upTo.plus(awaiting)),
                awaiting,
                agreement.lateDecisions(),
                agreement.overFunding(),
                cost.ended() ? Set.of() : agreement.acceptanceMissing(),
                nextOn);
    }

    /**
     * Every share in the same proportion as the price that stays due, the customer's too (to which belongs what was
     * awaiting acceptance); odd cents by largest remainder, at equal ones the funders in the order's sequence, the
     * customer last. What stays due for want of notice is the customer's alone.
     */
    private static List<FunderShare> reduced(List<FunderShare> shares, Cost cost) {
        List<Money> parts = new ArrayList<>();
        Money ofCustomer = cost.agreed().total();
        for (FunderShare share : shares) {
            parts.add(share.net());
            ofCustomer = ofCustomer.minus(share.net());
        }
        parts.add(ofCustomer);
        List<Money> reduced = Apportionment.of(cost.remaining().total(), parts);
        List<FunderShare> after = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Money net = cost.ofCustomerAlone() ? Money.ZERO : reduced.get(i);
            after.add(new FunderShare(shares.get(i).funder(), shares.get(i).state(), net, Money.ZERO));
        }
        return after;
    }

    /**
     * What a funder has not paid of an invoice falls back on the morning of that invoice's due date + N of the terms;
     * and, where a payment of it comes back later, on the morning after that is known. What it pays after that is its
     * credit; what no such invoice asks for yet stays its share.
     *
     * <p>Reading taken of "its invoice is N days late" (domain specification, 5): each invoice by itself, so that a
     * second one, of a share that has grown, leaves the funder its N days.
     */
    private FunderShare withoutUnpaid(FunderShare share) {
        FundingTerms terms = situation.terms().funding();
        if (share.state() != ShareState.GRANTED || terms == null || terms.unpaidAfterDays() == null) {
            return share;
        }
        int days = terms.unpaidAfterDays();
        FunderShare left = share;
        for (LocalDate judgedOn : judgements(share.funder(), days)) {
            FunderShare after = judged(left, judgedOn.minusDays(days), judgedOn.minusDays(1));
            if (left.net().exceeds(after.net()) && judgedOn.isAfter(situation.today())) {
                wakeOn(judgedOn);
            } else {
                left = after;
            }
        }
        return left;
    }

    /** @param dueBy of which invoices what is unpaid at the end of {@code day} falls back */
    private FunderShare judged(FunderShare share, LocalDate dueBy, LocalDate day) {
        String funder = share.funder();
        AskedAndPaid position = payments.position(funder, dueBy, day);
        Money notAsked = share.net().minus(position.asked()).orZero();
        Money net = position.paid().plus(notAsked);
        return share.net().exceeds(net)
                ? new FunderShare(funder, ShareState.UNPAID, net, share.fallen(), payments.unpaid(funder, dueBy, day))
                : share;
    }

    private Collection<LocalDate> judgements(String funder, int days) {
        TreeSet<LocalDate> judgements = new TreeSet<>();
        payments.dueOn(funder).forEach(due -> judgements.add(due.plusDays(days)));
        if (!judgements.isEmpty()) {
            LocalDate first = judgements.first();
            payments.returnsKnownOn(funder).stream()
                    .map(known -> known.plusDays(1))
                    .filter(morning -> morning.isAfter(first))
                    .forEach(judgements::add);
        }
        return judgements;
    }

    private void wakeOn(LocalDate day) {
        nextOn = nextOn == null || day.isBefore(nextOn) ? day : nextOn;
    }
}
