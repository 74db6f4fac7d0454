package io.echeance.core.shares;

import io.echeance.core.course.Course;
import io.echeance.core.money.Money;
import io.echeance.core.order.Announced;
import io.echeance.core.order.Announcer;
import io.echeance.core.order.DunningAlert.Kind;
import io.echeance.core.order.Issued;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.Price;
import io.echeance.core.order.Situation;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.TermsRule;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What people are told of the funders' shares: which moved, which decisions came too late or granted too much. Nothing
 * more of it once the order has ended.
 *
 * @param told net share of each funder, as it was told now or before
 */
public record ShareAlerts(Announced announced, SortedMap<String, Money> told) {

    public static ShareAlerts of(Situation situation, Course course, Shares shares, Issued issued) {
        List<FundingRequest> requests = Subrogation.subrogating(situation).toList();
        SortedMap<String, Money> told = new TreeMap<>(issued.sharesTold());
        reserve(requests, Price.of(situation.order().lines()).total(), told);
        if (course.ending() != null) {
            return new ShareAlerts(Announced.NOTHING, told);
        }
        Announcer announcer = new Announcer(situation, issued);
        List<String> basis = new Clauses(situation.terms()).of(TermsRule.REFUSED_OR_CUT);
        shares.funders().forEach(share -> tellMove(share, told, announcer, basis));
        requests.forEach(request -> tellDecisions(request.funderId(), situation, shares, announcer));
        return new ShareAlerts(announcer.announced(), told);
    }

    /** What each funder is asked for, and the price leaves, is told with the order. */
    private static void reserve(List<FundingRequest> requests, Money price, SortedMap<String, Money> told) {
        Money left = price;
        for (FundingRequest request : requests) {
            Money reserved = request.requested().min(left);
            left = left.minus(reserved);
            told.putIfAbsent(request.funderId(), reserved);
        }
    }

    private static void tellMove(
            FunderShare share, SortedMap<String, Money> told, Announcer announcer, List<String> basis) {
        Money before = told.put(share.funder(), share.net());
        if (before != null && !before.equals(share.net())) {
            String reason = share.net().exceeds(before)
                    ? "GRANTED"
                    : switch (share.state()) {
                        case REFUSED, SILENT, UNPAID -> share.state().name();
                        case REQUESTED, GRANTED -> "CUT";
                    };
            announcer.alert(Kind.SHARE_MOVED, share.funder(), reason, basis);
        }
    }

    private static void tellDecisions(String funder, Situation situation, Shares shares, Announcer announcer) {
        Clauses clauses = new Clauses(situation.terms());
        situation.decisionsOf(funder).forEach(decision -> {
            String factId = decision.fact().factId();
            if (shares.lateDecisions().contains(factId) && announcer.isFirst(Kind.LATE_AGREEMENT + "/" + factId)) {
                announcer.alert(Kind.LATE_AGREEMENT, funder, null, clauses.of(TermsRule.AGREEMENT_DEADLINE));
            }
            if (shares.overFunding().contains(factId) && announcer.isFirst(Kind.OVER_FUNDED + "/" + factId)) {
                announcer.alert(Kind.OVER_FUNDED, funder, null, clauses.of(TermsRule.REFUSED_OR_CUT));
            }
        });
        if (shares.acceptanceMissing().contains(funder) && announcer.isFirst(Kind.ACCEPTANCE_MISSING + "/" + funder)) {
            announcer.alert(
                    Kind.ACCEPTANCE_MISSING, situation.customer(), funder, clauses.of(TermsRule.REFUSED_OR_CUT));
        }
    }
}
