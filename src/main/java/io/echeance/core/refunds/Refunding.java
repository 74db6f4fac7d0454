package io.echeance.core.refunds;

import io.echeance.core.course.Ending;
import io.echeance.core.invoicing.Invoicing;
import io.echeance.core.money.Money;
import io.echeance.core.order.Announced;
import io.echeance.core.order.Announcer;
import io.echeance.core.order.Document;
import io.echeance.core.order.Issued;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.PaymentAlert.MoneyOwedBack;
import io.echeance.core.order.PaymentAlert.RefundOverdue;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.shares.FunderShare;
import io.echeance.core.terms.Basis;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.FundingTerms;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.TermsRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What goes back to the payers of an order and by when, what came back of it, what was not owed, what is late.
 *
 * @param documents every document of the order, those drawn today too
 */
public record Refunding(
        Situation situation,
        Invoicing invoicing,
        List<Document> documents,
        Settlement settlement,
        Map<String, Receipts> receipts,
        Issued issued,
        StatutoryRates rates) {

    /**
     * Credit that nothing more can absorb goes back. Money that left without being owed is claimed: announced once per
     * amount, and, as a reading, again whenever the amount has changed, though it was announced before.
     */
    public Refunded refunded() {
        Announcer announcer = new Announcer(situation, issued);
        SortedMap<String, RefundDue> refunds = new TreeMap<>(issued.refunds());
        for (String payer : settlement.payers()) {
            for (RefundDue refund : refunds(payer, refunds, announcer)) {
                refunds.put(refund.refundId(), refund);
                announcer.say(refund);
            }
        }
        for (String payer : settlement.payers()) {
            Money owedBack = receiptsOf(payer).owedBack(situation.today());
            String amount = owedBack.isPositive() ? owedBack.toString() : null;
            if (announcer.tellsChange("owed-back/" + payer, amount)) {
                announcer.say(new MoneyOwedBack(
                        situation.today(),
                        situation.orderId(),
                        payer,
                        owedBack,
                        List.of(Basis.PAID_WITHOUT_BEING_OWED.toString())));
            }
        }
        return new Refunded(refunds, announcer.announced());
    }

    private List<RefundDue> refunds(String payer, SortedMap<String, RefundDue> said, Announcer announcer) {
        Ending ending = ending();
        int days = ending == null ? situation.terms().ending().refundDays() : ending.refundDays();
        Receipts ofPayer = receiptsOf(payer);
        LocalDate cause = situation.today();
        if (ending != null) {
            LocalDate last = ofPayer.lastPaymentOn();
            cause = last.isAfter(ending.on()) ? last : ending.on();
        }
        Money credit = settlement.creditOf(payer);
        Money kept = ending == null ? mayStillAbsorb(payer, credit) : Money.ZERO;
        return new Refunds(situation, payer, credit, kept, cause.plusDays(days))
                .toSay(said.values(), ofPayer, cameBack(ofPayer, days, announcer), basis());
    }

    /** Refunds of which it newly became known that they came back, each with the day by which it is owed again. */
    private Map<String, LocalDate> cameBack(Receipts ofPayer, int days, Announcer announcer) {
        Map<String, LocalDate> cameBack = new HashMap<>();
        for (RefundPaid refund : ofPayer.refundsThatCameBack()) {
            PaymentReturned returned =
                    Objects.requireNonNull(situation.returnOf(refund)).fact();
            if (announcer.isFirst("came-back/" + returned.factId())) {
                cameBack.merge(refund.refundId(), returned.on().plusDays(days), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return cameBack;
    }

    /**
     * What of a payer's credit something may still absorb. Reading taken of "credit that nothing more can absorb": all
     * may be until the payer's part is billed, and while a funder's own share may still move; after that, of the
     * customer's, no more than the gross of what may still fall back on it.
     */
    private Money mayStillAbsorb(String payer, Money credit) {
        if (!invoicing.isBilled()) {
            return credit;
        }
        boolean isCustomer = payer.equals(situation.customer());
        Money absorbed = isCustomer ? invoicing.gross(invoicing.shares().awaitingAcceptance()) : Money.ZERO;
        for (FunderShare share : invoicing.shares().funders()) {
            if (isCustomer) {
                absorbed = absorbed.plus(mayStillFallBack(share));
            } else if (share.funder().equals(payer)
                    && (share.state() == FunderShare.ShareState.REQUESTED
                            || mayStillFallBack(share).isPositive())) {
                return credit;
            }
        }
        return credit.min(absorbed);
    }

    /** Gross of what of a funder's share may still fall back on the customer. */
    private Money mayStillFallBack(FunderShare share) {
        return switch (share.state()) {
            case REQUESTED -> invoicing.gross(share.net());
            case GRANTED, UNPAID -> { // of an unpaid share another invoice may still fall back
                if (!isInvoiced(share.funder())) {
                    yield invoicing.gross(share.net());
                }
                yield fallsBackUnpaid() ? settlement.outstandingOf(share.funder(), situation.today()) : Money.ZERO;
            }
            case REFUSED, SILENT -> Money.ZERO;
        };
    }

    private boolean fallsBackUnpaid() {
        FundingTerms terms = situation.terms().funding();
        return terms != null && terms.unpaidAfterDays() != null;
    }

    private boolean isInvoiced(String payer) {
        return documents.stream()
                .anyMatch(document -> document.kind() == Document.Kind.INVOICE
                        && document.payer().equals(payer));
    }

    /** Refunds not paid by their last day: none is judged at a fact. */
    public Announced overdueAtFact(Refunded refunded) {
        return waking(refunded, new Announcer(situation, issued));
    }

    /** Refunds that were not paid by their last day are announced, once for each: one that came back has another. */
    public Announced overdueAtClose(Refunded refunded) {
        Announcer announcer = new Announcer(situation, issued);
        for (RefundDue refund : refunded.refunds().values()) {
            Money unpaid = unpaid(refund);
            if (unpaid.isPositive()
                    && refund.dueBy().isBefore(situation.today())
                    && announcer.isFirst(overdue(refund))) {
                announcer.say(new RefundOverdue(
                        situation.today(),
                        situation.orderId(),
                        refund.payer(),
                        refund.refundId(),
                        refund.dueBy(),
                        unpaid.plus(increase(refund)),
                        isWithdrawal() ? List.of(Basis.REFUND_INCREASED.toString()) : List.of()));
            }
        }
        return waking(refunded, announcer);
    }

    private Announced waking(Refunded refunded, Announcer announcer) {
        for (RefundDue refund : refunded.refunds().values()) {
            if (unpaid(refund).isPositive() && !announcer.hasSaid(overdue(refund))) {
                announcer.wakeOn(refund.dueBy().plusDays(1));
            }
        }
        return announcer.announced();
    }

    private static String overdue(RefundDue refund) {
        return "overdue/" + refund.refundId() + "/" + refund.dueBy();
    }

    /** What is owed of each refund, and what the law adds to it by today. */
    public List<RefundOwed> owed(Refunded refunded) {
        List<RefundOwed> owed = new ArrayList<>();
        for (RefundDue refund : refunded.refunds().values()) {
            owed.add(new RefundOwed(
                    refund.refundId(),
                    refund.payer(),
                    refund.amount(),
                    unpaid(refund).orZero(),
                    refund.dueBy(),
                    increase(refund),
                    basis()));
        }
        return owed;
    }

    private Money unpaid(RefundDue refund) {
        return refund.amount().minus(receiptsOf(refund.payer()).refunded(refund.refundId()));
    }

    /** Only a withdrawal that is refunded late bears the increase of the law. */
    private Money increase(RefundDue refund) {
        Money unpaid = unpaid(refund);
        return isWithdrawal() && unpaid.isPositive()
                ? RefundIncrease.of(unpaid, refund.dueBy(), situation.today(), rates)
                : Money.ZERO;
    }

    /** Where the days to pay back stand written. */
    private List<String> basis() {
        Ending ending = ending();
        Clauses clauses = new Clauses(situation.terms());
        if (isWithdrawal()) {
            return clauses.of(TermsRule.WITHDRAWAL, Basis.REFUND_AFTER_WITHDRAWAL, Basis.REFUND_INCREASED);
        }
        boolean moneyBack = ending != null && ending.reason().equals(CancellationReason.MONEY_BACK.name());
        return moneyBack
                ? clauses.of(TermsRule.MONEY_BACK)
                : clauses.of(TermsRule.REFUND_DAYS, Basis.PAID_WITHOUT_BEING_OWED);
    }

    private boolean isWithdrawal() {
        Ending ending = ending();
        return ending != null && ending.isWithdrawal();
    }

    private @Nullable Ending ending() {
        return invoicing.course().ending();
    }

    private Receipts receiptsOf(String payer) {
        return receipts.getOrDefault(payer, Receipts.NONE);
    }
}
