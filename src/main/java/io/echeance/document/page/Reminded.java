package io.echeance.document.page;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert.NamedDebt;
import io.echeance.core.order.CollectionAlert.FormalNoticeDue;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.order.CollectionAlert.ReminderDue;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.LadderStep;
import io.echeance.core.terms.LadderStep.Action;
import io.echeance.core.terms.LateTerms.RecoveryFeeClause;
import io.echeance.core.terms.Terms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter is about: an alert with the invoices of its debts, checked to add up.
 *
 * @param debts in the order of the alert
 * @param invoices of the debts, each once
 * @param fees of a formal notice: unpaid recovery fees; else zero
 * @param interest of a formal notice: interest up to and including its day; else zero
 */
public record Reminded(
        LetterStep alert, Terms terms, List<InvoicedDebt> debts, List<Invoice> invoices, Money fees, Money interest) {

    /** @param nth which of the invoice's due dates it is, counted from 1 */
    record InvoicedDebt(NamedDebt claim, Invoice invoice, int nth) {

        /** What fell due. */
        Money amount() {
            List<Due> due = invoice.document().due();
            return nth <= due.size() ? due.get(nth - 1).amount() : claim.outstanding();
        }

        /** What is no longer asked for: paid, or credited. */
        Money settled() {
            return amount().minus(claim.outstanding());
        }
    }

    /** @throws NotWritable see {@link io.echeance.document.Letter} */
    public static Reminded of(LetterStep alert, List<Invoice> known, Terms terms) {
        List<InvoicedDebt> debts = new ArrayList<>();
        List<Invoice> invoices = new ArrayList<>();
        for (NamedDebt claim : alert.receivables()) {
            Invoice invoice = known.stream()
                    .filter(one -> one.document().id().equals(claim.key().document()))
                    .findFirst()
                    .orElseThrow(() -> new NotWritable(
                            "la facture de " + claim.key() + " manque",
                            "the invoice of " + claim.key() + " is missing"));
            debts.add(new InvoicedDebt(claim, invoice, claim.key().n()));
            if (!invoices.contains(invoice)) {
                invoices.add(invoice);
            }
        }
        Reminded reminded = switch (alert) {
            case ReminderDue due -> new Reminded(due, terms, debts, invoices, Money.ZERO, Money.ZERO);
            case FormalNoticeDue due ->
                new Reminded(due, terms, debts, invoices, due.recoveryFee(), due.interestToDate());
        };
        reminded.check();
        return reminded;
    }

    private void check() {
        if (debts.isEmpty()) {
            throw new NotWritable("l’alerte ne nomme aucune dette", "the alert names no debt");
        }
        if (alert instanceof FormalNoticeDue due && !due.principal().equals(principal())) {
            throw new NotWritable(
                    "les dettes font " + principal() + ", l’alerte dit " + due.principal(),
                    "the debts add up to " + principal() + ", the alert says " + due.principal());
        }
        Money counted = segments().stream().map(Segment::amount).reduce(Money.ZERO, Money::plus);
        if (!counted.equals(interest)) {
            throw new NotWritable(
                    "les intérêts font " + counted + ", l’alerte dit " + interest,
                    "the interest adds up to " + counted + ", the alert says " + interest);
        }
        if (debtorKind() == PayerKind.CONSUMER && fees.isPositive()) {
            throw new NotWritable(
                    "un consommateur ne doit pas d’indemnité de recouvrement, l’alerte dit " + fees,
                    "a consumer owes no recovery fee, the alert says " + fees);
        }
        debts.stream().filter(debt -> debt.settled().isNegative()).findFirst().ifPresent(debt -> {
            throw new NotWritable(
                    "plus est impayé qu’il n’est venu à échéance : " + debt.claim(),
                    "more is outstanding than fell due: " + debt.claim());
        });
    }

    /** What a formal notice says besides; null: it is a reminder. */
    @Nullable
    FormalNoticeDue notice() {
        return switch (alert) {
            case FormalNoticeDue due -> due;
            case ReminderDue due -> null;
        };
    }

    boolean isFormalNotice() {
        return notice() != null;
    }

    /** How the interest comes about, debt by debt. */
    List<Segment> segments() {
        FormalNoticeDue due = notice();
        return due == null ? List.of() : due.segments();
    }

    PayerKind debtorKind() {
        return invoices.getFirst().buyerKind();
    }

    Money principal() {
        return debts.stream().map(debt -> debt.claim().outstanding()).reduce(Money.ZERO, Money::plus);
    }

    Money total() {
        return principal().plus(fees).plus(interest);
    }

    /** How many whole fees are unpaid; null: the rest of one that was paid in part is among them. */
    @Nullable
    Long feeCount() {
        RecoveryFeeClause fee = terms.late().recoveryFee();
        return fee == null || fees.cents() % fee.amount().cents() != 0
                ? null
                : fees.cents() / fee.amount().cents();
    }

    /** It asks for fees and interest alone, as no principal is late any more. */
    boolean isOfPenalties() {
        return invoices.stream().noneMatch(invoice -> invoice.document().kind().isPrincipal());
    }

    /** The ladder that the debtor is on. */
    private List<LadderStep> ladder() {
        return switch (debtorKind()) {
            case FUNDER -> terms.late().funderLadder();
            case PROFESSIONAL, PUBLIC_BUYER, CONSUMER ->
                (isOfPenalties() ? terms.late().penaltyLadder() : terms.late().ladder())
                        .stream()
                                .filter(step -> step.qualities().stream()
                                        .anyMatch(quality -> PayerKind.of(quality) == debtorKind()))
                                .toList();
        };
    }

    /** How firm the letter is. */
    enum Tone {
        /** Nothing is late yet. */
        AHEAD,
        /** The first one after the due date: it may have been overlooked. */
        COURTEOUS,
        FIRM,
        FORMAL
    }

    Tone tone() {
        if (isFormalNotice()) {
            return Tone.FORMAL;
        }
        String step = alert.step();
        if (step.startsWith("d-")) {
            return Tone.AHEAD;
        }
        boolean first = ladder().stream()
                .filter(one -> one.action() == Action.REMIND && one.offset() >= 0)
                .findFirst()
                .map(one -> one.id().equals(step))
                .orElse(true);
        return first ? Tone.COURTEOUS : Tone.FIRM;
    }

    /** Days of delay from which the file goes to those who litigate; null: never. */
    @Nullable
    Integer litigationAfterDays() {
        return ladder().stream()
                .filter(step -> step.action() == Action.REFER_TO_LITIGATION)
                .map(LadderStep::offset)
                .findFirst()
                .orElse(null);
    }

    /** Some of the invoices falls due later still, and the debtor's own: that is what acceleration would reach. */
    boolean hasMoreToCome() {
        return debtorKind() != PayerKind.FUNDER
                && invoices.stream()
                        .flatMap(invoice -> invoice.document().due().stream())
                        .anyMatch(due -> due.on().isAfter(alert.on()));
    }
}
