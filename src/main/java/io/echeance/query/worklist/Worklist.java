package io.echeance.query.worklist;

import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.core.order.OrderStanding.OrderDeadline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private static final int CAP_PERCENT = 95;

    /**
     * A customer of a seller.
     *
     * @param orders those with something late, the oldest due date first
     * @param atStake late principal, or what a funder has to decide about where that is more
     * @param oldestDueOn the earliest due date of unpaid principal
     * @param reasons the weightiest first
     * @param hold why dunning of all of it is held
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
        Map<List<String>, List<Candidate>> byCustomer = new TreeMap<>(
                Comparator.comparing((List<String> key) -> key.get(0)).thenComparing(key -> key.get(1)));
        for (Candidate candidate : candidates) {
            byCustomer
                    .computeIfAbsent(List.of(candidate.seller(), candidate.customer()), key -> new ArrayList<>())
                    .add(candidate);
        }
        List<Row> rows = byCustomer.values().stream()
                .map(orders -> row(orders, waiting, points, today))
                .filter(wanted)
                .toList();
        Map<String, Money> caps = caps(rows);
        Function<Row, Long> weight = row -> row.points()
                * row.atStake()
                        .min(Objects.requireNonNull(caps.get(row.seller())))
                        .cents();
        List<Row> sorted = rows.stream()
                .filter(row -> all || !row.rests())
                .sorted(Comparator.comparing(Row::rests)
                        .thenComparing(weight, Comparator.reverseOrder())
                        .thenComparing(Row::late, Comparator.reverseOrder())
                        .thenComparing(Row::customer))
                .toList();
        return new Worklist(
                sorted, Math.toIntExact(rows.stream().filter(Row::rests).count()));
    }

    private static Row row(List<Candidate> found, Map<String, LocalDate> waiting, Points points, LocalDate today) {
        List<Candidate> orders = found.stream()
                .sorted(Comparator.comparing(Worklist::dueOn).thenComparing(Candidate::orderId))
                .toList();
        Candidate first = orders.getFirst();
        LocalDate contactedOn = last(orders, Candidate::contactedOn);
        LocalDate resubmitOn = last(orders, Candidate::resubmitOn);
        List<Why> reasons = reasons(orders, waiting, points, today, contactedOn);
        Candidate next = orders.stream()
                .filter(order -> order.nextStepOn() != null)
                .min(Comparator.comparing(order -> Objects.requireNonNull(order.nextStepOn())))
                .orElse(first);
        boolean held = orders.stream().allMatch(order -> order.hold() != null);
        boolean broken = reasons.stream().anyMatch(why -> why.reason() == Reason.BROKEN_PROMISE);
        boolean due = reasons.stream().anyMatch(why -> why.reason() == Reason.PROMISE_DUE);
        boolean rests = (held && !due)
                || (contactedOn != null
                        && !broken
                        && contactedOn.plusDays(CONTACT_IS_RECENT_DAYS).isAfter(today))
                || (resubmitOn != null && resubmitOn.isAfter(today));
        Money late = orders.stream().map(Candidate::late).reduce(Money.ZERO, Money::plus);
        Money asked = orders.stream()
                .flatMap(order -> order.deadlines().stream())
                .filter(near -> near.kind() == DeadlineKind.FUNDER_DECISION && near.amount() != null)
                .map(near -> Objects.requireNonNull(near.amount()))
                .reduce(Money.ZERO, Money::plus);
        return new Row(
                first.seller(),
                first.customer(),
                orders.stream().map(Candidate::orderId).toList(),
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
                contactedOn,
                resubmitOn,
                orders.stream()
                        .map(Candidate::assignedTo)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                rests);
    }

    /** Each reason once, for the first order that gives it. */
    private static List<Why> reasons(
            List<Candidate> orders,
            Map<String, LocalDate> waiting,
            Points points,
            LocalDate today,
            @Nullable LocalDate contactedOn) {
        Map<Reason, Why> reasons = new TreeMap<>();
        for (Candidate order : orders) {
            of(order, waiting, points, today, contactedOn).forEach(why -> reasons.putIfAbsent(why.reason(), why));
        }
        if (reasons.keySet().stream().allMatch(reason -> reason == Reason.MONEY_WAITS)) {
            Candidate first = orders.getFirst();
            reasons.put(Reason.LATE, Why.of(Reason.LATE, points, first.orderId(), first.oldestDueOn()));
        }
        return reasons.values().stream()
                .sorted(Comparator.comparing((Why why) -> Math.abs(why.points()))
                        .reversed())
                .toList();
    }

    private static Stream<Why> of(
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
        return found.stream();
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

    /** Of each seller the amount that 95 of 100 rows do not exceed. */
    private static Map<String, Money> caps(List<Row> rows) {
        Map<String, List<Money>> amounts = new HashMap<>();
        rows.forEach(row -> amounts.computeIfAbsent(row.seller(), seller -> new ArrayList<>())
                .add(row.atStake()));
        Map<String, Money> caps = new HashMap<>();
        amounts.forEach((seller, late) -> {
            late.sort(null);
            caps.put(seller, late.get((late.size() - 1) * CAP_PERCENT / 100));
        });
        return caps;
    }
}
