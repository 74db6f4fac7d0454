package io.echeance.query.worklist;

import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.core.order.OrderStanding.OrderDeadline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The customers to care for, first things first: points × late principal. An amount counts up to the 95th percentile of
 * its seller's rows, so that one large debt does not hide two hundred small ones.
 *
 * @param rows those that are shown
 * @param hidden how many wait: contacted within 3 days, held, or put off
 */
public record Worklist(List<Row> rows, int hidden) {

    private static final int CONTACT_IS_RECENT_DAYS = 3;
    private static final int CONTACT_IS_MISSED_DAYS = 14;
    private static final int LONG_LATE_DAYS = 30;
    private static final int STEP_IS_NEAR_DAYS = 7;
    private static final Set<Reason> ONLY_MONEY = Set.of(Reason.MONEY_WAITS);

    /**
     * A customer of a seller.
     *
     * @param orders those with something late, the oldest due date first, those whose dunning is held behind the others
     * @param atStake late principal, or what a funder has to decide about where that is more
     * @param oldestDueOn the earliest due date of unpaid principal
     * @param reasons the weightiest first
     * @param hold why dunning of all of it is held
     * @param held those of the orders whose dunning is held
     * @param rests whether nothing is to be done today
     */
    public record Row(
            String seller,
            String customer,
            List<String> orders,
            Money late,
            Money atStake,
            @Nullable LocalDate oldestDueOn,
            List<Why> reasons,
            int points,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable HoldReason hold,
            @Nullable LocalDate holdUntil,
            @Nullable Money promised,
            List<HeldOrder> held,
            @Nullable LocalDate contactedOn,
            @Nullable LocalDate resubmitOn,
            @Nullable String assignedTo,
            boolean rests) {}

    /**
     * A reason, with what its sentence needs.
     *
     * @param on the day that it is about
     * @param amount what was promised
     * @param paid what came of it
     * @param payer whose, where it is not the customer's own
     * @param falls how many debts fall due if a notice is not answered
     * @param basis the clause of the terms, and the articles of law, that it rests on
     */
    public record Why(
            Reason reason,
            int points,
            String orderId,
            @Nullable LocalDate on,
            @Nullable Money amount,
            @Nullable Money paid,
            @Nullable String step,
            @Nullable String payer,
            int falls,
            List<String> basis) {

        public Why {
            basis = List.copyOf(basis);
        }

        static Why of(Reason reason, Points points, String orderId, @Nullable LocalDate on) {
            return of(reason, points, orderId, on, null, null, null);
        }

        static Why of(
                Reason reason,
                Points points,
                String orderId,
                @Nullable LocalDate on,
                @Nullable Money amount,
                @Nullable Money paid,
                @Nullable String step) {
            return new Why(reason, points.of(reason), orderId, on, amount, paid, step, null, 0, List.of());
        }

        static Why of(OrderDeadline near, Points points, String orderId) {
            Reason reason = switch (near.kind()) {
                case NOTICE_ANSWER -> Reason.NOTICE_EXPIRES;
                case FUNDER_DECISION -> Reason.FUNDER_DEADLINE;
                case LITIGATION -> Reason.LITIGATION;
            };
            return new Why(
                    reason,
                    points.of(reason),
                    orderId,
                    near.on(),
                    near.amount(),
                    null,
                    null,
                    near.payer(),
                    near.falls(),
                    near.basis());
        }
    }

    /**
     * @param waiting for which orders money seems to wait in suspense, and since when
     * @param wanted which rows are asked for
     * @param all those too that rest
     */
    public static Worklist of(
            Collection<Candidate> candidates,
            Map<String, LocalDate> waiting,
            Points points,
            LocalDate today,
            Predicate<Row> wanted,
            boolean all) {
        Map<Candidate.Customer, List<Candidate>> byCustomer = new HashMap<>();
        for (Candidate candidate : candidates) {
            byCustomer
                    .computeIfAbsent(candidate.ofWhom(), customer -> new ArrayList<>())
                    .add(candidate);
        }
        List<Row> rows = byCustomer.values().stream()
                .map(orders -> row(orders, waiting, points, today))
                .filter(wanted)
                .toList();
        List<Row> sorted = Weighed.inOrder(
                rows, rows.stream().filter(row -> all || !row.rests()).toList());
        return new Worklist(
                sorted, Math.toIntExact(rows.stream().filter(Row::rests).count()));
    }

    /** @param orders of one customer; are put in order */
    private static Row row(List<Candidate> orders, Map<String, LocalDate> waiting, Points points, LocalDate today) {
        orders.sort(Comparator.comparing(Worklist::dueOn).thenComparing(Candidate::orderId));
        Candidate first = orders.getFirst();
        LocalDate contactedOn = last(orders, Candidate::contactedOn);
        LocalDate resubmitOn = last(orders, Candidate::resubmitOn);
        List<Why> reasons = reasons(orders, waiting, points, today, contactedOn);
        Money late = Money.ZERO;
        Money asked = Money.ZERO;
        Candidate next = first;
        boolean held = true;
        String assignedTo = null;
        for (Candidate order : orders) {
            late = late.plus(order.late());
            asked = asked.plus(asked(order));
            next = order.isNextBefore(next) ? order : next;
            held &= order.hold() != null;
            assignedTo = assignedTo == null ? order.assignedTo() : assignedTo;
        }
        return new Row(
                first.seller(),
                first.customer(),
                orders.stream()
                        .sorted(Comparator.comparing(order -> order.hold() != null))
                        .map(Candidate::orderId)
                        .toList(),
                late,
                late.max(asked),
                first.oldestDueOn(),
                reasons,
                Math.max(0, reasons.stream().mapToInt(Why::points).sum()),
                next.nextStep(),
                next.nextStepOn(),
                held ? first.hold() : null,
                held ? first.holdUntil() : null,
                held ? first.promised() : null,
                orders.stream().flatMap(HeldOrder::of).toList(),
                contactedOn,
                resubmitOn,
                assignedTo,
                rests(held, reasons, contactedOn, resubmitOn, today));
    }

    private static boolean rests(
            boolean held,
            List<Why> reasons,
            @Nullable LocalDate contactedOn,
            @Nullable LocalDate resubmitOn,
            LocalDate today) {
        return (held && !have(reasons, Reason.PROMISE_DUE))
                || (contactedOn != null
                        && !have(reasons, Reason.BROKEN_PROMISE)
                        && contactedOn.plusDays(CONTACT_IS_RECENT_DAYS).isAfter(today))
                || (resubmitOn != null && resubmitOn.isAfter(today));
    }

    private static boolean have(List<Why> reasons, Reason reason) {
        return reasons.stream().anyMatch(why -> why.reason() == reason);
    }

    /** What funders have to decide about. */
    private static Money asked(Candidate order) {
        Money asked = Money.ZERO;
        for (OrderDeadline near : order.deadlines()) {
            Money amount = near.kind() == DeadlineKind.FUNDER_DECISION ? near.amount() : null;
            asked = amount == null ? asked : asked.plus(amount);
        }
        return asked;
    }

    /** Each reason once, for the first order that gives it. */
    private static List<Why> reasons(
            List<Candidate> orders,
            Map<String, LocalDate> waiting,
            Points points,
            LocalDate today,
            @Nullable LocalDate contactedOn) {
        Map<Reason, Why> reasons = new EnumMap<>(Reason.class);
        for (Candidate order : orders) {
            of(order, waiting, points, today, contactedOn).forEach(why -> reasons.putIfAbsent(why.reason(), why));
        }
        if (ONLY_MONEY.containsAll(reasons.keySet())) {
            Candidate first = orders.getFirst();
            reasons.put(Reason.LATE, Why.of(Reason.LATE, points, first.orderId(), first.oldestDueOn()));
        }
        List<Why> weightiest = new ArrayList<>(reasons.values());
        weightiest.sort(Comparator.comparingInt(why -> -Math.abs(why.points())));
        return weightiest;
    }

    private static List<Why> of(
            Candidate order,
            Map<String, LocalDate> waiting,
            Points points,
            LocalDate today,
            @Nullable LocalDate contactedOn) {
        List<Why> found = new ArrayList<>();
        String id = order.orderId();
        var broken = order.broken();
        if (broken != null && (contactedOn == null || !contactedOn.isAfter(broken.lastDay()))) {
            found.add(Why.of(
                    Reason.BROKEN_PROMISE, points, id, broken.lastDay(), broken.promised(), broken.paid(), null));
        }
        if (order.heldBack()) {
            found.add(Why.of(Reason.TECHNICAL, points, id, null));
        }
        LocalDate dueOn = order.oldestDueOn();
        if (dueOn != null
                && dueOn.plusDays(LONG_LATE_DAYS).isBefore(today)
                && (contactedOn == null
                        || contactedOn.plusDays(CONTACT_IS_MISSED_DAYS).isBefore(today))) {
            found.add(Why.of(Reason.NOT_CONTACTED, points, id, contactedOn));
        }
        LocalDate step = order.nextStepOn();
        order.deadlines().forEach(near -> found.add(Why.of(near, points, id)));
        boolean litigated =
                order.deadlines().stream().anyMatch(near -> near.on().equals(step));
        if (step != null && !litigated && !step.isAfter(today.plusDays(STEP_IS_NEAR_DAYS))) {
            found.add(Why.of(Reason.NEXT_STEP, points, id, step, null, null, order.nextStep()));
        }
        if (order.hold() == HoldReason.PROMISE && today.equals(order.holdUntil())) {
            found.add(Why.of(Reason.PROMISE_DUE, points, id, today, order.promised(), null, null));
        }
        if (waiting.containsKey(id)) {
            found.add(Why.of(Reason.MONEY_WAITS, points, id, waiting.get(id)));
        }
        return found;
    }

    private static LocalDate dueOn(Candidate order) {
        return order.oldestDueOn() == null ? LocalDate.MAX : order.oldestDueOn();
    }

    private static @Nullable LocalDate last(List<Candidate> orders, Function<Candidate, @Nullable LocalDate> day) {
        LocalDate last = null;
        for (Candidate order : orders) {
            LocalDate one = day.apply(order);
            last = one != null && (last == null || one.isAfter(last)) ? one : last;
        }
        return last;
    }
}
