package io.echeance.serde.record;

import io.echeance.core.calendar.Semester;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Alert.NamedDebt;
import io.echeance.core.order.CollectionAlert.AccelerationDeclared;
import io.echeance.core.order.CollectionAlert.AccelerationWithdrawn;
import io.echeance.core.order.CollectionAlert.DebtsCleared;
import io.echeance.core.order.CollectionAlert.FormalNoticeDue;
import io.echeance.core.order.CollectionAlert.LitigationReferral;
import io.echeance.core.order.CollectionAlert.NoticeProofMissing;
import io.echeance.core.order.CollectionAlert.PromiseBroken;
import io.echeance.core.order.CollectionAlert.RateMissing;
import io.echeance.core.order.CollectionAlert.ReminderDue;
import io.echeance.core.order.CollectionAlert.StepWithdrawn;
import io.echeance.core.order.CustomerAlert.AddressUnusable;
import io.echeance.core.order.CustomerAlert.CreditLimitExceeded;
import io.echeance.core.order.CustomerAlert.OrderOfBlockedCustomer;
import io.echeance.core.order.CustomerAlert.PrepaymentDue;
import io.echeance.core.order.CustomerAlert.SetOffProposed;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.FundingAlert.AcceptanceMissing;
import io.echeance.core.order.FundingAlert.LateAgreement;
import io.echeance.core.order.FundingAlert.Movement;
import io.echeance.core.order.FundingAlert.OverFunded;
import io.echeance.core.order.FundingAlert.ShareMoved;
import io.echeance.core.order.OrderAlert.AccountFull;
import io.echeance.core.order.OrderAlert.MoneyBackRefused;
import io.echeance.core.order.OrderAlert.OrderEndWithdrawn;
import io.echeance.core.order.OrderAlert.OrderEnded;
import io.echeance.core.order.OrderAlert.PartyMissing;
import io.echeance.core.order.OrderAlert.SwitchTooLate;
import io.echeance.core.order.OrderAlert.TooManyDocuments;
import io.echeance.core.order.OrderAlert.VatToForeignBusiness;
import io.echeance.core.order.OrderAlert.WithdrawalTooLate;
import io.echeance.core.order.PaymentAlert.MoneyOwedBack;
import io.echeance.core.order.PaymentAlert.RefundOverdue;
import io.echeance.core.order.PaymentAlert.RuleDemoted;
import io.echeance.core.order.PaymentAlert.UnmatchedPayment;
import io.echeance.core.order.PaymentAlert.UnmatchedReturn;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.MatchingRule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of the topic {@code dunning-alerts}: every alert, whatever its kind. It is made of an alert, and an alert
 * of it, here and nowhere else.
 *
 * @param answerBy of a formal notice, last day to answer it; of a refund, last day on which it was to be paid
 * @param amount what was promised, paid, is owed back or to be refunded; of a foreign business its VAT; of a limit what
 *     is owed; of a set-off the credit
 * @param reason what kind the alert is of more closely, or the id of what it is about
 */
public record DunningAlert(
        LocalDate on,
        @Nullable String orderId,
        AlertKind kind,
        @Nullable String payer,
        @Nullable String step,
        List<NamedDebt> receivables,
        @Nullable String noticeId,
        @Nullable LocalDate answerBy,
        @Nullable Money principal,
        @Nullable Money recoveryFee,
        @Nullable Money interestToDate,
        @Nullable Money amount,
        @Nullable String reason,
        List<Segment> segments,
        @Nullable DocumentId documentId,
        @Nullable String paymentId,
        List<Proposal> proposals,
        List<String> basis,
        @Nullable Money limit,
        @Nullable String mailingId) {

    /** Reason of an alert that takes back what was said of an acceleration. */
    private static final String ACCELERATION = AlertKind.ACCELERATED.name();

    /** Reason of an alert that takes back what was said of the end of an order. */
    private static final String CANCELLATION = AlertKind.ORDER_CANCELLED.name();

    private static final String FULL = "what a closed day leads to would outgrow a record";

    public static DunningAlert of(Alert alert) {
        AlertFields fields = new AlertFields();
        switch (alert) {
            case ReminderDue one -> fields.step = one.step();
            case LitigationReferral one -> fields.step = one.step();
            case FormalNoticeDue one -> fields.of(one);
            case DebtsCleared one -> {}
            case StepWithdrawn one -> fields.step(one.step()).noticeId = one.noticeId();
            case AccelerationWithdrawn one -> fields.reason(ACCELERATION).noticeId = one.noticeId();
            case OrderEndWithdrawn one -> fields.reason = CANCELLATION;
            case AccelerationDeclared one -> fields.noticeId = one.noticeId();
            case NoticeProofMissing one -> fields.noticeId = one.noticeId();
            case PromiseBroken one -> fields.reason(one.holdId()).amount = one.promised();
            case ShareMoved one -> fields.reason = one.movement().name();
            case LateAgreement one -> {}
            case OverFunded one -> {}
            case RefundOverdue one -> {
                fields.reason(one.refundId()).amount = one.amount();
                fields.answerBy = one.dueBy();
            }
            case WithdrawalTooLate one -> {}
            case MoneyBackRefused one -> {}
            case SwitchTooLate one -> {}
            case RateMissing one -> fields.reason = one.semester().toString();
            case AcceptanceMissing one -> fields.reason = one.funder();
            case UnmatchedPayment one -> fields.of(one);
            case UnmatchedReturn one -> fields.paymentId = one.paymentId();
            case RuleDemoted one -> fields.reason = one.seller() + "/" + one.rule();
            case MoneyOwedBack one -> fields.amount = one.amount();
            case OrderEnded one -> fields.reason = one.reason();
            case PartyMissing one -> fields.reason(one.lack()).documentId = one.documentId();
            case VatToForeignBusiness one -> {
                fields.reason(one.shownBy()).documentId = one.documentId();
                fields.amount = one.vat();
            }
            case TooManyDocuments one -> fields.reason = String.valueOf(one.most());
            case AccountFull one -> fields.reason = FULL;
            case OrderOfBlockedCustomer one -> fields.reason = one.decision();
            case PrepaymentDue one -> fields.reason = one.decision();
            case CreditLimitExceeded one -> {
                fields.amount = one.exposure();
                fields.limit = one.limit();
            }
            case SetOffProposed one -> {
                fields.amount = one.credit();
                fields.mailingId = one.mailingId();
            }
            case AddressUnusable one -> fields.reason(one.reason()).mailingId = one.mailingId();
        }
        return fields.beside(alert);
    }

    /** @throws IllegalArgumentException if a field is missing that its kind has, or is none of its kind */
    public Alert alert() {
        return switch (kind) {
            case REMIND -> new ReminderDue(on, order(), toPayer(), the(step, "step"), receivables, basis);
            case REFER_TO_LITIGATION ->
                new LitigationReferral(on, order(), toPayer(), the(step, "step"), receivables, basis);
            case FORMAL_NOTICE -> formalNotice();
            case CLEARED -> new DebtsCleared(on, order(), toPayer(), receivables);
            case STEP_WITHDRAWN -> withdrawn();
            case ACCELERATED -> new AccelerationDeclared(on, order(), toPayer(), receivables, notice(), basis);
            case NOTICE_PROOF_MISSING -> new NoticeProofMissing(on, order(), toPayer(), notice(), basis);
            case PROMISE_BROKEN -> new PromiseBroken(on, order(), toPayer(), amount, given());
            case SHARE_MOVED -> new ShareMoved(on, order(), toPayer(), Movement.valueOf(given()), basis);
            case LATE_AGREEMENT -> new LateAgreement(on, order(), toPayer(), basis);
            case OVER_FUNDED -> new OverFunded(on, order(), toPayer(), basis);
            case REFUND_OVERDUE ->
                new RefundOverdue(on, order(), toPayer(), given(), the(answerBy, "answerBy"), sum(), basis);
            case WITHDRAWAL_TOO_LATE -> new WithdrawalTooLate(on, order(), toPayer(), basis);
            case MONEY_BACK_REFUSED -> new MoneyBackRefused(on, order(), toPayer(), basis);
            case SWITCH_TOO_LATE -> new SwitchTooLate(on, order(), toPayer(), basis);
            case RATE_MISSING -> new RateMissing(on, order(), toPayer(), Semester.parse(given()), basis);
            case ACCEPTANCE_MISSING -> new AcceptanceMissing(on, order(), toPayer(), given(), basis);
            case UNMATCHED_PAYMENT -> new UnmatchedPayment(on, orderId, payer, payment(), sum(), reason, proposals);
            case UNMATCHED_RETURN -> new UnmatchedReturn(on, orderId, payment());
            case RULE_DEMOTED -> ruleDemoted();
            case OWED_BACK -> new MoneyOwedBack(on, order(), toPayer(), sum(), basis);
            case ORDER_CANCELLED -> new OrderEnded(on, order(), toPayer(), given(), basis);
            case PARTY_MISSING -> new PartyMissing(on, order(), toPayer(), receivables, given(), document(), basis);
            case FOREIGN_BUSINESS ->
                new VatToForeignBusiness(on, order(), toPayer(), sum(), given(), document(), basis);
            case TOO_MANY_DOCUMENTS -> new TooManyDocuments(on, order(), toPayer(), Integer.parseInt(given()));
            case ACCOUNT_FULL -> new AccountFull(on, order());
            case ORDER_OF_BLOCKED_CUSTOMER -> new OrderOfBlockedCustomer(on, order(), toPayer(), given(), basis);
            case PREPAYMENT_DUE -> new PrepaymentDue(on, order(), toPayer(), given(), basis);
            case OVER_LIMIT -> new CreditLimitExceeded(on, order(), toPayer(), sum(), the(limit, "limit"), basis);
            case SET_OFF_PROPOSED -> new SetOffProposed(on, order(), toPayer(), mailing(), sum(), basis);
            case ADDRESS_UNUSABLE -> new AddressUnusable(on, toPayer(), mailing(), given());
        };
    }

    private Alert formalNotice() {
        return new FormalNoticeDue(
                on,
                order(),
                toPayer(),
                the(step, "step"),
                receivables,
                notice(),
                the(answerBy, "answerBy"),
                the(principal, "principal"),
                the(recoveryFee, "recoveryFee"),
                the(interestToDate, "interestToDate"),
                segments,
                basis);
    }

    private Alert withdrawn() {
        if (reason == null) {
            return new StepWithdrawn(on, order(), toPayer(), the(step, "step"), receivables, noticeId);
        }
        if (reason.equals(CANCELLATION)) {
            return new OrderEndWithdrawn(on, order(), toPayer(), basis);
        }
        if (!reason.equals(ACCELERATION)) {
            throw new IllegalArgumentException(kind + " for no reason that is known: " + reason);
        }
        return new AccelerationWithdrawn(on, order(), toPayer(), receivables, notice(), basis);
    }

    /** No rule has a stroke in it. */
    private Alert ruleDemoted() {
        int stroke = given().lastIndexOf('/');
        return new RuleDemoted(on, given().substring(0, stroke), MatchingRule.valueOf(given().substring(stroke + 1)));
    }

    private String order() {
        return the(orderId, "orderId");
    }

    private String toPayer() {
        return the(payer, "payer");
    }

    private String notice() {
        return the(noticeId, "noticeId");
    }

    private String payment() {
        return the(paymentId, "paymentId");
    }

    private String given() {
        return the(reason, "reason");
    }

    private Money sum() {
        return the(amount, "amount");
    }

    private String mailing() {
        return the(mailingId, "mailingId");
    }

    private DocumentId document() {
        return the(documentId, "documentId");
    }

    private <T> T the(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(kind + " without " + field);
        }
        return value;
    }
}
