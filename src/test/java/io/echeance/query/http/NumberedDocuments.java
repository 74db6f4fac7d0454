package io.echeance.query.http;

import io.echeance.core.order.Account;
import io.echeance.core.order.Document;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** An account of which all documents but the last have their numbers. */
public final class NumberedDocuments {

    private NumberedDocuments() {}

    public static List<Account> of(Collection<Account> accounts, LocalDate today) {
        return accounts.stream().map(account -> of(account, today)).toList();
    }

    static Account of(Account account, LocalDate today) {
        Account numbered = account;
        List<Document> documents = account.issued().documents();
        for (int n = 0; n < documents.size() - 1; n++) {
            Document document = documents.get(n);
            DocumentNumbered fact =
                    new DocumentNumbered(document.orderId(), document.on(), document.id(), document.seller() + "-" + n);
            numbered = ServedBook.DECIDER.take(numbered, fact, today).account();
        }
        return numbered;
    }
}
