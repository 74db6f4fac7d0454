package io.echeance.serde.record;

import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.CollectionAlert.FormalNoticeDue;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.PaymentAlert.UnmatchedPayment;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.Segment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an alert has besides what all have. */
final class AlertFields {
    @Nullable
    String step;

    @Nullable
    String noticeId;

    @Nullable
    LocalDate answerBy;

    @Nullable
    Money principal;

    @Nullable
    Money recoveryFee;

    @Nullable
    Money interestToDate;

    @Nullable
    Money amount;

    @Nullable
    String reason;

    List<Segment> segments = List.of();

    @Nullable
    DocumentId documentId;

    @Nullable
    String paymentId;

    List<Proposal> proposals = List.of();

    @Nullable
    Money limit;

    @Nullable
    String mailingId;

    AlertFields step(String taken) {
        step = taken;
        return this;
    }

    AlertFields reason(@Nullable String given) {
        reason = given;
        return this;
    }

    void of(FormalNoticeDue notice) {
        step = notice.step();
        noticeId = notice.noticeId();
        answerBy = notice.answerBy();
        principal = notice.principal();
        recoveryFee = notice.recoveryFee();
        interestToDate = notice.interestToDate();
        segments = notice.segments();
    }

    void of(UnmatchedPayment payment) {
        paymentId = payment.paymentId();
        amount = payment.amount();
        reason = payment.reference();
        proposals = payment.proposals();
    }

    DunningAlert beside(Alert alert) {
        return new DunningAlert(
                alert.on(),
                alert.orderId(),
                AlertKind.of(alert),
                alert.payer(),
                step,
                alert.receivables(),
                noticeId,
                answerBy,
                principal,
                recoveryFee,
                interestToDate,
                amount,
                reason,
                segments,
                documentId,
                paymentId,
                proposals,
                alert.basis(),
                limit,
                mailingId);
    }
}
