package io.echeance.core.admission;

import io.echeance.core.order.CollectionFact.DebtWrittenOff;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact.FundingDecided;
import io.echeance.core.order.FundingFact.FundingEvidenceReceived;
import io.echeance.core.order.Ids;
import io.echeance.core.order.NumberingFact.DocumentHeldBack;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.Line;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.OrderRescheduled;
import io.echeance.core.order.OrderFact.RevisedConditionsAccepted;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text in a fact, and the rule that it obeys. */
record FactText(String field, String text, Rule rule) {

    enum Rule {
        /** Names something that others named. */
        ID,
        /** Names one who is asked to pay. */
        PAYER,
        /** Names something, perhaps of ours. */
        COMPOSED_ID,
        /** Says something, to people. */
        TEXT
    }

    /** Null: it keeps its rule. */
    @Nullable
    String wrongId() {
        return switch (rule) {
            case ID -> Ids.wrong(field, text);
            case PAYER -> Ids.wrongForPayer(field, text);
            case COMPOSED_ID -> Ids.wrongEvenComposed(field, text);
            case TEXT -> null;
        };
    }

    /** All of a fact's, its own id and its order's too. */
    static List<FactText> of(Fact fact) {
        Texts texts = new Texts().and("factId", fact.factId(), Rule.ID).and("orderId", fact.orderId(), Rule.ID);
        Texts all = switch (fact) {
            case OrderPlaced order -> ofOrder(order, texts);
            case OrderAmended amended -> ofLines(amended.lines(), texts);
            case OrderCancelled cancelled -> texts;
            case OrderRescheduled moved -> texts;
            case ServiceDelivered delivered -> texts;
            case RevisedConditionsAccepted accepted -> texts;
            case PaymentReceived payment ->
                texts.and("paymentId", payment.paymentId(), Rule.ID)
                        .and("payerId", payment.payerId(), Rule.ID)
                        .and("reference", payment.reference(), Rule.TEXT);
            case PaymentReturned returned ->
                texts.and("paymentId", returned.paymentId(), Rule.COMPOSED_ID)
                        .and("reason", returned.reason(), Rule.TEXT);
            case RefundPaid refund ->
                texts.and("refundId", refund.refundId(), Rule.COMPOSED_ID).and("payerId", refund.payerId(), Rule.ID);
            case FundingDecided decided -> texts.and("funderId", decided.funderId(), Rule.ID);
            case FundingEvidenceReceived evidence -> texts.and("funderId", evidence.funderId(), Rule.ID);
            case NoticeServed served ->
                texts.and("noticeId", served.noticeId(), Rule.COMPOSED_ID)
                        .and("channel", served.channel(), Rule.TEXT)
                        .and("tracking", served.tracking(), Rule.TEXT);
            case DunningHeld held ->
                texts.and("holdId", held.holdId(), Rule.ID).and("payerId", held.payerId(), Rule.ID);
            case DunningReleased released ->
                texts.and("holdId", released.holdId(), Rule.ID)
                        .and("payerId", released.payerId(), Rule.ID)
                        .and("reason", released.reason(), Rule.TEXT);
            case PenaltyWaived waived ->
                texts.and("receivable", waived.receivable(), Rule.COMPOSED_ID)
                        .and("reason", waived.reason(), Rule.TEXT)
                        .and("by", waived.by(), Rule.TEXT);
            case DebtWrittenOff writtenOff ->
                texts.and("reason", writtenOff.reason(), Rule.TEXT).and("by", writtenOff.by(), Rule.TEXT);
            case DocumentNumbered numbered -> texts;
            case DocumentHeldBack heldBack -> texts;
        };
        return all.found;
    }

    private static Texts ofOrder(OrderPlaced order, Texts texts) {
        texts.and("termsId", order.termsId(), Rule.ID)
                .and("customer.id", order.customer().id(), Rule.PAYER);
        order.funding().forEach(request -> texts.and("funding.funderId", request.funderId(), Rule.PAYER));
        return ofLines(order.lines(), texts);
    }

    private static Texts ofLines(List<Line> lines, Texts texts) {
        lines.forEach(line -> texts.and("lines.description", line.description(), Rule.TEXT));
        return texts;
    }

    private static final class Texts {

        private final List<FactText> found = new ArrayList<>();

        Texts and(String field, @Nullable String text, Rule rule) {
            if (text != null) {
                found.add(new FactText(field, text, rule));
            }
            return this;
        }
    }
}
