package io.echeance.core.order;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is unpaid of each receivable on any day: all that is said about lateness and interest is read from it. */
public interface Outstanding {

    /** Unpaid at the end of {@code day}, as known today. */
    Money of(Receivable receivable, LocalDate day);

    /** Paid by the end of {@code day}, as known today. */
    Money paid(Receivable receivable, LocalDate day);

    /**
     * The first day after {@code day} at whose end something else is unpaid than at the end of {@code day}; null: none.
     */
    @Nullable
    LocalDate changesAfter(Receivable receivable, LocalDate day);

    /**
     * Whether it had been late by {@code day}: unpaid at the end of its due date, or of a later day before {@code day}
     * (a payment in time that was returned).
     */
    default boolean becameLate(Receivable receivable, LocalDate day) {
        LocalDate end = receivable.isPrincipal() ? receivable.dueOn() : null;
        while (end != null && end.isBefore(day)) {
            if (of(receivable, end).isPositive()) {
                return true;
            }
            end = changesAfter(receivable, end);
        }
        return false;
    }

    /** Whether it is principal, due before {@code day} and unpaid at the end of it. */
    default boolean isLate(Receivable receivable, LocalDate day) {
        return receivable.isPrincipal()
                && receivable.dueOn().isBefore(day)
                && of(receivable, day).isPositive();
    }
}
