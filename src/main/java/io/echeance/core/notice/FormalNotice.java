package io.echeance.core.notice;

import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Situation;
import io.echeance.core.terms.LateTerms;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a formal notice starts to count (<i>mise en demeure</i>, Code civil, 1344): on its date, or on the day of its
 * receipt once that is proved.
 *
 * <p>Reading taken: the law does not say whether sending, first presentation or receipt counts; the terms choose
 * between
 * date and receipt, receipt being the debtor's side. A receipt said to lie before the notice counts from the notice.
 */
public final class FormalNotice {

    /** Days after a notice's date by which its proof of receipt is expected. */
    private static final int PROOF_DAYS = 10;

    /** Days to answer a notice where no acceleration clause gives others. */
    public static final int ANSWER_DAYS = 8;

    private FormalNotice() {}

    /** The day from which the notice's delays run; null: not yet proved. */
    public static @Nullable LocalDate clock(Notice notice, Situation situation) {
        return switch (situation.terms().late().noticeClock()) {
            case ISSUED -> notice.on();
            case SERVED -> servedOn(notice, situation);
        };
    }

    private static @Nullable LocalDate servedOn(Notice notice, Situation situation) {
        for (NoticeServed served : situation.noticesServed()) {
            if (served.noticeId().equals(notice.noticeId())) {
                return served.on().isBefore(notice.on()) ? notice.on() : served.on();
            }
        }
        return null;
    }

    /** The earliest clock among the notices that cover a receivable; null: none does, or none counts yet. */
    public static @Nullable LocalDate covering(ReceivableKey receivable, List<Notice> notices, Situation situation) {
        LocalDate earliest = null;
        for (Notice notice : notices) {
            if (notice.receivables().contains(receivable)) {
                LocalDate clock = clock(notice, situation);
                if (clock != null && (earliest == null || clock.isBefore(earliest))) {
                    earliest = clock;
                }
            }
        }
        return earliest;
    }

    /** The morning on which a proof of receipt is missing that has not come. */
    public static LocalDate proofMissesOn(Notice notice) {
        return notice.on().plusDays(PROOF_DAYS).plusDays(1);
    }

    /** Last day to answer a notice of {@code on}. */
    public static LocalDate answerBy(LocalDate on, LateTerms late) {
        LateTerms.AccelerationClause clause = late.acceleration();
        return on.plusDays(clause == null ? ANSWER_DAYS : clause.unansweredDays());
    }
}
