package io.echeance.core.matching;

import io.echeance.core.calendar.WorkingDays;
import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Nobody is reminded of what he has paid, only because no rule could place it: while money waits in suspense, reminders
 * are held back of those whose debts it is proposed for. Reminders go out when a day is closed, so it is then, just
 * before, that they are held: of money that has found its order by the end of its day, nobody hears. The hold ends on
 * the fifth working day after the money reached us, at the latest; earlier as soon as the money has its order, is set
 * aside or has come back, and at the end of a day on which it is not proposed for him any more. It is a hold as a
 * person's: interest runs on, no date of the law moves, a person may release it, and what was due meanwhile follows
 * when it ends.
 *
 * <p>Where nothing is proposed and it is known who paid, they are held of all that he ordered: for one of it the money
 * is. Likewise of whoever alone the account paid for before ({@link AccountMemory}). Of a funder nobody's are, it pays
 * for too many.
 *
 * <p>Reading taken: each proposal counts, also one of several, and whatever the amount. The debtor is who paid, if he
 * owes what is proposed; else whoever owes it, customer and funder alike. A payment that a person has put back into
 * suspense holds nothing more than it held: that person knows of it.
 */
final class WaitingMoney {

    /** How long it holds reminders at the most, in working days; the day on which it reached us does not count. */
    private static final int WORKING_DAYS = 5;

    private WaitingMoney() {}

    /**
     * Releases whom an entry held when it has its order, is set aside, or has come back.
     *
     * @param isGone it has come back
     */
    static Filed released(Filed entry, boolean isGone, LocalDate today, List<Step> steps) {
        if (entry.held().isEmpty() || entry.isInSuspense() && !isGone || !(entry.fact() instanceof PaymentReceived)) {
            return entry;
        }
        return holding(entry, List.of(), today, today, steps);
    }

    /**
     * Holds reminders as the entry's proposals want it at the end of {@code day}, and releases those that they want no
     * more. What a person has put back holds what it held.
     *
     * @param isGone it has come back
     */
    static Filed held(Filed entry, boolean isGone, LocalDate day, List<Step> steps) {
        if (!entry.isInSuspense() || isGone || entry.allotment() != null) {
            return entry;
        }
        return entry.fact() instanceof PaymentReceived payment
                ? holding(entry, debtors(payment, entry, day), day, day.plusDays(1), steps)
                : entry;
    }

    /** @param morning of the next reminders: none are held that go out when the hold has ended */
    private static Filed holding(
            Filed entry, List<HeldDebtor> wanted, LocalDate day, LocalDate morning, List<Step> steps) {
        PaymentReceived payment = (PaymentReceived) entry.fact();
        LocalDate until = WorkingDays.after(entry.since(), WORKING_DAYS);
        if (morning.isAfter(until)) {
            return entry.holding(List.of());
        }
        List<HeldDebtor> held = new ArrayList<>();
        for (HeldDebtor debtor : entry.held()) {
            if (wanted.stream().anyMatch(debtor::isOne)) {
                held.add(debtor);
            } else {
                steps.add(new Step.RemindersHeld(released(payment, debtor, day)));
            }
        }
        for (HeldDebtor debtor : wanted) {
            if (held.stream().noneMatch(debtor::isOne)) {
                held.add(debtor);
                steps.add(new Step.RemindersHeld(held(payment, debtor, day, until)));
            }
        }
        return entry.holding(held);
    }

    private static List<HeldDebtor> debtors(PaymentReceived payment, Filed entry, LocalDate day) {
        List<HeldDebtor> debtors = new ArrayList<>();
        List<Proposal> proposals = entry.textMatch().proposals();
        String paidBy = payment.payerId();
        String likely =
                paidBy == null ? AccountMemory.of(entry).map(UsualPayer::payer).orElse(null) : paidBy;
        if (proposals.isEmpty() && likely != null) {
            lastOrders(entry, likely).forEach(orderId -> debtors.add(new HeldDebtor(orderId, likely, day)));
        }
        for (Proposal proposal : proposals) {
            List<String> payers =
                    paidBy != null && proposal.payers().contains(paidBy) ? List.of(paidBy) : proposal.payers();
            for (String payer : payers) {
                HeldDebtor debtor = new HeldDebtor(proposal.orderId(), payer, day);
                if (!debtors.contains(debtor)) {
                    debtors.add(debtor);
                }
            }
        }
        return debtors;
    }

    /** Of who paid, by their ids: also those that were placed while the money waited. */
    private static List<String> lastOrders(Filed entry, String payer) {
        List<String> orders = entry.answerAbout(KnownName.keyOfPayer(payer)).stream()
                .flatMap(answer -> answer.names().stream())
                .map(KnownName::orderId)
                .distinct()
                .sorted()
                .toList();
        return orders.subList(Math.max(0, orders.size() - PaymentReferences.MOST_OF_A_PAYER), orders.size());
    }

    private static DunningHeld held(PaymentReceived payment, HeldDebtor debtor, LocalDate day, LocalDate until) {
        String id = id(payment, debtor);
        return new DunningHeld(id, debtor.orderId(), day, id, debtor.payerId(), HoldReason.OTHER, until, null);
    }

    private static DunningReleased released(PaymentReceived payment, HeldDebtor debtor, LocalDate today) {
        String id = id(payment, debtor);
        return new DunningReleased(DerivedIds.of(id), debtor.orderId(), today, id, debtor.payerId(), null);
    }

    /** One for each payment, debtor and day on which he began to be held; nobody else may give it. */
    private static String id(PaymentReceived payment, HeldDebtor debtor) {
        String waits = "payment-waits/" + payment.factId() + "/" + debtor.payerId();
        return debtor.on() == null
                ? DerivedIds.of(waits)
                : DerivedIds.of(waits, debtor.on().toString());
    }
}
