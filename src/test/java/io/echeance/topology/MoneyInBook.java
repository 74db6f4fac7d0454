package io.echeance.topology;

import io.echeance.core.book.Book;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.Fact;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentWithdrawn;
import io.echeance.core.order.Suspended;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All money that is with an order, waits, or is set aside, or was until it came back. */
final class MoneyInBook {

    private MoneyInBook() {}

    static Money of(Book book) {
        Money sum = Money.ZERO;
        for (Account account : book.accounts().values()) {
            sum = sum.plus(of(account));
        }
        for (Suspended one : Stream.concat(book.suspense().stream(), book.cameBack().stream())
                .toList()) {
            if (one.setAside() != null) {
                sum = sum.plus(one.setAside().amount());
            } else if (one.fact() instanceof PaymentReceived payment) {
                sum = sum.plus(payment.amount());
            }
        }
        return sum;
    }

    private static Money of(Account account) {
        List<Fact> facts =
                account.evidence().facts().stream().map(KnownFact::fact).toList();
        Set<String> elsewhere = facts.stream()
                .flatMap(fact -> fact instanceof PaymentWithdrawn gone ? Stream.of(gone.received()) : Stream.of())
                .collect(Collectors.toSet());
        return facts.stream()
                .flatMap(fact -> fact instanceof PaymentReceived payment ? Stream.of(payment) : Stream.of())
                .filter(payment -> !elsewhere.contains(payment.factId()))
                .map(PaymentReceived::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
