package io.echeance.core.customer;

import io.echeance.core.invoicing.Invoicing;
import io.echeance.core.money.Money;
import io.echeance.core.notice.Holds;
import io.echeance.core.notice.Holds.Hold;
import io.echeance.core.order.CustomerRecord;
import io.echeance.core.order.CustomerRecord.DayPaid;
import io.echeance.core.order.CustomerRecord.Dispute;
import io.echeance.core.order.CustomerRecord.Incident;
import io.echeance.core.order.CustomerRecord.OpenMoney;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.shares.FunderShare;
import io.echeance.core.shares.FunderShare.ShareState;
import io.echeance.core.terms.StandingTerms;
import io.echeance.core.vat.Vat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an order shows of its customer: no more than the terms make use of, and its credit.
 *
 * <p>An incident is a principal debt of the customer, never of a funder, that is unpaid at the end of its due day, or
 * of a later one (a payment that came back). What falls back from a funder is owed under an invoice of its own, and is
 * none before that one's due day. Readings taken: a debt that is in dispute on its due day is none until the dispute is
 * over; one that an acceleration made due is none before the day on which its document wants it; a part of a debt that
 * a credit note took back was never late. What is written off is no part of what the customer may owe.
 *
 * @param nextOn first morning on which the record may be another without a new fact; null: none
 */
public record Conduct(CustomerRecord shown, @Nullable LocalDate nextOn) {

    public static Conduct of(
            Situation situation, Invoicing invoicing, Receipts receipts, Settlement settlement, Holds holds) {
        StandingTerms terms = Objects.requireNonNullElse(situation.terms().standing(), StandingTerms.NONE);
        return new Reading(situation, settlement, holds.disputes(situation.customer()))
                .conduct(terms, invoicing, receipts);
    }

    /** Of nothing nothing is said, but where something was. */
    public @Nullable CustomerRecord shownAfter(@Nullable CustomerRecord before) {
        return before == null && shown.isNothing() ? null : shown;
    }

    /** One reading of an order. */
    private static final class Reading {

        private final Situation situation;
        private final Settlement settlement;
        private final List<Hold> disputes;
        private final LocalDate today;
        private @Nullable LocalDate nextOn;

        Reading(Situation situation, Settlement settlement, List<Hold> disputes) {
            this.situation = situation;
            this.settlement = settlement;
            this.disputes = disputes;
            this.today = situation.today();
        }

        Conduct conduct(StandingTerms terms, Invoicing invoicing, Receipts receipts) {
            List<Incident> incidents = terms.countsIncidents() ? incidents() : List.of();
            List<DayPaid> paid = terms.loyaltyAbove() == null ? List.of() : paid(receipts);
            List<Dispute> open = terms.blockOnDispute()
                    ? disputes.stream()
                            .map(hold -> new Dispute(hold.holdId(), hold.from(), hold.lastDay()))
                            .sorted(Comparator.comparing(Dispute::from).thenComparing(Dispute::holdId))
                            .toList()
                    : List.of();
            Money net = paid.isEmpty() ? Money.ZERO : invoicing.course().price().total();
            Money gross = paid.isEmpty() ? Money.ZERO : gross(invoicing);
            boolean limits = terms.creditLimits() && !situation.isWrittenOff();
            Money credit = settlement.creditOf(situation.customer());
            return new Conduct(
                    new CustomerRecord(
                            incidents,
                            paid,
                            net,
                            gross,
                            open,
                            new OpenMoney(
                                    limits ? exposure(invoicing).minus(credit) : Money.ZERO,
                                    limits ? atRisk(invoicing) : Money.ZERO,
                                    credit)),
                    nextOn);
        }

        private Money exposure(Invoicing invoicing) {
            String customer = situation.customer();
            return settlement
                    .outstandingOf(customer, today)
                    .plus(invoicing.notBilledToCustomer(settlement.receivablesOf(customer)));
        }

        /** What funders were asked for, or have granted, and have not paid. */
        private Money atRisk(Invoicing invoicing) {
            Money sum = Money.ZERO;
            for (FunderShare share : invoicing.shares().funders()) {
                if (share.state() == ShareState.REQUESTED || share.state() == ShareState.GRANTED) {
                    Money asked = settlement.receivablesOf(share.funder()).stream()
                            .filter(Receivable::isPrincipal)
                            .map(Receivable::principal)
                            .reduce(Money.ZERO, Money::plus);
                    sum = sum.plus(invoicing.gross(share.net()).minus(asked).orZero())
                            .plus(settlement.outstandingOf(share.funder(), today));
                }
            }
            return sum;
        }

        private Money gross(Invoicing invoicing) {
            return Vat.gross(
                    invoicing.course().price(),
                    situation.terms().vat(),
                    situation.order().on());
        }

        private List<Incident> incidents() {
            List<Incident> incidents = new ArrayList<>();
            for (Receivable debt : settlement.receivablesOf(situation.customer())) {
                if (debt.isPrincipal() && !debt.isHeldBack()) {
                    LocalDate on = firstDayLate(debt);
                    if (on != null && !on.isAfter(today)) {
                        incidents.add(new Incident(debt.key(), on, settledOn(debt), settlement.of(debt, today)));
                    } else if (on != null) {
                        nextOn = nextOn == null || on.isBefore(nextOn) ? on : nextOn;
                    }
                }
            }
            incidents.sort(Comparator.comparing(Incident::on).thenComparing(Incident::receivable));
            return incidents;
        }

        /** As things stand, which may be a day that is still to come; null: it never is. */
        private @Nullable LocalDate firstDayLate(Receivable debt) {
            LocalDate end = debt.agreedDueOn();
            LocalDate free = endOfDispute(end);
            if (free == null) {
                return null;
            }
            end = free.equals(end) ? end : free.minusDays(1);
            while (end != null && !settlement.of(debt, end).isPositive()) {
                end = settlement.changesAfter(debt, end);
            }
            return end == null ? null : end.plusDays(1);
        }

        /** The first day from {@code day} on that is in no dispute; null: none is in sight. */
        private @Nullable LocalDate endOfDispute(LocalDate day) {
            LocalDate free = day;
            Hold open = openOn(free);
            while (open != null) {
                if (open.lastDay() == null) {
                    return null;
                }
                free = open.lastDay().plusDays(1);
                open = openOn(free);
            }
            return free;
        }

        private @Nullable Hold openOn(LocalDate day) {
            return disputes.stream()
                    .filter(dispute -> dispute.isInForceOn(day))
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable LocalDate settledOn(Receivable debt) {
            if (settlement.of(debt, today).isPositive()) {
                return null;
            }
            LocalDate settled = debt.issuedOn();
            LocalDate day = settlement.changesAfter(debt, LocalDate.MIN);
            while (day != null && !day.isAfter(today)) {
                settled = day;
                day = settlement.changesAfter(debt, day);
            }
            return settled;
        }

        private List<DayPaid> paid(Receipts receipts) {
            SortedMap<LocalDate, Money> byDay = new TreeMap<>();
            for (PaymentReceived payment : receipts.countingIn(today, today.plusDays(1))) {
                byDay.merge(payment.on(), payment.amount(), Money::plus);
            }
            byDay.values().removeIf(Money::isZero);
            List<DayPaid> paid = new ArrayList<>();
            byDay.forEach((day, amount) -> paid.add(new DayPaid(day, amount)));
            return paid;
        }
    }
}
