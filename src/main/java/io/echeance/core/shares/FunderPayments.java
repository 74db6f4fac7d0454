package io.echeance.core.shares;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What funding has to know of invoices and payments. */
public interface FunderPayments {

    /** When the funder's invoice fell due; null if it has none. */
    @Nullable
    LocalDate firstDueOn(String funder);

    /** Net of what we had of the funder at the end of a day, as we knew then of payments that came back. */
    Money netPaidBy(String funder, LocalDate day);

    /** The days on which we learned that a payment of the funder had come back, in order. */
    List<LocalDate> returnsKnownOn(String funder);
}
