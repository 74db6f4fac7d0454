package io.echeance.core.shares;

import io.echeance.core.course.Course;
import io.echeance.core.money.Money;
import io.echeance.core.order.Announced;
import io.echeance.core.order.Announcer;
import io.echeance.core.order.FundingAlert.AcceptanceMissing;
import io.echeance.core.order.FundingAlert.LateAgreement;
import io.echeance.core.order.FundingAlert.Movement;
import io.echeance.core.order.FundingAlert.OverFunded;
import io.echeance.core.order.FundingAlert.ShareMoved;
import io.echeance.core.order.Issued;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.Price;
import io.echeance.core.order.Situation;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.TermsRule;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is announced of the funders' shares: which moved, which decisions came too late or granted too much. Nothing
 * more of it once the order has ended.
 *
 * @param netShares net share of each funder, as it was announced now or before
 */
public record ShareAlerts(Announced announced, SortedMap<String, Money> netShares) {

    public static ShareAlerts of(Situation situation, Course course, Shares shares, Issued issued) {
        List<FundingRequest> requests = Subrogation.subrogating(situation).toList();
        SortedMap<String, Money> netShares = new TreeMap<>(issued.sharesAnnounced());
        reserve(requests, Price.of(situation.order().lines()).total(), netShares);
        if (course.ending() != null) {
            return new ShareAlerts(Announced.NOTHING, netShares);
        }
        Announcer announcer = new Announcer(situation, issued);
        shares.funders().forEach(share -> tellMove(share, situation, netShares, announcer));
        requests.forEach(request -> tellDecisions(request.funderId(), situation, shares, announcer));
        return new ShareAlerts(announcer.announced(), netShares);
    }

    /** What each funder is asked for, and the price leaves, is announced with the order. */
    private static void reserve(List<FundingRequest> requests, Money price, SortedMap<String, Money> netShares) {
        Money left = price;
        for (FundingRequest request : requests) {
            Money reserved = request.requested().min(left);
            left = left.minus(reserved);
            netShares.putIfAbsent(request.funderId(), reserved);
        }
    }

    private static void tellMove(
            FunderShare share, Situation situation, SortedMap<String, Money> netShares, Announcer announcer) {
        Money before = netShares.put(share.funder(), share.net());
        if (before != null && !before.equals(share.net())) {
            Movement movement = share.net().exceeds(before)
                    ? Movement.GRANTED
                    : switch (share.state()) {
                        case REFUSED -> Movement.REFUSED;
                        case SILENT -> Movement.SILENT;
                        case UNPAID -> Movement.UNPAID;
                        case REQUESTED, GRANTED -> Movement.CUT;
                    };
            List<String> basis = new Clauses(situation.terms()).of(TermsRule.REFUSED_OR_CUT);
            announcer.say(new ShareMoved(situation.today(), situation.orderId(), share.funder(), movement, basis));
        }
    }

    private static void tellDecisions(String funder, Situation situation, Shares shares, Announcer announcer) {
        Clauses clauses = new Clauses(situation.terms());
        LocalDate today = situation.today();
        String orderId = situation.orderId();
        situation.decisionsOf(funder).forEach(decision -> {
            String factId = decision.fact().factId();
            if (shares.lateDecisions().contains(factId) && announcer.isFirst("LATE_AGREEMENT/" + factId)) {
                announcer.say(new LateAgreement(today, orderId, funder, clauses.of(TermsRule.AGREEMENT_DEADLINE)));
            }
            if (shares.overFunding().contains(factId) && announcer.isFirst("OVER_FUNDED/" + factId)) {
                announcer.say(new OverFunded(today, orderId, funder, clauses.of(TermsRule.REFUSED_OR_CUT)));
            }
        });
        if (shares.acceptanceMissing().contains(funder) && announcer.isFirst("ACCEPTANCE_MISSING/" + funder)) {
            announcer.say(new AcceptanceMissing(
                    today, orderId, situation.customer(), funder, clauses.of(TermsRule.REFUSED_OR_CUT)));
        }
    }
}
