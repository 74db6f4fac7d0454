package io.echeance.core.order;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dunning step, or something that the collections team has to know or to judge. Each kind has just its own fields;
 * the topic carries them all in one record.
 */
public sealed interface Alert extends Output
        permits CollectionAlert, CustomerAlert, FundingAlert, OrderAlert, PaymentAlert {

    /** Whom it concerns; null where nobody is known, or nobody's debt is meant. */
    @Nullable
    String payer();

    /** What it is about, if it is about debts. */
    default List<NamedDebt> receivables() {
        return List.of();
    }

    /** Clauses and articles that it rests on. */
    default List<String> basis() {
        return List.of();
    }

    /** A receivable as the alert sees it. */
    record NamedDebt(ReceivableKey key, LocalDate dueOn, Money outstanding) {}
}
