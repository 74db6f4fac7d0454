package io.echeance.core.customer;

import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.CustomerStanding.CustomerIncident;
import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.core.customer.Decisions.StandingGround;
import io.echeance.core.customer.Judgement.Tomorrow;
import io.echeance.core.order.CustomerRecord.Dispute;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows from incidents and disputes: what is only a mark, what is proposed, and what a person has accepted. What
 * a person has said no to is not proposed again on the same grounds; a single new one brings it back.
 */
final class Proposals {

    /** An entry in a list of unpaid debts goes so many days after the payment. */
    private static final int DAYS_AFTER_PAYMENT = 2;

    private static final int NAMED = 5;

    private final StandingRules rules;
    private final List<CustomerIncident> incidents;
    private final boolean natural;
    private final Decisions decisions;
    private final LocalDate today;
    private final List<Disputed> disputes = new ArrayList<>();

    private record Disputed(String orderId, Dispute dispute) {
        private StandingGround ground() {
            return new StandingGround("dispute " + orderId + "/" + dispute.holdId(), dispute.from());
        }
    }

    /** @param orders in order of age */
    Proposals(
            List<CustomerOrder> orders,
            List<CustomerIncident> incidents,
            boolean natural,
            Decisions decisions,
            LocalDate today,
            Tomorrow tomorrow) {
        this.rules = Judgement.rules(orders);
        this.incidents = incidents.stream()
                .filter(incident -> Judgement.isInWindow(incident.on(), today))
                .toList();
        this.natural = natural;
        this.decisions = decisions;
        this.today = today;
        for (CustomerOrder order : orders) {
            for (Dispute dispute : order.shown().disputes()) {
                tomorrow.wakeOn(
                        dispute.lastDay() == null ? null : dispute.lastDay().plusDays(1));
                if (dispute.isOpenOn(today)) {
                    disputes.add(new Disputed(order.orderId(), dispute));
                }
            }
        }
        incidents.forEach(incident ->
                tomorrow.wakeOn(incident.settledOn() == null ? null : goesAfterPayment(incident.settledOn())));
    }

    private static LocalDate goesAfterPayment(LocalDate settledOn) {
        return settledOn.plusDays(DAYS_AFTER_PAYMENT);
    }

    /** Null: nothing of the kind. */
    @Nullable
    HeldStanding of(StandingKind kind) {
        return switch (kind) {
            case GOOD, LOYALTY_PRICE, OVER_LIMIT -> null;
            case WATCH -> watch();
            case PREPAYMENT_PROPOSED, SURCHARGE_PROPOSED, BLOCK_PROPOSED -> forAPerson(kind);
        };
    }

    /** What is paid is held against no natural person: it is a mark where it would be a proposal otherwise. */
    private @Nullable HeldStanding watch() {
        Integer from = rules.terms().watchFromIncidents();
        if (from == null && natural) {
            from = Stream.of(
                            StandingKind.PREPAYMENT_PROPOSED,
                            StandingKind.SURCHARGE_PROPOSED,
                            StandingKind.BLOCK_PROPOSED)
                    .flatMap(kind -> Stream.ofNullable(Judgement.threshold(kind, rules.terms())))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
        if (from == null || incidents.size() < from || incidents.isEmpty()) {
            return null;
        }
        return new HeldStanding(
                StandingKind.WATCH,
                StandingState.HOLDS,
                List.of(sentence(incidents, from)),
                rules.basis(StandingKind.WATCH),
                keys(incidents),
                LocalDate.MIN,
                lastDay(incidents, from, false),
                null);
    }

    private @Nullable HeldStanding forAPerson(StandingKind kind) {
        List<CustomerIncident> held = natural
                ? incidents.stream().filter(this::mayBeHeldAgainstAPerson).toList()
                : incidents;
        StandingDecided accepted = decisions.accepted(kind);
        if (accepted != null && mayHold(accepted, held)) {
            return accepted(kind, accepted);
        }
        int from = Objects.requireNonNullElse(Judgement.threshold(kind, rules.terms()), 0);
        boolean enough = from != 0 && held.size() >= from;
        boolean disputed = kind == StandingKind.BLOCK_PROPOSED && !disputes.isEmpty();
        List<StandingGround> grounds = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        if (enough) {
            held.forEach(one -> grounds.add(new StandingGround(one.receivable(), one.on())));
            reasons.add(sentence(held, from));
        }
        if (disputed) {
            disputes.forEach(one -> grounds.add(one.ground()));
            reasons.add(ofDisputes());
        }
        if (grounds.stream().allMatch(ground -> decisions.isRefusedOn(kind, ground))) {
            return null;
        }
        if (accepted != null) {
            reasons.add("what %s accepted on %s has no effect: a natural person is heard and informed first"
                    .formatted(accepted.isWordless() ? "a person" : accepted.by(), accepted.on()));
        }
        reasons.add("it is proposed only and has no effect: a person decides (GDPR, article 22)");
        return new HeldStanding(
                kind,
                StandingState.PROPOSED,
                reasons,
                rules.basis(kind),
                grounds.stream().map(StandingGround::key).toList(),
                LocalDate.MIN,
                disputed
                        ? lastDayOfDisputes(enough ? lastDay(held, from, natural) : today)
                        : lastDay(held, from, natural),
                null);
    }

    private boolean mayBeHeldAgainstAPerson(CustomerIncident incident) {
        return incident.settledOn() == null
                || goesAfterPayment(incident.settledOn()).isAfter(today);
    }

    /**
     * Against a natural person nothing is held before it was heard and informed, nor once its debts are paid: that
     * favours the person, and needs nobody.
     */
    private boolean mayHold(StandingDecided accepted, List<CustomerIncident> held) {
        boolean unpaid = held.stream()
                        .anyMatch(one -> accepted.grounds().isEmpty()
                                || accepted.grounds().contains(one.receivable()))
                || disputes.stream()
                        .anyMatch(
                                one -> accepted.grounds().contains(one.ground().key()));
        return !natural || unpaid && accepted.heardOn() != null && accepted.informedOn() != null;
    }

    private HeldStanding accepted(StandingKind kind, StandingDecided decision) {
        return new HeldStanding(
                kind,
                StandingState.ACCEPTED,
                List.of(
                        decision.isWordless()
                                ? "decided by a person on " + decision.on()
                                : "decided by %s on %s: %s".formatted(decision.by(), decision.on(), decision.reason())),
                rules.basis(kind),
                decision.grounds(),
                LocalDate.MIN,
                decision.until(),
                decision.factId());
    }

    private static List<String> keys(List<CustomerIncident> some) {
        return some.stream().map(CustomerIncident::receivable).toList();
    }

    private static String sentence(List<CustomerIncident> some, int from) {
        String named = some.stream()
                .limit(NAMED)
                .map(one -> one.receivable() + " from " + one.on())
                .collect(Collectors.joining(", "));
        String more = some.size() > NAMED ? " and " + (some.size() - NAMED) + " more" : "";
        return "%d %s late in the last %d days, at least %d are asked for: %s%s"
                .formatted(
                        some.size(),
                        some.size() == 1 ? "debt became" : "debts became",
                        Judgement.WINDOW_DAYS,
                        from,
                        named,
                        more);
    }

    private String ofDisputes() {
        String named = disputes.stream()
                .map(one -> "%s since %s".formatted(one.orderId(), one.dispute().from()))
                .collect(Collectors.joining(", "));
        return "the payment of an earlier order is in dispute: " + named
                + (natural
                        ? "; a disputed debt is not certain, and refusing to sell to a consumer who disputes one may"
                                + " lack a legitimate ground"
                        : "");
    }

    /** The last day on which at least so many are left, if none is added. */
    private LocalDate lastDay(List<CustomerIncident> some, int from, boolean untilPaid) {
        List<LocalDate> leaving =
                some.stream().map(one -> leavesOn(one, untilPaid)).sorted().toList();
        return leaving.get(some.size() - Math.max(from, 1)).minusDays(1);
    }

    private LocalDate leavesOn(CustomerIncident incident, boolean untilPaid) {
        LocalDate window = incident.on().plusDays(Judgement.WINDOW_DAYS);
        LocalDate paid = incident.settledOn() == null ? window : goesAfterPayment(incident.settledOn());
        return untilPaid && paid.isBefore(window) ? paid : window;
    }

    /** Null: one is open. */
    private @Nullable LocalDate lastDayOfDisputes(LocalDate atLeast) {
        LocalDate last = atLeast;
        for (Disputed one : disputes) {
            LocalDate lastDay = one.dispute().lastDay();
            if (lastDay == null) {
                return null;
            }
            last = lastDay.isAfter(last) ? lastDay : last;
        }
        return last;
    }
}
