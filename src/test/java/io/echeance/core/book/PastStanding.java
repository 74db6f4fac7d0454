package io.echeance.core.book;

import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Decision;
import io.echeance.core.order.Account;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.statement.Standings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an order stood at the close of a past day, as it was known then: its evidence is replayed, each fact on the day
 * on which it reached us, up to that day and no further.
 */
public final class PastStanding {

    private final Decider decider;
    private Account account;
    private @Nullable Decision drawn;

    private PastStanding(Decider decider, Account account) {
        this.decider = decider;
        this.account = account;
    }

    /**
     * @param decider with the terms that bind the order
     * @return null if the order was not placed by then
     */
    public static @Nullable OrderStanding atCloseOf(LocalDate day, Account account, Decider decider) {
        PastStanding past = new PastStanding(decider, Account.opened(account.orderId()));
        List<KnownFact> received = account.evidence().asKnownOn(day).facts().stream()
                .sorted(Comparator.comparing(KnownFact::knownOn))
                .toList();
        for (KnownFact known : received) {
            past.wakeUntil(known.knownOn());
            past.note(decider.take(past.account, known.fact(), known.knownOn()));
        }
        past.wakeUntil(day);
        Decision last = past.drawn;
        return last == null || last.statement() == null ? null : Standings.of(last.account(), last.statement());
    }

    /** Closes the account on each morning on which it was due, that of {@code day} included. */
    private void wakeUntil(LocalDate day) {
        LocalDate next = account.nextOn();
        while (next != null && !next.isAfter(day)) {
            note(decider.close(account, next));
            next = account.nextOn();
        }
    }

    private void note(Decision decision) {
        account = decision.account();
        if (decision.statement() != null) {
            drawn = decision;
        }
    }
}
