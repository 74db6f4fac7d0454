package io.echeance.core.shares;

import io.echeance.core.money.Money;
import io.echeance.core.order.DocumentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What funding has to know of invoices and payments. */
public interface FunderPayments {

    /**
     * Of some invoices of a funder.
     *
     * @param asked net that they ask for after their credit notes
     * @param paid net of what was paid of them
     */
    record AskedAndPaid(Money asked, Money paid) {}

    /** The days on which the funder's invoices fell due, in order. */
    List<LocalDate> dueOn(String funder);

    /**
     * How the funder's invoices that were due by {@code dueBy} stood at the end of {@code day}: by the documents of
     * that day, and as we knew then of payments that came back.
     */
    AskedAndPaid position(String funder, LocalDate dueBy, LocalDate day);

    /** Net that is not paid of each of these invoices at the end of {@code day}, nor credited by today. */
    Map<DocumentId, Money> unpaid(String funder, LocalDate dueBy, LocalDate day);

    /** The days on which we learned that a payment of the funder had come back, in order. */
    List<LocalDate> returnsKnownOn(String funder);
}
