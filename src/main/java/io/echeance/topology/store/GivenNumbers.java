package io.echeance.topology.store;

import io.echeance.core.order.Account;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Evidence;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.serde.record.NumberGiven;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that accounts have learned and that changed nothing else, as nearly all do. They lie beside the account,
 * a record a transaction for all of them, until something is decided on it: then they are in it. Whoever reads an
 * account reads them with it.
 */
public record GivenNumbers(KeyValueStore<String, NumberGiven> store) {

    /** Whether it is all that became of a fact, and can be told again from what is kept of it. */
    public static boolean isAll(DocumentNumbered numbered, Account before, Account after) {
        KnownFact last = after.evidence().facts().isEmpty()
                ? null
                : after.evidence().facts().getLast();
        if (last == null
                || before.terms() == null
                || !numbered.orderId().equals(before.orderId())
                || before.issued().documents().stream()
                        .noneMatch(document -> document.id().equals(numbered.documentId()))) {
            return false;
        }
        Evidence evidence = before.evidence().with(new KnownFact(last.knownOn(), numbered));
        return after.equals(new Account(before.orderId(), evidence, before.issued(), before.terms(), before.nextOn()));
    }

    /** @param after the account, the last fact in which is the number */
    public void keep(DocumentNumbered numbered, Account after) {
        store.put(
                numbered.documentId().text(),
                NumberGiven.of(numbered, after.evidence().facts().getLast().knownOn()));
    }

    /** The account with the numbers that lie beside it. */
    public Account with(Account account) {
        return with(account, store::get);
    }

    /** @param numbers what is kept, by document; null: nothing */
    public static Account with(Account account, Function<String, @Nullable NumberGiven> numbers) {
        Evidence evidence = account.evidence();
        for (DocumentId document : unknown(account)) {
            NumberGiven given = numbers.apply(document.text());
            if (given != null) {
                evidence = evidence.with(given.fact(document, account.orderId()));
            }
        }
        return evidence.equals(account.evidence())
                ? account
                : new Account(account.orderId(), evidence, account.issued(), account.terms(), account.nextOn());
    }

    /** Its documents of which it does not know the number itself, in order. */
    public static Set<DocumentId> unknown(Account account) {
        Set<DocumentId> unknown = new LinkedHashSet<>();
        account.issued().documents().forEach(document -> unknown.add(document.id()));
        for (KnownFact fact : account.evidence().facts()) {
            if (fact.fact() instanceof DocumentNumbered numbered) {
                unknown.remove(numbered.documentId());
            }
        }
        return unknown;
    }
}
