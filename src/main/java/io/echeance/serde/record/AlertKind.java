package io.echeance.serde.record;

import io.echeance.core.order.Alert;
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
import io.echeance.core.order.FundingAlert.AcceptanceMissing;
import io.echeance.core.order.FundingAlert.LateAgreement;
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

/** What the topic calls an alert. */
public enum AlertKind {
    REMIND,
    FORMAL_NOTICE,
    REFER_TO_LITIGATION,
    CLEARED,
    /** Of a step, of an acceleration or of an order's end; which, the reason says. */
    STEP_WITHDRAWN,
    ACCELERATED,
    NOTICE_PROOF_MISSING,
    PROMISE_BROKEN,
    SHARE_MOVED,
    LATE_AGREEMENT,
    OVER_FUNDED,
    REFUND_OVERDUE,
    WITHDRAWAL_TOO_LATE,
    MONEY_BACK_REFUSED,
    SWITCH_TOO_LATE,
    RATE_MISSING,
    ACCEPTANCE_MISSING,
    UNMATCHED_PAYMENT,
    UNMATCHED_RETURN,
    RULE_DEMOTED,
    OWED_BACK,
    ORDER_CANCELLED,
    PARTY_MISSING,
    FOREIGN_BUSINESS,
    TOO_MANY_DOCUMENTS,
    ACCOUNT_FULL,
    ORDER_OF_BLOCKED_CUSTOMER,
    PREPAYMENT_DUE,
    OVER_LIMIT,
    SET_OFF_PROPOSED,
    ADDRESS_UNUSABLE;

    public static AlertKind of(Alert alert) {
        return switch (alert) {
            case ReminderDue one -> REMIND;
            case FormalNoticeDue one -> FORMAL_NOTICE;
            case LitigationReferral one -> REFER_TO_LITIGATION;
            case DebtsCleared one -> CLEARED;
            case StepWithdrawn one -> STEP_WITHDRAWN;
            case AccelerationWithdrawn one -> STEP_WITHDRAWN;
            case OrderEndWithdrawn one -> STEP_WITHDRAWN;
            case AccelerationDeclared one -> ACCELERATED;
            case NoticeProofMissing one -> NOTICE_PROOF_MISSING;
            case PromiseBroken one -> PROMISE_BROKEN;
            case ShareMoved one -> SHARE_MOVED;
            case LateAgreement one -> LATE_AGREEMENT;
            case OverFunded one -> OVER_FUNDED;
            case RefundOverdue one -> REFUND_OVERDUE;
            case WithdrawalTooLate one -> WITHDRAWAL_TOO_LATE;
            case MoneyBackRefused one -> MONEY_BACK_REFUSED;
            case SwitchTooLate one -> SWITCH_TOO_LATE;
            case RateMissing one -> RATE_MISSING;
            case AcceptanceMissing one -> ACCEPTANCE_MISSING;
            case UnmatchedPayment one -> UNMATCHED_PAYMENT;
            case UnmatchedReturn one -> UNMATCHED_RETURN;
            case RuleDemoted one -> RULE_DEMOTED;
            case MoneyOwedBack one -> OWED_BACK;
            case OrderEnded one -> ORDER_CANCELLED;
            case PartyMissing one -> PARTY_MISSING;
            case VatToForeignBusiness one -> FOREIGN_BUSINESS;
            case TooManyDocuments one -> TOO_MANY_DOCUMENTS;
            case AccountFull one -> ACCOUNT_FULL;
            case OrderOfBlockedCustomer one -> ORDER_OF_BLOCKED_CUSTOMER;
            case PrepaymentDue one -> PREPAYMENT_DUE;
            case CreditLimitExceeded one -> OVER_LIMIT;
            case SetOffProposed one -> SET_OFF_PROPOSED;
            case AddressUnusable one -> ADDRESS_UNUSABLE;
        };
    }
}
