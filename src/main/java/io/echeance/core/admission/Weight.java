package io.echeance.core.admission;

import io.echeance.core.order.Account;
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
import io.echeance.core.order.CustomerRecord;
import io.echeance.core.order.Document;
import io.echeance.core.order.FundingAlert.AcceptanceMissing;
import io.echeance.core.order.FundingAlert.LateAgreement;
import io.echeance.core.order.FundingAlert.OverFunded;
import io.echeance.core.order.FundingAlert.ShareMoved;
import io.echeance.core.order.Issued;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.OrderAlert.AccountFull;
import io.echeance.core.order.OrderAlert.MoneyBackRefused;
import io.echeance.core.order.OrderAlert.OrderEndWithdrawn;
import io.echeance.core.order.OrderAlert.OrderEnded;
import io.echeance.core.order.OrderAlert.PartyMissing;
import io.echeance.core.order.OrderAlert.SwitchTooLate;
import io.echeance.core.order.OrderAlert.TooManyDocuments;
import io.echeance.core.order.OrderAlert.VatToForeignBusiness;
import io.echeance.core.order.OrderAlert.WithdrawalTooLate;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentAlert.MoneyOwedBack;
import io.echeance.core.order.PaymentAlert.RefundOverdue;
import io.echeance.core.order.PaymentAlert.RuleDemoted;
import io.echeance.core.order.PaymentAlert.UnmatchedPayment;
import io.echeance.core.order.PaymentAlert.UnmatchedReturn;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Segment;
import io.echeance.core.order.ServiceHold;
import io.echeance.core.order.Statement;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes a record takes, at most. It is never less than what the schemas make of it, so that what is light
 * enough here fits a record of the stream; a test holds it to that.
 *
 * <p>An account of this weight still has room for the terms that bind it, a document for its parties and its terms.
 */
public final class Weight {

    /** Of an account, and of its statement: no fact is taken that makes them heavier. */
    public static final int MOST_AT_A_FACT = 512 << 10;

    /** The same, at the close of a day: what runs out by itself has more room. */
    public static final int MOST_AT_A_CLOSE = 704 << 10;

    /** Of a document, or of an alert. */
    static final int MOST_SAID = 256 << 10;

    /** Of whatever is no text: numbers, dates, amounts and the like have no more bytes, taken together. */
    private static final int OF_A_RECORD = 96;

    private static final int OF_A_TEXT = 3;
    /** What an account or a statement has once. */
    private static final int OF_THE_WHOLE = 1_000;

    /** The number comes back as a fact, and names the document twice. */
    private static final int TIMES_NAMED = 3;

    private int bytes;

    private Weight() {}

    /**
     * Whether all that a decision leads to fits the records of the stream.
     *
     * @param most of the account, and of its statement
     */
    public static boolean fits(Account account, @Nullable Statement statement, List<Output> outputs, int most) {
        return of(account) <= most
                && (statement == null || of(statement) <= most)
                && outputs.stream().allMatch(output -> of(output) <= MOST_SAID);
    }

    /** Without the terms that bind it, which are bounded where they are published. */
    static int of(Account account) {
        Weight weight = new Weight().text(account.orderId());
        for (KnownFact known : account.evidence().facts()) {
            weight.bytes += Bounds.weight(known.fact());
        }
        return weight.issued(account.issued()).bytes + OF_THE_WHOLE;
    }

    private Weight issued(Issued issued) {
        for (Document document : issued.documents()) {
            document(document);
            bytes += TIMES_NAMED * of(document.id().text());
        }
        issued.steps().forEach(step -> record().key(step.receivable()).text(step.noticeId()));
        issued.notices()
                .forEach(notice ->
                        record().text(notice.noticeId()).text(notice.payer()).keys(notice.receivables()));
        issued.accelerations()
                .forEach(one -> record().text(one.noticeId()).text(one.payer()).keys(one.receivables()));
        issued.refunds().forEach((id, refund) -> text(id).refund(refund));
        Stream.of(issued.sharesAnnounced(), issued.givenUp(), issued.vatDue(), issued.vatGivenUp())
                .flatMap(amounts -> amounts.keySet().stream())
                .forEach(payer -> record().text(payer));
        CustomerRecord shown = issued.shown() == null ? CustomerRecord.NOTHING : issued.shown();
        shown.incidents().forEach(one -> record().key(one.receivable()));
        shown.paid().forEach(one -> record());
        shown.disputes().forEach(one -> record().text(one.holdId()));
        return keys(issued.cleared()).texts(issued.announced());
    }

    static int of(Statement statement) {
        Weight weight = new Weight()
                .text(statement.orderId())
                .text(statement.terms())
                .text(statement.seller())
                .text(statement.customer())
                .texts(statement.holds());
        statement.shares().forEach(share -> weight.record().text(share.payer()).text(share.state()));
        statement.payers().forEach(position -> weight.record().text(position.payer()));
        for (Statement.ReceivablePosition one : statement.receivables()) {
            weight.record()
                    .key(one.key())
                    .text(one.payer())
                    .text(one.lastStep())
                    .text(one.nextStep())
                    .texts(one.basis())
                    .segments(one.segments());
        }
        statement.heldBack().forEach(one -> {
            weight.record().key(one.documentId());
            one.missing().forEach(missing -> weight.record().text(String.valueOf(missing)));
        });
        return weight.bytes + OF_THE_WHOLE;
    }

    static int of(Output output) {
        return switch (output) {
            case Document document -> new Weight().document(document).bytes;
            case Alert alert -> new Weight().alert(alert).bytes;
            case RefundDue refund -> new Weight().refund(refund).bytes;
            case ServiceHold hold -> new Weight().record().text(hold.orderId()).bytes;
            case PaymentDecided decided -> throw new IllegalArgumentException("of no account: " + decided);
            case Rejection rejection -> OF_A_RECORD + of(rejection.sentence());
        };
    }

    private Weight document(Document document) {
        record().record()
                .text(document.orderId())
                .key(document.id())
                .text(document.payer())
                .key(document.refersTo())
                .text(document.seller())
                .text(document.terms())
                .segments(document.segments());
        document.due().forEach(due -> record());
        document.items().forEach(item -> record().key(item.key()).texts(item.basis()));
        return this;
    }

    private Weight alert(Alert alert) {
        record().record().text(alert.orderId()).text(alert.payer()).texts(alert.basis());
        alert.receivables().forEach(claim -> record().key(claim.key()));
        return switch (alert) {
            case ReminderDue one -> text(one.step());
            case FormalNoticeDue one -> text(one.step()).text(one.noticeId()).segments(one.segments());
            case LitigationReferral one -> text(one.step());
            case DebtsCleared one -> this;
            case StepWithdrawn one -> text(one.step()).text(one.noticeId());
            case AccelerationDeclared one -> text(one.noticeId());
            case AccelerationWithdrawn one -> text(one.noticeId());
            case NoticeProofMissing one -> text(one.noticeId());
            case PromiseBroken one -> text(one.holdId());
            case RateMissing one -> this;
            case ShareMoved one -> this;
            case LateAgreement one -> this;
            case OverFunded one -> this;
            case AcceptanceMissing one -> text(one.funder());
            case OrderEnded one -> text(one.reason());
            case OrderEndWithdrawn one -> this;
            case WithdrawalTooLate one -> this;
            case MoneyBackRefused one -> this;
            case SwitchTooLate one -> this;
            case PartyMissing one -> text(one.lack()).text(one.documentId().text());
            case VatToForeignBusiness one ->
                text(one.shownBy()).text(one.documentId().text());
            case TooManyDocuments one -> this;
            case AccountFull one -> this;
            case UnmatchedPayment one ->
                text(one.paymentId()).text(one.reference()).proposals(one.proposals());
            case UnmatchedReturn one -> text(one.paymentId());
            case RuleDemoted one -> text(one.seller());
            case MoneyOwedBack one -> this;
            case RefundOverdue one -> text(one.refundId());
            case OrderOfBlockedCustomer one -> text(one.decision());
            case PrepaymentDue one -> text(one.decision());
            case CreditLimitExceeded one -> this;
            case SetOffProposed one -> text(one.mailingId());
            case AddressUnusable one -> text(one.mailingId()).text(one.reason());
        };
    }

    private Weight proposals(List<Proposal> proposals) {
        proposals.forEach(one -> record().text(one.name()).text(one.orderId()).texts(one.payers()));
        return this;
    }

    private Weight refund(RefundDue refund) {
        return record().text(refund.orderId())
                .text(refund.refundId())
                .text(refund.payer())
                .texts(refund.basis());
    }

    private Weight segments(Collection<Segment> segments) {
        segments.forEach(segment -> record().key(segment.receivable()).text(segment.source()));
        return this;
    }

    private Weight record() {
        bytes += OF_A_RECORD;
        return this;
    }

    private Weight texts(Collection<String> texts) {
        texts.forEach(text -> bytes += of(text) + OF_A_TEXT);
        return this;
    }

    private Weight keys(Collection<ReceivableKey> keys) {
        keys.forEach(key -> key(key).bytes += OF_A_TEXT);
        return this;
    }

    /** Of something that is carried as its text. */
    private Weight key(@Nullable Object key) {
        return text(key == null ? null : key.toString());
    }

    private Weight text(@Nullable String text) {
        bytes += text == null ? 0 : of(text);
        return this;
    }

    private static int of(String text) {
        return Bounds.utf8Bytes(text) + OF_A_TEXT;
    }
}
