package io.echeance.core.settlement;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Outstanding;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.receipts.Receipts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One payer's payments against its receivables (<i>imputation des paiements</i>).
 *
 * <p>Payments are taken in order of value date, then of id. Each goes first to the document that its reference names
 * (Code civil, 1342-10: the debtor's choice), then to principal due by its value date, oldest first; then to recovery
 * fees and then to interest due by then; last to what is not yet due, in order of due date, of one day principal before
 * fees before interest. What is left is the payer's credit. Principal before interest is a concession of all four
 * sellers against Code civil, 1343-1.
 *
 * <p>A payment counts from its value date and no longer from the day on which it was returned; a refund takes its money
 * out from the day on which it was paid. Between two such days the payments that count stay the same, so that the state
 * at the end of any day is that of the payments valued by then.
 *
 * <p>Reading taken: a fee or interest document younger than a payment counts as not yet due for it. Otherwise an old
 * payment would move from principal to a fee that it could not have paid, and breed new lateness.
 */
public final class Allocation implements Outstanding {

    /** Paid in total of one receivable, from the end of {@code on} until the next change. */
    private record PaidSince(LocalDate on, Money paid) {}

    private final List<Receivable> receivables;
    private final Money[] paid;
    /** By receivable, in their order; the same by their keys. */
    private final List<List<PaidSince>> steps = new ArrayList<>();

    private final Map<ReceivableKey, List<PaidSince>> stepsByKey = new HashMap<>();
    private Money credit = Money.ZERO;

    private Allocation(List<Receivable> receivables) {
        this.receivables = receivables;
        this.paid = new Money[receivables.size()];
        for (Receivable receivable : receivables) {
            List<PaidSince> none = new ArrayList<>();
            steps.add(none);
            stepsByKey.put(receivable.key(), none);
        }
    }

    /**
     * @param receivables of one payer, in order of due date, principal before fees before interest, then of key
     * @param receipts what the payer paid, returned or got back
     * @param documentOf the document that a payment names, or null
     */
    static Allocation of(List<Receivable> receivables, Receipts receipts, Map<String, DocumentId> documentOf) {
        Allocation allocation = new Allocation(receivables);
        List<LocalDate> breaks = receipts.breaks();
        for (int epoch = 0; epoch <= breaks.size(); epoch++) {
            LocalDate from = epoch == 0 ? LocalDate.MIN : breaks.get(epoch - 1);
            LocalDate until = epoch == breaks.size() ? LocalDate.MAX : breaks.get(epoch);
            allocation.run(receipts.countingIn(from, until), from, documentOf);
        }
        return allocation;
    }

    /** What has been received and nothing absorbs. */
    public Money credit() {
        return credit;
    }

    public List<Receivable> receivables() {
        return receivables;
    }

    @Override
    public Money paid(Receivable receivable, LocalDate day) {
        List<PaidSince> ofDebt = stepsByKey.getOrDefault(receivable.key(), List.of());
        for (int i = ofDebt.size() - 1; i >= 0; i--) { // mostly asked for today
            PaidSince step = ofDebt.get(i);
            if (!step.on().isAfter(day)) {
                return step.paid();
            }
        }
        return Money.ZERO;
    }

    @Override
    public Money of(Receivable receivable, LocalDate day) {
        return receivable.principal().minus(paid(receivable, day));
    }

    @Override
    public @Nullable LocalDate changesAfter(Receivable receivable, LocalDate day) {
        for (PaidSince step : stepsByKey.getOrDefault(receivable.key(), List.of())) {
            if (step.on().isAfter(day)) {
                return step.on();
            }
        }
        return null;
    }

    private void run(List<PaymentReceived> payments, LocalDate from, Map<String, DocumentId> documentOf) {
        java.util.Arrays.fill(paid, Money.ZERO);
        credit = Money.ZERO;
        int next = 0;
        while (next < payments.size() && payments.get(next).on().isBefore(from)) {
            credit = credit.plus(allocate(payments.get(next++), documentOf));
        }
        record(from);
        while (next < payments.size()) {
            LocalDate on = payments.get(next).on();
            while (next < payments.size() && payments.get(next).on().equals(on)) {
                credit = credit.plus(allocate(payments.get(next++), documentOf));
            }
            record(on);
        }
    }

    /** @return what is left of the payment */
    private Money allocate(PaymentReceived payment, Map<String, DocumentId> documentOf) {
        LocalDate on = payment.on();
        DocumentId document = NamedDocument.of(payment, documentOf);
        Money left = payment.amount();
        if (document != null) {
            left = pay(left, debt -> debt.key().document().equals(document));
        }
        left = pay(left, debt -> debt.isPrincipal() && !debt.dueOn().isAfter(on));
        left = pay(
                left, debt -> debt.kind() == Kind.RECOVERY_FEE && !debt.dueOn().isAfter(on));
        left = pay(left, debt -> debt.kind() == Kind.CLOSING && !debt.dueOn().isAfter(on));
        return pay(left, debt -> true);
    }

    private Money pay(Money amount, Predicate<Receivable> which) {
        Money left = amount;
        for (int i = 0; i < paid.length && left.isPositive(); i++) {
            Receivable debt = receivables.get(i);
            if (which.test(debt)) {
                Money part = left.min(debt.principal().minus(paid[i]));
                paid[i] = paid[i].plus(part);
                left = left.minus(part);
            }
        }
        return left;
    }

    private void record(LocalDate on) {
        for (int i = 0; i < paid.length; i++) {
            List<PaidSince> ofDebt = steps.get(i);
            Money before = ofDebt.isEmpty() ? Money.ZERO : ofDebt.getLast().paid();
            if (!paid[i].equals(before)) {
                ofDebt.add(new PaidSince(on, paid[i]));
            }
        }
    }
}
