package io.echeance.core.statement;

import io.echeance.core.course.Course;
import io.echeance.core.dunning.Acceleration;
import io.echeance.core.money.Money;
import io.echeance.core.notice.FormalNotice;
import io.echeance.core.order.Account;
import io.echeance.core.order.Issued.Accelerated;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.core.order.OrderStanding.OrderDeadline;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.ReceivablePosition;
import io.echeance.core.order.Statement.Status;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.shares.FunderShare.ShareState;
import io.echeance.core.terms.Basis;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.FundingTerms;
import io.echeance.core.terms.LadderStep;
import io.echeance.core.terms.LateTerms;
import io.echeance.core.terms.TermsRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The days of an order that lists look ahead to, by what is known today and if nothing is paid. */
record StandingDeadlines(Account account, Situation situation, Statement statement) {

    List<OrderDeadline> all() {
        if (statement.status() == Status.WRITTEN_OFF) {
            return List.of();
        }
        List<OrderDeadline> all = new ArrayList<>();
        account.issued().notices().forEach(notice -> addNotice(notice, all));
        statement.shares().stream()
                .filter(share -> share.state().equals(ShareState.REQUESTED.name()))
                .forEach(share -> addFunder(share, all));
        addLitigation(all);
        all.sort(Comparator.comparing(OrderDeadline::on)
                .thenComparing(OrderDeadline::kind)
                .thenComparing(OrderDeadline::payer));
        return all;
    }

    /** A notice of which something is unpaid, up to its last day. One whose receipt is not proved has none yet. */
    private void addNotice(Notice notice, List<OrderDeadline> all) {
        LocalDate clock = FormalNotice.clock(notice, situation);
        if (clock == null) {
            return;
        }
        LateTerms late = situation.terms().late();
        LocalDate lastDay = FormalNotice.answerBy(clock, late);
        Money unpaid = statement.receivables().stream()
                .filter(debt -> notice.receivables().contains(debt.key()))
                .map(ReceivablePosition::outstanding)
                .reduce(Money.ZERO, Money::plus);
        if (lastDay.isBefore(situation.today()) || !unpaid.isPositive()) {
            return;
        }
        int falls = late.acceleration() == null ? 0 : falls(notice, late.acceleration(), lastDay);
        Clauses clauses = new Clauses(situation.terms());
        List<String> basis = falls == 0
                ? clauses.of(TermsRule.NOTICE_CLOCK, Basis.FORMAL_NOTICE)
                : clauses.of(TermsRule.ACCELERATION, Basis.FORMAL_NOTICE);
        all.removeIf(other -> other.kind() == DeadlineKind.NOTICE_ANSWER
                && other.payer().equals(notice.payer())
                && !other.on().isBefore(lastDay));
        if (all.stream().noneMatch(other -> other.payer().equals(notice.payer()))) {
            all.add(new OrderDeadline(DeadlineKind.NOTICE_ANSWER, lastDay, notice.payer(), unpaid, falls, basis));
        }
    }

    /** How many debts fall due on the day after the last one to answer, if nothing is paid until then. */
    private int falls(Notice notice, LateTerms.AccelerationClause clause, LocalDate lastDay) {
        Map<String, Receipts> receipts = new HashMap<>();
        receipts.put(notice.payer(), Receipts.of(situation, notice.payer()));
        Settlement settlement = Settlement.of(
                situation, receipts, account.documents(), account.issued().accelerations());
        List<Receivable> debts = settlement.receivablesOf(notice.payer());
        LocalDate judgedOn = lastDay.plusDays(1);
        Accelerated accelerated = Acceleration.of(notice, clause, judgedOn, judgedOn, debts, settlement);
        return accelerated == null ? 0 : accelerated.receivables().size();
    }

    private void addFunder(Statement.Share share, List<OrderDeadline> all) {
        FundingTerms funding = situation.terms().funding();
        if (funding == null) {
            return;
        }
        var service = Course.of(situation).service();
        LocalDate lastDay = switch (funding.agreementDeadline()) {
            case SERVICE_START -> service.start();
            case SERVICE_END -> service.end();
        };
        List<String> basis = new Clauses(situation.terms()).of(TermsRule.AGREEMENT_DEADLINE);
        if (!lastDay.isBefore(situation.today())) {
            all.add(new OrderDeadline(DeadlineKind.FUNDER_DECISION, lastDay, share.payer(), share.net(), 0, basis));
        }
    }

    private void addLitigation(List<OrderDeadline> all) {
        List<String> basis = new Clauses(situation.terms()).of(TermsRule.LADDER);
        statement.receivables().stream()
                .filter(debt -> debt.principal() && debt.outstanding().isPositive() && isLitigation(debt.nextStep()))
                .map(debt -> new OrderDeadline(
                        DeadlineKind.LITIGATION,
                        Objects.requireNonNull(debt.nextStepOn()),
                        debt.payer(),
                        null,
                        0,
                        basis))
                .min(Comparator.comparing(OrderDeadline::on))
                .ifPresent(all::add);
    }

    private boolean isLitigation(@Nullable String step) {
        return step != null
                && situation.terms().late().ladder().stream()
                        .anyMatch(
                                one -> one.id().equals(step) && one.action() == LadderStep.Action.REFER_TO_LITIGATION);
    }
}
