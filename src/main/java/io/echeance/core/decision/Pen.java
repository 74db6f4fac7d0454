package io.echeance.core.decision;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DunningAlert;
import io.echeance.core.order.DunningAlert.Claim;
import io.echeance.core.order.Issued;
import io.echeance.core.order.Issued.Accelerated;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.Issued.StepTaken;
import io.echeance.core.order.Output;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.ServiceHold;
import io.echeance.core.order.Situation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes down what one drawing newly says, and keeps what has been said in step with it. */
final class Pen {

    final Situation situation;
    private final List<StepTaken> steps;
    private final Map<String, List<StepTaken>> stepsByReceivable = new HashMap<>();
    final List<Notice> notices;
    final List<Accelerated> accelerations;
    final SortedMap<String, RefundDue> refunds;
    final SortedMap<String, Money> sharesTold;
    final SortedSet<String> cleared;
    final SortedMap<String, Money> givenUp;
    final SortedMap<String, Money> vatDue;
    final SortedMap<String, Money> vatGivenUp;
    private final SortedSet<String> told;
    private final List<Document> documentsBefore;
    private final List<Document> documents = new ArrayList<>();
    private final List<Output> alerts = new ArrayList<>();
    boolean accessSuspended;
    boolean documentsWithheld;
    boolean clearsTomorrow;

    Pen(Situation situation, Issued issued) {
        this.situation = situation;
        this.documentsBefore = issued.documents();
        this.steps = new ArrayList<>(issued.steps());
        this.notices = new ArrayList<>(issued.notices());
        this.accelerations = new ArrayList<>(issued.accelerations());
        this.refunds = new TreeMap<>(issued.refunds());
        this.sharesTold = new TreeMap<>(issued.sharesTold());
        this.cleared = new TreeSet<>(issued.cleared());
        this.givenUp = new TreeMap<>(issued.givenUp());
        this.vatDue = new TreeMap<>(issued.vatDue());
        this.vatGivenUp = new TreeMap<>(issued.vatGivenUp());
        this.told = new TreeSet<>(issued.told());
        this.accessSuspended = issued.accessSuspended();
        this.documentsWithheld = Boolean.TRUE.equals(issued.documentsWithheld());
        this.steps.forEach(this::sortIn);
    }

    private void sortIn(StepTaken step) {
        stepsByReceivable
                .computeIfAbsent(step.receivable(), key -> new ArrayList<>())
                .add(step);
    }

    void take(StepTaken step) {
        steps.add(step);
        sortIn(step);
    }

    /** The steps taken for a debt, in the order in which they were. */
    List<StepTaken> stepsOf(Receivable debt) {
        return stepsByReceivable.getOrDefault(debt.key(), List.of());
    }

    /** Steps taken for a debt before it was their day count as never taken; nor do their notices cover the debt. */
    void forgetEarlySteps(Receivable debt) {
        List<StepTaken> early = stepsOf(debt).stream()
                .filter(step -> step.cameBeforeItsDay(debt.dueOn()))
                .toList();
        steps.removeAll(early);
        stepsByReceivable.getOrDefault(debt.key(), new ArrayList<>()).removeAll(early);
        for (StepTaken step : early) {
            notices.replaceAll(
                    notice -> notice.noticeId().equals(step.noticeId()) ? notice.without(step.receivable()) : notice);
        }
    }

    void write(List<Document> drawn) {
        documents.addAll(drawn);
    }

    void write(RefundDue refund) {
        refunds.put(refund.refundId(), refund);
        alerts.add(refund);
    }

    void write(ServiceHold.Hold hold, ServiceHold.State state, List<String> basis) {
        alerts.add(new ServiceHold(situation.today(), situation.orderId(), hold, state, basis));
    }

    void write(DunningAlert alert) {
        alerts.add(alert);
    }

    /** An alert with no more to it than its kind, payer and reason. */
    void alert(DunningAlert.Kind kind, String payer, @Nullable String reason, List<String> basis) {
        alerts.add(new DunningAlert(
                situation.today(),
                situation.orderId(),
                kind,
                payer,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                reason,
                basis));
    }

    /** An alert about some receivables. */
    void alert(
            DunningAlert.Kind kind,
            String payer,
            @Nullable String step,
            List<Claim> receivables,
            @Nullable String noticeId,
            @Nullable String reason,
            List<String> basis) {
        alerts.add(new DunningAlert(
                situation.today(),
                situation.orderId(),
                kind,
                payer,
                step,
                receivables,
                noticeId,
                null,
                null,
                null,
                null,
                null,
                reason,
                basis));
    }

    /** True the first time that {@code key} is told: what is said only once. */
    boolean tellsFirst(String key) {
        return told.add(key);
    }

    /** What was last told under a subject by {@link #tellsChange}; null: nothing that stands. */
    @Nullable
    String lastTold(String subject) {
        String before = subject + "/";
        return told.tailSet(before).stream()
                .takeWhile(key -> key.startsWith(before))
                .map(key -> key.substring(before.length()))
                .filter(value -> value.indexOf('/') < 0)
                .findFirst()
                .orElse(null);
    }

    /** True if {@code value} is told under a subject, and is not what was last told. Null: nothing stands any more. */
    boolean tellsChange(String subject, @Nullable String value) {
        String last = lastTold(subject);
        if (last != null && !last.equals(value)) {
            told.remove(subject + "/" + last);
        }
        return value != null && told.add(subject + "/" + value);
    }

    boolean hasTold(String key) {
        return told.contains(key);
    }

    /** A refund is overdue once by each last day: one that comes back has a new one. */
    static String overdue(RefundDue refund) {
        return "overdue/" + refund.refundId() + "/" + refund.dueBy();
    }

    boolean saysSomething() {
        return !documents.isEmpty() || !alerts.isEmpty();
    }

    /** What is newly said: documents in the order of their kinds, the customer's before the funders', then the rest. */
    List<Output> outputs() {
        documents.sort(Comparator.comparingInt((Document document) -> rank(document.kind()))
                .thenComparing(document -> !document.payer().equals(situation.customer())));
        List<Output> outputs = new ArrayList<>(documents);
        outputs.addAll(alerts);
        return outputs;
    }

    Issued issued() {
        outputs();
        List<Document> all = new ArrayList<>(documentsBefore);
        all.addAll(documents);
        return new Issued(
                all,
                steps,
                notices,
                accelerations,
                refunds,
                sharesTold,
                cleared,
                told,
                accessSuspended,
                documentsWithheld,
                givenUp,
                vatDue,
                vatGivenUp);
    }

    private static int rank(Kind kind) {
        return switch (kind) {
            case DEPOSIT -> 0;
            case INVOICE -> 1;
            case CANCELLATION_FEE -> 2;
            case CREDIT_NOTE -> 3;
            case RECOVERY_FEE -> 4;
            case CLOSING -> 5;
        };
    }
}
