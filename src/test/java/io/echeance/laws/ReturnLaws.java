package io.echeance.laws;

import io.echeance.core.book.Book;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Issued.Accelerated;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.RefundDue;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.serde.record.AlertKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What must never follow from money that is gone. Each law: null where a history keeps it, else what breaks it. */
final class ReturnLaws {

    private ReturnLaws() {}

    /** To each history, on some day, comes a payment of which we know already that it came back. */
    static @Nullable String settlesNothing(History history) {
        Random random = new Random(history.seed());
        long days = history.until().toEpochDay() - history.start().toEpochDay();
        LocalDate known = history.start().plusDays(random.nextLong(2, days));
        LocalDate returned = known.minusDays(random.nextInt(2));
        Book book = new Book(History.DECIDER);
        for (LocalDate day = history.start(); day.isBefore(known); day = day.plusDays(1)) {
            history.tell(book, day);
            book.close(day);
        }
        history.tell(book, known);
        book.take(new PaymentReturned("late-r", null, returned, "late", "NO_FUNDS"), known);
        Account before = book.account(History.ORDER);
        if (before == null) {
            return null;
        }
        Money amount = Money.ofCents(random.nextLong(1, 500_000));
        LocalDate on = returned.minusDays(random.nextInt(20));
        List<Output> said = book.take(
                new PaymentReceived("late-p", null, on, "late", "C", amount, Method.TRANSFER, History.ORDER), known);
        long undone = undone(before);
        Account after = book.account(History.ORDER);
        if (after == null || undone(after) != undone) {
            return null; // an acceleration may turn out to have been unfounded, and with it what was late
        }
        Money credited = said.stream()
                .filter(output -> output instanceof Document document && document.kind() == Kind.CREDIT_NOTE)
                .map(output -> ((Document) output).gross())
                .reduce(Money.ZERO, Money::plus); // while it was there it bore no interest
        return said.stream()
                .filter(output -> celebrates(output, before, credited))
                .findFirst()
                .map(output -> amount + " of " + on + ", returned on " + returned + ", led to " + output)
                .orElse(null);
    }

    private static long undone(Account account) {
        return account.issued().accelerations().stream()
                .filter(Accelerated::undone)
                .count();
    }

    private static boolean celebrates(Output output, Account before, Money credited) {
        if (output instanceof RefundDue refund) {
            RefundDue earlier = before.issued().refunds().get(refund.refundId());
            return refund.amount()
                    .minus(earlier == null ? Money.ZERO : earlier.amount())
                    .exceeds(credited);
        }
        return (output instanceof Document document && document.kind() == Kind.CLOSING)
                || (output instanceof Alert alert && AlertKind.of(alert) == AlertKind.CLEARED);
    }
}
