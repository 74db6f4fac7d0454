package io.echeance.core.funding;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What funding has to know of invoices and payments. */
public interface FunderPayments {

    /** When the funder's first invoice fell due; null if it has none. */
    @Nullable
    LocalDate firstDueOn(String funder);

    /** Net of what the funder had paid at the end of a day, returned payments deducted. */
    Money netPaidBy(String funder, LocalDate day);
}
