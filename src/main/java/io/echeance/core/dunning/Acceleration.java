package io.echeance.core.dunning;

import io.echeance.core.notice.FormalNotice;
import io.echeance.core.order.Issued.Accelerated;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.Outstanding;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Situation;
import io.echeance.core.terms.LateTerms;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loss of the benefit of the term (<i>déchéance du terme</i>): purely contractual for non-payment (Code civil, 1305-4
 * and 1305-5 do not give it).
 *
 * <p>At the end of the last day to answer a notice, something that it covers is still unpaid, and so many debts of the
 * order have been late: what falls due later falls due on the day after. A hold puts the judgement off to the first
 * close after it. Found late (a proof of receipt that comes late, a hold), the debts fall due on the day on which it is
 * declared, and only if something covered is unpaid on that day too: the reading in the debtor's favour.
 */
public final class Acceleration {

    private Acceleration() {}

    /**
     * The day on which a notice is to be judged, given its clock.
     *
     * @return null: not yet known, as its receipt is not proved
     */
    public static @Nullable LocalDate judgedOn(
            Notice notice, LateTerms.AccelerationClause clause, Situation situation) {
        LocalDate clock = FormalNotice.clock(notice, situation);
        return clock == null ? null : clock.plusDays(clause.unansweredDays()).plusDays(1);
    }

    /**
     * The acceleration that an unanswered notice brings on {@code today}, a day on or after {@code judgedOn}.
     *
     * @param debts the payer's, in order of due date
     * @return null: it was answered, there were too few incidents, or nothing falls due later
     */
    public static @Nullable Accelerated of(
            Notice notice,
            LateTerms.AccelerationClause clause,
            LocalDate judgedOn,
            LocalDate today,
            List<Receivable> debts,
            Outstanding outstanding) {
        LocalDate lastDay = judgedOn.minusDays(1);
        if (!isFounded(notice, clause, lastDay, debts, outstanding)
                || isAnswered(notice.receivables(), debts, outstanding, today)) {
            return null;
        }
        List<ReceivableKey> later = debts.stream()
                .filter(debt -> debt.isPrincipal() && debt.dueOn().isAfter(today) && !debt.isHeldBack())
                .filter(debt -> outstanding.of(debt, today).isPositive())
                .map(Receivable::key)
                .toList();
        return later.isEmpty()
                ? null
                : new Accelerated(notice.noticeId(), notice.payer(), today, lastDay, later, false);
    }

    /**
     * Whether, by what we know today, a notice was unanswered at the end of its last day, after so many incidents as
     * the clause wants.
     */
    public static boolean isFounded(
            Notice notice,
            LateTerms.AccelerationClause clause,
            LocalDate lastDay,
            List<Receivable> debts,
            Outstanding outstanding) {
        return !isAnswered(notice.receivables(), debts, outstanding, lastDay)
                && incidents(debts, outstanding, lastDay) >= clause.afterIncidents();
    }

    /** Whether all that a notice covers was paid at the end of a day. */
    private static boolean isAnswered(
            List<ReceivableKey> covered, List<Receivable> debts, Outstanding outstanding, LocalDate day) {
        return debts.stream()
                .filter(debt -> covered.contains(debt.key()))
                .noneMatch(debt -> outstanding.of(debt, day).isPositive());
    }

    /** Debts of the payer that had been late by the end of a day. */
    private static long incidents(List<Receivable> debts, Outstanding outstanding, LocalDate day) {
        return debts.stream().filter(debt -> outstanding.becameLate(debt, day)).count();
    }
}
