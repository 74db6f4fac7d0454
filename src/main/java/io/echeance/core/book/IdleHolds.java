package io.echeance.core.book;

import io.echeance.core.book.Idle.About;
import io.echeance.core.book.Idle.Ground;
import io.echeance.core.money.Money;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a hold, a promise or a release would do nothing. */
final class IdleHolds {

    private IdleHolds() {}

    static @Nullable Idle ofHold(DunningHeld held, About order) {
        Idle idle = held.payerId() == null ? ofNobody(order) : Idle.ofPayer(held.payerId(), order);
        idle = idle == null ? ofStanding(held, order) : idle;
        return idle == null && held.reason() == HoldReason.PROMISE ? ofPromise(held, order) : idle;
    }

    /** Who names no payer means the customer: where it owes nothing, and others do, that would leave those unheld. */
    private static @Nullable Idle ofNobody(About order) {
        String customer = order.situation().customer();
        List<String> owing = order.settlement().payers().stream()
                .filter(payer -> owed(payer, order).isPositive())
                .sorted()
                .toList();
        if (owing.isEmpty() || owing.contains(customer)) {
            return null;
        }
        String others = String.join(", ", owing);
        return Ground.NOTHING_OWED.with(
                customer + " ne doit rien de cette commande ; qui doit : " + others + ". Dire qui est visé (payerId)",
                customer + " owes nothing of the order; who owes: " + others + ". Say who is meant (payerId)");
    }

    private static Money owed(String payer, About order) {
        return order.settlement().outstandingOf(payer, order.today());
    }

    /** Who names a hold himself may have two of one reason; who does not would hold what is held. */
    private static @Nullable Idle ofStanding(DunningHeld held, About order) {
        if (!held.holdId().equals(held.factId())) {
            return null;
        }
        String payer = order.situation().payerOf(held.payerId());
        for (Holds.Hold one : Holds.of(order.situation()).inForce(held.on())) {
            boolean lastsAsLong = one.lastDay() == null
                    || (held.until() != null && !held.until().isAfter(one.lastDay()));
            if (one.reason() == held.reason()
                    && one.payer().equals(payer)
                    && lastsAsLong
                    && Objects.equals(one.promised(), held.amount())) {
                boolean isPromise = one.reason() == HoldReason.PROMISE;
                return Ground.HELD_ALREADY.with(
                        "une telle " + (isPromise ? "promesse" : "suspension") + " court déjà depuis le " + one.from()
                                + (one.lastDay() == null ? "" : ", jusqu’au " + one.lastDay()),
                        "such a " + (isPromise ? "promise" : "hold") + " stands since " + one.from()
                                + (one.lastDay() == null ? "" : ", until " + one.lastDay()));
            }
        }
        return null;
    }

    /** Parts of a debt may be promised one by one; together they are no more than it. */
    private static @Nullable Idle ofPromise(DunningHeld promise, About order) {
        Idle isOver = Idle.ofWrittenOff(order);
        if (isOver != null) {
            return isOver;
        }
        String payer = order.situation().payerOf(promise.payerId());
        Money owed = owed(payer, order);
        if (!owed.isPositive()) {
            return Ground.NOTHING_OWED.with(
                    payer + " ne doit rien de cette commande : il n’y a rien à promettre",
                    payer + " owes nothing of the order: there is nothing to promise");
        }
        Money before = promised(payer, order);
        Money amount = Objects.requireNonNullElse(promise.amount(), Money.ZERO);
        if (!before.plus(amount).exceeds(owed)) {
            return null;
        }
        return Ground.MORE_THAN_OWED.with(
                "il reste dû " + owed + (before.isPositive() ? ", dont " + before + " déjà promis" : "") + " : "
                        + amount + " de plus ne peut être promis",
                owed + " is outstanding" + (before.isPositive() ? ", of which " + before + " is promised already" : "")
                        + ": " + amount + " more cannot be promised");
    }

    /** What promises that still run ask of a payer: what it has paid since the first of them is no more promised. */
    private static Money promised(String payer, About order) {
        List<Holds.Hold> running = Holds.of(order.everything()).promisesOf(payer).stream()
                .filter(one -> one.lastDay() == null || !one.lastDay().isBefore(order.today()))
                .filter(one -> one.lastDay() == null || !one.lastDay().isBefore(one.from()))
                .toList();
        Money promised = running.stream()
                .map(one -> Objects.requireNonNullElse(one.promised(), Money.ZERO))
                .reduce(Money.ZERO, Money::plus);
        LocalDate first =
                running.stream().map(Holds.Hold::from).min(LocalDate::compareTo).orElse(order.today());
        Money paid = order.situation().payments().stream()
                .filter(payment -> !payment.on().isBefore(first)
                        && order.situation().returnOf(payment) == null
                        && order.situation().payerOf(payment.payerId()).equals(payer))
                .map(PaymentReceived::amount)
                .reduce(Money.ZERO, Money::plus);
        return promised.minus(paid).orZero();
    }

    /** A hold that has not begun may be released, and one that was released for an earlier day. */
    static @Nullable Idle ofRelease(DunningReleased release, About order) {
        List<DunningHeld> held = order.all(DunningHeld.class)
                .filter(hold -> hold.holdId().equals(release.holdId()))
                .toList();
        if (held.isEmpty()) {
            return Ground.NO_SUCH_HOLD.with(
                    "la commande n’a pas de suspension " + release.holdId(),
                    "the order has no hold " + release.holdId());
        }
        LocalDate released = order.all(DunningReleased.class)
                .filter(other -> other.holdId().equals(release.holdId()))
                .map(DunningReleased::on)
                .min(LocalDate::compareTo)
                .orElse(null);
        if (released != null && !release.on().isBefore(released)) {
            return Ground.HOLD_HAS_ENDED.with(
                    "la suspension a été levée le " + released, "the hold was released on " + released);
        }
        LocalDate last = held.stream()
                .map(hold -> hold.until() == null ? LocalDate.MAX : hold.until())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
        return release.on().isAfter(last)
                ? Ground.HOLD_HAS_ENDED.with("la suspension a pris fin le " + last, "the hold ended on " + last)
                : null;
    }
}
