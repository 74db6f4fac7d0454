package io.echeance.core.admission;

import io.echeance.core.order.AccountMark;
import io.echeance.core.order.CollectionFact.Assigned;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.CollectionFact.DebtWrittenOff;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.CollectionFact.Resubmitted;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact.FundingDecided;
import io.echeance.core.order.FundingFact.FundingEvidenceReceived;
import io.echeance.core.order.Ids;
import io.echeance.core.order.NumberingFact.DocumentHeldBack;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.OrderRescheduled;
import io.echeance.core.order.OrderFact.RevisedConditionsAccepted;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.PaymentWithdrawn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text in a fact, and the rule that it obeys. */
record FactText(String field, String text, Form rule) {

    enum Form {
        /** Names something that others named. */
        ID,
        /** Names one who is asked to pay. */
        PAYER,
        /** Names something, perhaps of ours. */
        COMPOSED_ID,
        /** Stands for an account. */
        ACCOUNT_MARK,
        /** Names somebody or something, in whatever form. */
        NAME,
        /** Says something, to people. */
        TEXT
    }

    /** Whether it names something, and so stands where no erasure reaches it. */
    boolean names() {
        return rule != Form.TEXT;
    }

    /** Whether no rule of ids holds it within bounds. */
    boolean isUnbound() {
        return rule == Form.TEXT || rule == Form.NAME;
    }

    /** Null: it keeps its rule. */
    @Nullable
    String wrongId() {
        return switch (rule) {
            case ID -> Ids.wrong(field, text);
            case PAYER -> Ids.wrongForPayer(field, text);
            case COMPOSED_ID -> Ids.wrongEvenComposed(field, text);
            case ACCOUNT_MARK -> AccountMark.wrong(field, text);
            case NAME, TEXT -> null;
        };
    }

    /** All of a fact's, its own id and its order's too. */
    static List<FactText> of(Fact fact) {
        Texts texts = new Texts().and("factId", fact.factId(), Form.ID).and("orderId", fact.orderId(), Form.ID);
        Texts all = switch (fact) {
            case OrderPlaced order -> ofOrder(order, texts);
            case OrderAmended amended -> ofLines(amended.lines(), texts);
            case OrderCancelled cancelled -> texts;
            case OrderRescheduled moved -> texts;
            case ServiceDelivered delivered -> texts;
            case RevisedConditionsAccepted accepted -> texts;
            case PaymentReceived payment ->
                texts.and("paymentId", payment.paymentId(), Form.ID)
                        .and("payerId", payment.payerId(), Form.ID)
                        .and("bankAccount", payment.bankAccount(), Form.ID)
                        .and("reference", payment.reference(), Form.TEXT)
                        .and("by", payment.by(), Form.TEXT)
                        .and("senderAccount", payment.senderAccount(), Form.ACCOUNT_MARK);
            case PaymentReturned returned ->
                texts.and("paymentId", returned.paymentId(), Form.COMPOSED_ID)
                        .and("reason", returned.reason(), Form.TEXT);
            case RefundPaid refund ->
                texts.and("refundId", refund.refundId(), Form.COMPOSED_ID)
                        .and("payerId", refund.payerId(), Form.ID)
                        .and("bankAccount", refund.bankAccount(), Form.ID);
            case PaymentApplied applied -> ofDecision(applied, texts);
            case PaymentDetailed detailed -> ofDetails(detailed, texts);
            case PaymentWithdrawn withdrawn -> texts;
            case FundingDecided decided -> texts.and("funderId", decided.funderId(), Form.ID);
            case FundingEvidenceReceived evidence -> texts.and("funderId", evidence.funderId(), Form.ID);
            case NoticeServed served ->
                texts.and("noticeId", served.noticeId(), Form.COMPOSED_ID)
                        .and("channel", served.channel(), Form.TEXT)
                        .and("tracking", served.tracking(), Form.TEXT)
                        .and("by", served.by(), Form.TEXT);
            case DunningHeld held ->
                texts.and("holdId", held.holdId(), Form.ID)
                        .and("payerId", held.payerId(), Form.ID)
                        .and("by", held.by(), Form.TEXT);
            case DunningReleased released ->
                texts.and("holdId", released.holdId(), Form.ID)
                        .and("payerId", released.payerId(), Form.ID)
                        .and("reason", released.reason(), Form.TEXT)
                        .and("by", released.by(), Form.TEXT);
            case PenaltyWaived waived ->
                texts.and("receivable", waived.receivable(), Form.COMPOSED_ID)
                        .and("reason", waived.reason(), Form.TEXT)
                        .and("by", waived.by(), Form.TEXT);
            case DebtWrittenOff writtenOff ->
                texts.and("reason", writtenOff.reason(), Form.TEXT).and("by", writtenOff.by(), Form.TEXT);
            case ContactNoted contact ->
                texts.and("payerId", contact.payerId(), Form.ID)
                        .and("note", contact.note(), Form.TEXT)
                        .and("by", contact.by(), Form.TEXT);
            case Resubmitted resubmitted -> texts.and("by", resubmitted.by(), Form.TEXT);
            case Assigned assigned -> texts.and("to", assigned.to(), Form.NAME).and("by", assigned.by(), Form.TEXT);
            case DocumentNumbered numbered -> texts;
            case DocumentHeldBack heldBack -> texts;
        };
        return all.found;
    }

    private static Texts ofDecision(PaymentApplied applied, Texts texts) {
        texts.and("paymentId", applied.paymentId(), Form.ID)
                .and("by", applied.by(), Form.TEXT)
                .and("replaces", applied.replaces(), Form.ID);
        applied.parts()
                .forEach(part -> texts.and("parts.orderId", part.orderId(), Form.ID)
                        .and("parts.payerId", part.payerId(), Form.PAYER)
                        .and("parts.document", part.document(), Form.NAME));
        return texts;
    }

    private static Texts ofDetails(PaymentDetailed detailed, Texts texts) {
        texts.and("paymentId", detailed.paymentId(), Form.ID).and("notification", detailed.notification(), Form.NAME);
        detailed.details()
                .forEach(one -> texts.and("details.payerId", one.payerId(), Form.ID)
                        .and("details.reference", one.reference(), Form.TEXT));
        return texts;
    }

    private static Texts ofOrder(OrderPlaced order, Texts texts) {
        texts.and("termsId", order.termsId(), Form.ID)
                .and("customer.id", order.customer().id(), Form.PAYER);
        order.funding().forEach(request -> texts.and("funding.funderId", request.funderId(), Form.PAYER));
        return ofLines(order.lines(), texts);
    }

    private static Texts ofLines(List<OrderLine> lines, Texts texts) {
        lines.forEach(line -> texts.and("lines.description", line.description(), Form.TEXT));
        return texts;
    }

    private static final class Texts {

        private final List<FactText> found = new ArrayList<>();

        Texts and(String field, @Nullable String text, Form rule) {
            if (text != null) {
                found.add(new FactText(field, text, rule));
            }
            return this;
        }
    }
}
