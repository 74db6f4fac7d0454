package io.echeance.core.book;

import io.echeance.core.admission.Plausible;
import io.echeance.core.decision.Decider;
import io.echeance.core.lateness.Waivers;
import io.echeance.core.order.Account;
import io.echeance.core.order.CollectionFact.Assigned;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.CollectionFact.DebtWrittenOff;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.CollectionFact.Resubmitted;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Sentence;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.LateTerms;
import io.echeance.core.terms.Quality;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why what a person says about an order would do nothing: it is about a hold, a debt, a notice or a payer that the
 * order does not have, or all of it is so already. An account takes such a fact, since what it is about may come after
 * it; whoever commands it is told.
 */
public record Idle(Ground ground, Sentence said) {

    /** For machines. */
    public enum Ground {
        NO_SUCH_HOLD,
        HOLD_HAS_ENDED,
        HELD_ALREADY,
        NO_SUCH_DEBT,
        NO_PENALTY,
        FORGIVEN_ALREADY,
        NO_SUCH_NOTICE,
        SERVED_ALREADY,
        NO_SUCH_PAYER,
        WRITTEN_OFF_ALREADY,
        NOTHING_OWED,
        MORE_THAN_OWED,
        NOT_SENT_YET,
        NOT_RECEIVED_YET,
        ASSIGNED_ALREADY,
        PUT_OFF_ALREADY,
        NOT_WITHIN_A_YEAR;

        Idle with(String french, String english) {
            return new Idle(this, new Sentence(french, english));
        }
    }

    /** What was said before about the order, and how it stands. */
    record About(Account account, Situation situation, Settlement settlement) {

        LocalDate today() {
            return situation.today();
        }

        /** With what is to count on a later day. */
        Situation everything() {
            return Objects.requireNonNullElse(
                    Situation.of(account.evidence(), situation.terms(), Plausible.LAST_DAY), situation);
        }

        <F extends Fact> Stream<F> all(Class<F> kind) {
            return account.evidence().facts().stream()
                    .map(KnownFact::fact)
                    .filter(kind::isInstance)
                    .map(kind::cast);
        }
    }

    /**
     * Null: it does something, or nobody can tell that it does not.
     *
     * @param account that has taken other facts, and not this one
     */
    public static @Nullable Idle of(Fact fact, Account account, Decider decider, LocalDate today) {
        Situation situation = account.terms() == null ? null : Situation.of(account.evidence(), account.terms(), today);
        Settlement settlement = decider.settlement(account, today);
        if (situation == null || settlement == null) {
            return null;
        }
        About order = new About(account, situation, settlement);
        return switch (fact) {
            case DunningHeld held -> IdleHolds.ofHold(held, order);
            case DunningReleased release -> IdleHolds.ofRelease(release, order);
            case PenaltyWaived waiver -> ofWaiver(waiver, order);
            case NoticeServed served -> ofNotice(served, order);
            case ContactNoted contact -> ofPayer(contact.payerId(), order);
            case DebtWrittenOff writtenOff -> ofWriteOff(order);
            case Resubmitted later -> ofReturn(later, order);
            case Assigned assigned -> ofAssignment(assigned, order);
            case Fact other -> null;
        };
    }

    /** Of a fact that an account has taken: what it is about is not there. Null: it is, or it is about nothing. */
    public static @Nullable Idle ofTaken(Fact fact, Account account, Decider decider, LocalDate today) {
        if (!(fact instanceof DunningReleased || fact instanceof PenaltyWaived || fact instanceof NoticeServed)) {
            return null;
        }
        Idle idle = of(fact, account, decider, today);
        boolean isOfNothing = idle != null
                && List.of(Ground.NO_SUCH_HOLD, Ground.NO_SUCH_DEBT, Ground.NO_SUCH_NOTICE)
                        .contains(idle.ground());
        return isOfNothing ? idle : null;
    }

    static @Nullable Idle ofPayer(@Nullable String payerId, About order) {
        boolean isKnown = payerId == null
                || payerId.equals(order.situation().customer())
                || order.situation().order().funding().stream()
                        .anyMatch(request -> request.funderId().equals(payerId))
                || order.all(PaymentReceived.class).anyMatch(payment -> payerId.equals(payment.payerId()));
        return isKnown
                ? null
                : Ground.NO_SUCH_PAYER.with(
                        payerId + " ne doit rien de cette commande, et n’en a rien payé",
                        payerId + " neither owes nor paid anything of the order");
    }

    private static @Nullable Idle ofWaiver(PenaltyWaived waiver, About order) {
        Waivers waivers = new Waivers(order.situation(), order.settlement());
        boolean isOfAll = waiver.receivable().equals(PenaltyWaived.ALL);
        List<Receivable> meant = order.settlement().receivables().stream()
                .filter(debt -> waivers.isMeant(debt, waiver))
                .toList();
        if (meant.isEmpty() && !isOfAll) {
            return Ground.NO_SUCH_DEBT.with(
                    "la commande n’a pas de créance " + waiver.receivable(),
                    "the order has no debt " + waiver.receivable());
        }
        List<Receivable> bearing =
                meant.stream().filter(debt -> mayBear(debt, order)).toList();
        if (bearing.isEmpty()) {
            return isOfAll
                    ? Ground.NO_PENALTY.with(
                            "rien n’était en retard le " + waiver.on() + " : aucune pénalité n’est à remettre",
                            "nothing was late on " + waiver.on() + ": there is no penalty to forgive")
                    : Ground.NO_PENALTY.with(
                            waiver.receivable() + " ne porte ni intérêts ni indemnité",
                            waiver.receivable() + " bears neither interest nor a fee");
        }
        return bearing.stream().allMatch(waivers::cover)
                ? Ground.FORGIVEN_ALREADY.with(
                        "les pénalités en sont déjà remises", "its penalties are forgiven already")
                : null;
    }

    /** What is unpaid may yet be late; what was paid in time never was. */
    private static boolean mayBear(Receivable debt, About order) {
        LateTerms late = order.situation().terms().late();
        Quality quality = order.situation().quality();
        boolean bears = (late.recoveryFee() != null && quality != Quality.CONSUMER)
                || (late.interest().get(quality) != null
                        && debt.payer().equals(order.situation().customer()));
        LocalDate today = order.situation().today();
        return bears
                && debt.isPrincipal()
                && (order.settlement().of(debt, today).isPositive()
                        || order.settlement().becameLate(debt, today));
    }

    private static @Nullable Idle ofNotice(NoticeServed served, About order) {
        Notice notice = order.account().issued().notices().stream()
                .filter(sent -> sent.noticeId().equals(served.noticeId()))
                .findFirst()
                .orElse(null);
        if (notice == null) {
            return Ground.NO_SUCH_NOTICE.with(
                    "aucune mise en demeure " + served.noticeId() + " n’a été envoyée",
                    "no formal notice " + served.noticeId() + " was sent");
        }
        if (served.on().isBefore(notice.on())) {
            return Ground.NOT_SENT_YET.with(
                    "elle fut envoyée le " + notice.on() + ", et non avant : elle n’est pas reçue le " + served.on(),
                    "it was sent on " + notice.on() + ", and not before: it is not received on " + served.on());
        }
        if (served.on().isAfter(order.today())) {
            return Ground.NOT_RECEIVED_YET.with(
                    "le " + served.on() + " est après aujourd’hui, le " + order.today()
                            + " : une réception se note quand elle a eu lieu",
                    served.on() + " is after today, " + order.today() + ": a receipt is noted when it has taken place");
        }
        return order.all(NoticeServed.class)
                .filter(other -> other.noticeId().equals(served.noticeId())
                        && !other.on().isAfter(served.on()))
                .findFirst()
                .map(other -> Ground.SERVED_ALREADY.with(
                        "la réception de " + served.noticeId() + " est notée, au " + other.on(),
                        "the receipt of " + served.noticeId() + " is noted, on " + other.on()))
                .orElse(null);
    }

    private static @Nullable Idle ofWriteOff(About order) {
        Idle isOver = ofWrittenOff(order);
        boolean isOwed = order.settlement().payers().stream()
                .anyMatch(payer ->
                        order.settlement().outstandingOf(payer, order.today()).isPositive());
        return isOver != null || isOwed
                ? isOver
                : Ground.NOTHING_OWED.with(
                        "rien ne reste dû de cette commande : il n’y a rien à abandonner",
                        "nothing of the order is outstanding: there is nothing to write off");
    }

    static @Nullable Idle ofWrittenOff(About order) {
        return order.situation().isWrittenOff()
                ? Ground.WRITTEN_OFF_ALREADY.with(
                        "le reste dû est déjà abandonné", "what is outstanding is written off already")
                : null;
    }

    private static @Nullable Idle ofReturn(Resubmitted later, About order) {
        LocalDate until = later.until();
        LocalDate today = order.today();
        if (!until.isAfter(today) || until.isAfter(today.plusYears(1))) {
            return Ground.NOT_WITHIN_A_YEAR.with(
                    "une commande se revoit après aujourd’hui, le " + today + ", et dans l’année, non le " + until,
                    "an order comes back after today, " + today + ", and within a year, not on " + until);
        }
        List<Resubmitted> before = order.situation().resubmissions();
        boolean isSo = later.on().equals(today)
                && !before.isEmpty()
                && before.getLast().until().equals(until);
        return isSo
                ? Ground.PUT_OFF_ALREADY.with(
                        "elle est déjà à revoir le " + until, "it is put off to " + until + " already")
                : null;
    }

    private static @Nullable Idle ofAssignment(Assigned assigned, About order) {
        List<Assigned> before = order.situation().assignments();
        String now = before.isEmpty() ? null : before.getLast().to();
        if (!assigned.on().equals(order.today()) || !Objects.equals(now, assigned.to())) {
            return null;
        }
        return now == null
                ? Ground.ASSIGNED_ALREADY.with(
                        "personne ne suit cette commande, déjà", "nobody takes care of the order, already")
                : Ground.ASSIGNED_ALREADY.with(
                        now + " suit déjà cette commande", now + " takes care of the order already");
    }
}
