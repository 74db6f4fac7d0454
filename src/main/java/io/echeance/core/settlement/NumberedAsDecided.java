package io.echeance.core.settlement;

import io.echeance.core.order.Account;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.NumberingFact.DocumentHeldBack;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import java.time.LocalDate;

/**
 * A document that got its number on the day on which it was decided, as nearly all do, stands as it was drawn: what is
 * computed and said names the document by its id. The number is noted, for payments that will name it.
 */
public final class NumberedAsDecided {

    private NumberedAsDecided() {}

    /** @param account before the number was known; on {@code today} nothing of it waits to be drawn */
    public static boolean saysNothingNew(DocumentNumbered numbered, Account account, LocalDate today) {
        LocalDate nextOn = account.nextOn();
        boolean due = nextOn != null && !nextOn.isAfter(today);
        return !due && !numbered.on().isAfter(today) && isAsDecided(numbered, account) && !isAwaited(numbered, account);
    }

    private static boolean isAsDecided(DocumentNumbered numbered, Account account) {
        for (Document document : account.issued().documents()) {
            if (document.id().equals(numbered.documentId())) {
                return !numbered.on().isAfter(document.on());
            }
        }
        return false;
    }

    /** Whether it was held back, so that nothing of it fell due, or a payment names its number already. */
    private static boolean isAwaited(DocumentNumbered numbered, Account account) {
        for (KnownFact known : account.evidence().facts()) {
            Fact fact = known.fact();
            if (fact instanceof DocumentHeldBack held && held.documentId().equals(numbered.documentId())
                    || fact instanceof PaymentReceived payment && NamedDocument.mayChange(payment, numbered.number())) {
                return true;
            }
        }
        return false;
    }
}
