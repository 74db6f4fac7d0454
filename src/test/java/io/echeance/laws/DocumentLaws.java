package io.echeance.laws;

import io.echeance.core.book.Book;
import io.echeance.core.invoice.Invoice;
import io.echeance.document.Conformity;
import io.echeance.document.PlayedInvoices;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every issued document must be. Each law: null where a history keeps it, else what breaks it. */
final class DocumentLaws {

    private DocumentLaws() {}

    /** Whatever happens to an order, its documents can be made complete, and nothing is wrong with them. */
    static @Nullable String canGoOut(History history) {
        Book book = history.played();
        List<Invoice> invoices = PlayedInvoices.of(book);
        for (Invoice invoice : invoices) {
            var flaws = Conformity.flaws(invoice);
            if (!flaws.isEmpty()) {
                return flaws + " in " + invoice;
            }
        }
        long drawn = book.accounts().values().stream()
                .mapToLong(account -> account.issued().documents().size())
                .sum();
        return drawn == invoices.size() ? null : drawn + " documents drawn, " + invoices.size() + " made complete";
    }
}
