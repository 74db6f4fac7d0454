package io.echeance.query.http;

import io.echeance.core.book.Idle;
import io.echeance.core.order.Account;
import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.query.order.AccountView;
import java.time.LocalDate;

/** An order that is late, with a formal notice whose receipt nobody has noted. */
public record LateOrder(Account account) {

    public static LateOrder of(ServedBook book) {
        return new LateOrder(book.orders.values().stream()
                .filter(held -> !held.account().issued().notices().isEmpty() && !isServed(held) && isLate(held))
                .findFirst()
                .orElseThrow()
                .account());
    }

    private static boolean isServed(AccountView held) {
        return held.account().evidence().facts().stream().anyMatch(known -> known.fact() instanceof NoticeServed);
    }

    private static boolean isLate(AccountView held) {
        PenaltyWaived all =
                new PenaltyWaived("w", held.account().orderId(), held.today(), PenaltyWaived.ALL, null, null);
        return Idle.of(all, held.account(), ServedBook.DECIDER, held.today()) == null;
    }

    public String id() {
        return account.orderId();
    }

    public String notice() {
        return account.issued().notices().getFirst().noticeId();
    }

    public LocalDate noticeSentOn() {
        return account.issued().notices().getFirst().on();
    }
}
