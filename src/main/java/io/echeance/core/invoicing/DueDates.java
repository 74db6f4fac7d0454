package io.echeance.core.invoicing;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.Document.Due.DueRule;
import io.echeance.core.order.Document.Due.MonthEnd;
import io.echeance.core.order.OrderFact.Plan;
import io.echeance.core.terms.PaymentTerms;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When what a document asks for falls due (<i>échéances</i>).
 *
 * <p>Nothing falls due before its document. A fixed date that has passed when the document is drawn gives 14 days from
 * the document's date. A plan's dates are {@code firstDue} plus whole months, the last day of the
 * month where the day does not exist; due dates do not roll on weekends. "45 jours fin de mois" has two readings
 * (Code de commerce, L441-10 I): the terms say which.
 *
 * @param plan the customer's instalments; null: none
 * @param fixedOn the customer's fixed date; null: none
 * @param accelerated the customer has lost the benefit of the term: what is still to be invoiced is due at once
 */
public record DueDates(
        PaymentTerms terms,
        String customer,
        @Nullable Plan plan,
        @Nullable LocalDate fixedOn,
        boolean accelerated) {

    public static DueDates of(
            PaymentTerms terms, String customer, @Nullable Plan plan, LocalDate serviceStart, boolean accelerated) {
        Month month = terms.dueOnLast();
        LocalDate fixedOn = month == null ? null : firstOfLast(month, serviceStart);
        return new DueDates(terms, customer, plan, fixedOn, accelerated);
    }

    /** The first day of the month of that name on or before {@code day}. */
    private static LocalDate firstOfLast(Month month, LocalDate day) {
        LocalDate first = LocalDate.of(day.getYear(), month, 1);
        return first.isAfter(day) ? first.minusYears(1) : first;
    }

    /** What falls due when, of {@code payable} asked for on {@code today}. */
    List<Due> of(Document.Kind kind, String payer, Money payable, LocalDate today) {
        if (!payable.isPositive()) {
            return List.of();
        }
        return switch (kind) {
            case INVOICE -> payer.equals(customer) ? customers(payable, today) : inDays(today, payable);
            case CANCELLATION_FEE -> inDays(today, payable);
            case DEPOSIT, RECOVERY_FEE, CLOSING -> single(today, payable);
            case CREDIT_NOTE -> List.of();
        };
    }

    private List<Due> customers(Money payable, LocalDate today) {
        if (accelerated) {
            return single(today, payable);
        }
        if (plan == null) {
            return fixedOn == null ? inDays(today, payable) : List.of(Due.onFixedDay(fixedOn, today, payable));
        }
        List<Due> dues = new ArrayList<>(plan.instalments());
        Money[] parts = payable.split(plan.instalments());
        for (int k = 0; k < parts.length; k++) {
            if (parts[k].isPositive()) {
                dues.add(new Due(later(plan.firstDue().plusMonths(k), today), parts[k], DueRule.INSTALMENT));
            }
        }
        return dues;
    }

    /** So many days after the document; where the terms count to the end of a month, in the way that they say. */
    private List<Due> inDays(LocalDate today, Money amount) {
        PaymentTerms.EndOfMonth endOfMonth = terms.dueEndOfMonth();
        return endOfMonth == null
                ? single(today.plusDays(terms.dueDays()), amount)
                : List.of(Due.atMonthEnd(new MonthEnd(endOfMonth, terms.dueDays()), today, amount));
    }

    private static List<Due> single(LocalDate on, Money amount) {
        return List.of(new Due(on, amount));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
