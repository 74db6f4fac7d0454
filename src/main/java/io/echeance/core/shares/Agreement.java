package io.echeance.core.shares;

import io.echeance.core.money.Money;
import io.echeance.core.order.FundingFact.FundingDecided;
import io.echeance.core.order.FundingFact.Outcome;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.Price;
import io.echeance.core.order.Situation;
import io.echeance.core.order.Situation.Known;
import io.echeance.core.shares.FunderShare.ShareState;
import io.echeance.core.terms.FundingTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the funders agreed to bear of the whole price (<i>accords de prise en charge</i>).
 *
 * <p>Of a funder's decisions the last one received by the deadline counts, however late we learn of it; one that comes
 * after it changes nothing. What the funder refuses, cuts or leaves unsaid falls back on the customer, by the terms at
 * once or after the customer's acceptance. Funders take from the price in the order's sequence: a grant beyond what the
 * price leaves is cut.
 *
 * <p>A deadline is judged from the day after it, and never on the day on which the fact that sets it reaches us: the
 * close of that day does.
 */
public final class Agreement {

    private final Situation situation;
    private final Service service;

    private final List<FunderShare> shares = new ArrayList<>();
    private final Set<String> lateDecisions = new TreeSet<>();
    private final Set<String> overFunding = new TreeSet<>();
    private final Set<String> acceptanceMissing = new TreeSet<>();
    private Money left;
    private final Set<String> lapsing = new TreeSet<>();
    private @Nullable LocalDate nextOn;

    private Agreement(Situation situation, Service service, Price price) {
        this.situation = situation;
        this.service = service;
        this.left = price.total();
    }

    /** @param price the net price for all payers, as if the order went its whole course */
    public static Agreement of(Situation situation, Service service, Price price) {
        Agreement agreement = new Agreement(situation, service, price);
        FundingTerms terms = situation.terms().funding();
        if (terms != null) {
            Subrogation.subrogating(situation).forEach(request -> agreement.add(request, terms));
        }
        return agreement;
    }

    /** In the order's sequence. */
    List<FunderShare> shares() {
        return shares;
    }

    /** Ids of decisions that came after the deadline. */
    Set<String> lateDecisions() {
        return lateDecisions;
    }

    /** Ids of decisions that granted more than the price leaves. */
    Set<String> overFunding() {
        return overFunding;
    }

    /** Funders whose part the customer owes without having accepted, given that the order does not lapse. */
    Set<String> acceptanceMissing() {
        return acceptanceMissing;
    }

    /** Ids of decisions whose window ended without acceptance on the evening before today, ahead of the service. */
    Set<String> lapsing() {
        return lapsing;
    }

    @Nullable
    LocalDate nextOn() {
        return nextOn;
    }

    /**
     * A window in which the customer could accept what follows from a decision.
     *
     * @param morning the first one after it
     * @param judgedOn the morning on which it is judged: that one, or the one after what sets it became known
     */
    record AcceptanceWindow(FundingDecided decision, LocalDate morning, LocalDate judgedOn) {}

    /**
     * The windows that are over and judged by today, in order. One that is over is judged from the day after it, and
     * never on the day on which a fact that sets it reaches us: the close of that day does.
     */
    static List<AcceptanceWindow> windowsOver(Situation situation) {
        return windows(situation, known -> known.isBefore(situation.today()));
    }

    /** Those that are over too, and are judged tomorrow, since what sets them has reached us today. */
    static List<AcceptanceWindow> windowsJudgedTomorrow(Situation situation) {
        return windows(situation, known -> !known.isBefore(situation.today()));
    }

    /** @param known of the day on which what sets a window was known, whether that will do */
    private static List<AcceptanceWindow> windows(Situation situation, Predicate<LocalDate> known) {
        FundingTerms terms = situation.terms().funding();
        if (terms == null || terms.refusedOrCut().awaitAcceptanceDays() == null) {
            return List.of();
        }
        int days = terms.refusedOrCut().awaitAcceptanceDays();
        LocalDate today = situation.today();
        return Subrogation.subrogating(situation)
                .flatMap(request -> situation.decisionsOf(request.funderId()).stream())
                .filter(decision ->
                        known.test(later(decision.countsOn(), situation.placed().countsOn())))
                .map(decision -> window(situation, decision, days))
                .filter(window -> !window.morning().isAfter(today))
                .sorted(Comparator.comparing(AcceptanceWindow::morning))
                .toList();
    }

    private static AcceptanceWindow window(Situation situation, Known<FundingDecided> decision, int days) {
        LocalDate morning = lapse(situation, decision.fact(), days);
        LocalDate known = later(decision.countsOn(), situation.placed().countsOn());
        return new AcceptanceWindow(decision.fact(), morning, later(morning, known.plusDays(1)));
    }

    /** The morning on which an order lapses if the customer has not accepted what follows from a decision. */
    private static LocalDate lapse(Situation situation, FundingDecided decision, int days) {
        LocalDate afterWindow = decision.on().plusDays(days).plusDays(1);
        return later(afterWindow, situation.order().on().plusDays(1));
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
            take(request.funderId(), ShareState.REFUSED, Money.ZERO, gap, terms.refusedOrCut(), decision);
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
            take(request.funderId(), ShareState.SILENT, Money.ZERO, gap, terms.silent(), null);
        } else {
            Money reserved = request.requested().min(left);
            left = left.minus(reserved);
            shares.add(new FunderShare(request.funderId(), ShareState.REQUESTED, reserved, Money.ZERO));
        }
    }

    private void granted(FundingRequest request, FundingTerms terms, Known<FundingDecided> decision, Money granted) {
        Money net = granted.min(left);
        if (granted.exceeds(left)) {
            overFunding.add(decision.fact().factId());
        }
        Money gap = request.requested().min(left).minus(net).orZero();
        take(request.funderId(), ShareState.GRANTED, net, gap, terms.refusedOrCut(), decision);
    }

    /**
     * Gives the funder {@code net}; {@code gap} falls back.
     *
     * @param decision what the customer may answer; null when the funder is silent: there is nothing to accept
     */
    private void take(
            String funder,
            ShareState state,
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
        LocalDate lapse = lapse(situation, decision.fact(), days);
        if (isAccepted(decision.fact().on(), lapse.minusDays(1))) {
            return Money.ZERO;
        }
        AcceptanceWindow window = window(situation, decision, days);
        if (!isJudged(lapse.minusDays(1), window.judgedOn().minusDays(1))) {
            return isOutlived(window) ? Money.ZERO : gap;
        }
        if (lapse.equals(situation.today()) && service.start().isAfter(lapse)) {
            lapsing.add(decision.fact().factId());
        }
        acceptanceMissing.add(funder);
        return Money.ZERO;
    }

    /**
     * Whether a window that was over before we knew of it will find the service begun when it is judged: nobody can
     * accept any more and the order will not lapse, so that the customer owes the part at once.
     */
    private boolean isOutlived(AcceptanceWindow window) {
        return !window.morning().isAfter(situation.today()) && !service.start().isAfter(window.judgedOn());
    }

    private boolean isAccepted(LocalDate from, LocalDate until) {
        return situation.acceptances().stream()
                .anyMatch(acceptance ->
                        !acceptance.on().isBefore(from) && !acceptance.on().isAfter(until));
    }

    private boolean isJudged(LocalDate deadline, LocalDate knownOn) {
        LocalDate judgedOn = later(knownOn, deadline).plusDays(1);
        if (judgedOn.isAfter(situation.today())) {
            nextOn = nextOn == null || judgedOn.isBefore(nextOn) ? judgedOn : nextOn;
            return false;
        }
        return true;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
