package io.echeance.core.mailing;

import io.echeance.core.mailing.Mailing.MailingSection;
import io.echeance.core.mailing.Mailing.SectionKind;
import io.echeance.core.order.Alert;
import io.echeance.core.order.CollectionAlert;
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
import io.echeance.core.order.CustomerAlert;
import io.echeance.core.order.FundingAlert;
import io.echeance.core.order.OrderAlert;
import io.echeance.core.order.PaymentAlert;
import org.jspecify.annotations.Nullable;

/** Which alerts a payer is written about. The others are for the collections team. */
public final class Sections {

    private Sections() {}

    /** Null: nobody is written. */
    public static @Nullable MailingSection of(Alert alert) {
        return switch (alert) {
            case CollectionAlert one -> of(one);
            case CustomerAlert one -> null;
            case FundingAlert one -> null;
            case OrderAlert one -> null;
            case PaymentAlert one -> null;
        };
    }

    private static @Nullable MailingSection of(CollectionAlert alert) {
        return switch (alert) {
            case ReminderDue one -> section(one, SectionKind.REMINDER, one.step(), null);
            case FormalNoticeDue one ->
                new MailingSection(
                        one.orderId(),
                        SectionKind.FORMAL_NOTICE,
                        one.on(),
                        one.step(),
                        one.noticeId(),
                        one.answerBy(),
                        one.receivables());
            case AccelerationDeclared one -> section(one, SectionKind.ACCELERATED, null, one.noticeId());
            case DebtsCleared one -> section(one, SectionKind.CLEARED, null, null);
            case StepWithdrawn one -> section(one, SectionKind.WITHDRAWN, one.step(), one.noticeId());
            case AccelerationWithdrawn one -> section(one, SectionKind.WITHDRAWN, null, one.noticeId());
            case LitigationReferral one -> null;
            case NoticeProofMissing one -> null;
            case PromiseBroken one -> null;
            case RateMissing one -> null;
        };
    }

    private static MailingSection section(
            CollectionAlert alert, SectionKind kind, @Nullable String step, @Nullable String noticeId) {
        return new MailingSection(alert.orderId(), kind, alert.on(), step, noticeId, null, alert.receivables());
    }
}
