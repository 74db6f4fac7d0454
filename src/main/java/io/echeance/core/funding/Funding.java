package io.echeance.core.funding;

import io.echeance.core.funding.FunderShare.State;
import io.echeance.core.money.Money;
import io.echeance.core.order.FundingFact.FundingDecided;
import io.echeance.core.order.FundingFact.Outcome;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.Price;
import io.echeance.core.order.Situation;
import io.echeance.core.order.Situation.Known;
import io.echeance.core.terms.FundingTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Draws the shares of the price (<i>répartition entre le client et ses financeurs</i>).
 *
 * <p>Of a funder's decisions the last one received by the deadline counts, however late we learn of it; one that comes
 * after it changes nothing. What the funder refuses, cuts, leaves unsaid or unpaid falls back on the customer, by the
 * terms at once or after the customer's acceptance. Funders take from the price in the order's sequence: a grant beyond
 * what the price leaves is cut.
 *
 * <p>A deadline is judged from the day after it, and never on the day on which the fact that sets it reaches us: the
 * close of that day does.
 *
 * <p>Source: Ecole de la Librairie, art. 4.2 and 5.2; Technolowgic, art. 5.2. Code civil, 1338: paying by delegation
 * frees the customer only of what is paid.
 */
public final class Funding {

    private final Situation situation;
    private final Service service;
    private final Price price;
    private final FunderPayments payments;

    private final List<FunderShare> shares = new ArrayList<>();
    private final Set<String> lateDecisions = new TreeSet<>();
    private final Set<String> overFunding = new TreeSet<>();
    private final Set<String> acceptanceMissing = new TreeSet<>();
    private Money left;
    private @Nullable LocalDate lapsesOn;
    private @Nullable LocalDate nextOn;

    private Funding(Situation situation, Service service, Price price, FunderPayments payments) {
        this.situation = situation;
        this.service = service;
        this.price = price;
        this.payments = payments;
        this.left = price.total();
    }

    /** @param price what stays due of the order's net price, for all payers */
    public static Shares shares(Situation situation, Service service, Price price, FunderPayments payments) {
        FundingTerms terms = situation.terms().funding();
        Funding funding = new Funding(situation, service, price, payments);
        if (terms != null) {
            for (FundingRequest request : situation.order().funding()) {
                if (request.mode() == FundingRequest.Mode.SUBROGATION) {
                    funding.add(request, terms);
                }
            }
        }
        return funding.drawn();
    }

    private Shares drawn() {
        Money ofFunders = Money.ZERO;
        Money awaiting = Money.ZERO;
        for (FunderShare share : shares) {
            ofFunders = ofFunders.plus(share.net());
            awaiting = awaiting.plus(share.fallen());
        }
        Price ofCustomer = price.without(ofFunders.plus(awaiting));
        return new Shares(
                shares, ofCustomer, awaiting, lapsesOn, lateDecisions, overFunding, acceptanceMissing, nextOn);
    }

    private void add(FundingRequest request, FundingTerms terms) {
        LocalDate deadline = switch (terms.agreementDeadline()) {
            case SERVICE_START -> service.start();
            case SERVICE_END -> service.end();
        };
        Known<FundingDecided> decision = decisionThatCounts(request.funderId(), deadline);
        if (decision == null) {
            undecided(request, terms, deadline);
        } else if (decision.fact().outcome() == Outcome.GRANTED
                && decision.fact().granted() != null) {
            granted(request, terms, decision, decision.fact().granted());
        } else {
            Money gap = request.requested().min(left);
            take(request.funderId(), State.REFUSED, Money.ZERO, gap, terms.refusedOrCut(), decision);
        }
    }

    private @Nullable Known<FundingDecided> decisionThatCounts(String funder, LocalDate deadline) {
        Known<FundingDecided> counting = null;
        for (Known<FundingDecided> decision : situation.decisionsOf(funder)) {
            if (decision.fact().on().isAfter(deadline)) {
                lateDecisions.add(decision.fact().factId());
            } else {
                counting = decision;
            }
        }
        return counting;
    }

    private void undecided(FundingRequest request, FundingTerms terms, LocalDate deadline) {
        if (isJudged(deadline, situation.placed().countsOn())) {
            Money gap = request.requested().min(left);
            take(request.funderId(), State.SILENT, Money.ZERO, gap, terms.silent(), null);
        } else {
            Money reserved = request.requested().min(left);
            left = left.minus(reserved);
            shares.add(new FunderShare(request.funderId(), State.REQUESTED, reserved, Money.ZERO));
        }
    }

    private void granted(FundingRequest request, FundingTerms terms, Known<FundingDecided> decision, Money granted) {
        Money net = granted.min(left);
        if (granted.exceeds(left)) {
            overFunding.add(decision.fact().factId());
        }
        Money gap = request.requested().min(left).minus(net).orZero();
        Integer unpaidAfter = terms.unpaidAfterDays();
        LocalDate dueOn = payments.firstDueOn(request.funderId());
        if (unpaidAfter != null && dueOn != null) {
            LocalDate fallsOn = dueOn.plusDays(unpaidAfter);
            Money paid =
                    payments.netPaidBy(request.funderId(), fallsOn.minusDays(1)).min(net);
            if (net.exceeds(paid)) {
                if (!fallsOn.isAfter(situation.today())) {
                    take(request.funderId(), State.UNPAID, paid, gap, terms.refusedOrCut(), decision);
                    return;
                }
                wakeOn(fallsOn);
            }
        }
        take(request.funderId(), State.GRANTED, net, gap, terms.refusedOrCut(), decision);
    }

    /**
     * Gives the funder {@code net}; {@code gap} falls back.
     *
     * @param decision what the customer may answer; null when the funder is silent: there is nothing to accept
     */
    private void take(
            String funder,
            State state,
            Money net,
            Money gap,
            FundingTerms.Fallback fallback,
            @Nullable Known<FundingDecided> decision) {
        Money awaiting = decision == null || gap.isZero() ? Money.ZERO : awaiting(funder, gap, fallback, decision);
        left = left.minus(net).minus(awaiting);
        shares.add(new FunderShare(funder, state, net, awaiting));
    }

    /** What of {@code gap} nobody owes while the customer may still accept. */
    private Money awaiting(String funder, Money gap, FundingTerms.Fallback fallback, Known<FundingDecided> decision) {
        Integer days = fallback.awaitAcceptanceDays();
        if (days == null) {
            return Money.ZERO;
        }
        LocalDate lastDay = decision.fact().on().plusDays(days);
        if (isAccepted(decision.fact().on(), lastDay)) {
            return Money.ZERO;
        }
        if (!isJudged(lastDay, decision.countsOn())) {
            return gap;
        }
        LocalDate lapse = lastDay.plusDays(1);
        if (!service.start().isAfter(lapse)) {
            acceptanceMissing.add(funder);
            return Money.ZERO;
        }
        lapsesOn = lapsesOn == null || lapse.isBefore(lapsesOn) ? lapse : lapsesOn;
        return gap;
    }

    private boolean isAccepted(LocalDate from, LocalDate until) {
        return situation.acceptances().stream()
                .anyMatch(acceptance ->
                        !acceptance.on().isBefore(from) && !acceptance.on().isAfter(until));
    }

    private boolean isJudged(LocalDate deadline, LocalDate knownOn) {
        LocalDate judgedOn = (knownOn.isAfter(deadline) ? knownOn : deadline).plusDays(1);
        if (judgedOn.isAfter(situation.today())) {
            wakeOn(judgedOn);
            return false;
        }
        return true;
    }

    private void wakeOn(LocalDate day) {
        nextOn = nextOn == null || day.isBefore(nextOn) ? day : nextOn;
    }
}
