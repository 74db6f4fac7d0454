package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.terms.Quality;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of an order, in short: a line of a work list (<i>portefeuille de recouvrement</i>).
 *
 * <p>It changes with facts and steps, never by the mere passing of days: how late something is, and which hold is in
 * force, is asked with a day. Names no person: {@code customer} is an id.
 *
 * @param orderedOn the day on which the order was placed
 * @param debts what is unpaid, the earliest due first; none once it is written off
 * @param funders the shares of funders, and what waits for the customer's acceptance
 * @param holds dunning holds that are not over
 * @param refunds what is still to be paid back, the earliest first
 * @param owedBack what payers owe back: money that left without being owed
 * @param care what people did about it; null: nothing
 * @param deadlines what has to be done, or comes, by a day: of each kind and payer the next one, the earliest first
 */
public record OrderStanding(
        String orderId,
        String seller,
        String customer,
        Quality quality,
        Statement.Status status,
        LocalDate orderedOn,
        List<Debt> debts,
        List<Statement.Share> funders,
        List<HoldOnOrder> holds,
        List<Refund> refunds,
        List<OwedBack> owedBack,
        boolean accessSuspended,
        boolean documentsWithheld,
        @Nullable Care care,
        List<OrderDeadline> deadlines) {

    public OrderStanding {
        deadlines = List.copyOf(deadlines);
    }

    /**
     * An unpaid receivable.
     *
     * @param principal whether it can be late; fees and interest cannot
     * @param lastStep the last step taken for it, such as {@code d+30}
     * @param nextStepOn when the next one comes, if nothing changes
     */
    public record Debt(
            ReceivableKey key,
            String payer,
            PayerKind kind,
            boolean principal,
            LocalDate dueOn,
            Money outstanding,
            @Nullable String lastStep,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepOn) {

        /** Unpaid principal, due before {@code day}. */
        public boolean isLate(LocalDate day) {
            return principal && dueOn.isBefore(day);
        }
    }

    /**
     * What people of the collections team did about an order.
     *
     * @param contactedOn the last contact; null: none was noted
     * @param resubmitOn the day on which it comes back onto the worklist, as decided last
     * @param assignedTo who takes care of it
     * @param broken the last promise that ran out without being kept
     */
    public record Care(
            @Nullable LocalDate contactedOn,
            @Nullable LocalDate resubmitOn,
            @Nullable String assignedTo,
            @Nullable BrokenPromise broken) {}

    /**
     * @param promised null: no amount was said
     * @param paid what came from its first day to its last
     */
    public record BrokenPromise(String payer, @Nullable Money promised, Money paid, LocalDate lastDay) {}

    /**
     * @param lastDay last day in force, included; null: until it is released
     * @param promised null unless it is a promise
     */
    public record HoldOnOrder(
            HoldReason reason,
            String payer,
            @Nullable LocalDate lastDay,
            @Nullable Money promised) {

        public boolean isInForce(LocalDate day) {
            return lastDay == null || !day.isAfter(lastDay);
        }
    }

    /** @param dueBy last day to pay it back in time */
    public record Refund(String refundId, String payer, Money unpaid, LocalDate dueBy) {}

    public record OwedBack(String payer, Money amount) {}

    /** What a day is the last one for, or the first. */
    public enum DeadlineKind {
        /** Last day to answer a formal notice. */
        NOTICE_ANSWER,
        /** Last day on which a funder's decision counts. */
        FUNDER_DECISION,
        /** The file goes to those who litigate, if nothing is paid. */
        LITIGATION
    }

    /**
     * @param amount what is unpaid of what a notice covers, or what a funder was asked for; null: of litigation
     * @param falls how many debts fall due at once if a notice is not answered
     * @param basis the clause of the terms, then the articles of law; none: it is a rule of ours, and no clause says it
     */
    public record OrderDeadline(
            DeadlineKind kind,
            LocalDate on,
            String payer,
            @Nullable Money amount,
            int falls,
            List<String> basis) {

        public OrderDeadline {
            basis = List.copyOf(basis);
        }
    }

    /** All that is unpaid, due or not, fees and interest included. */
    public Money outstanding() {
        return sum(debts.stream().map(Debt::outstanding));
    }

    /** Unpaid principal that is late on {@code day}. */
    public Money late(LocalDate day) {
        return sum(debts.stream().filter(debt -> debt.isLate(day)).map(Debt::outstanding));
    }

    /** The earliest due date of unpaid principal, late or not. */
    public Optional<LocalDate> oldestDueOn() {
        return debts.stream().filter(Debt::principal).map(Debt::dueOn).min(Comparator.naturalOrder());
    }

    /** The debt whose next step comes first. */
    public Optional<Debt> nextStep() {
        return debts.stream()
                .filter(debt -> debt.nextStepOn() != null)
                .min(Comparator.comparing(debt -> Objects.requireNonNull(debt.nextStepOn())));
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.ZERO, Money::plus);
    }
}
