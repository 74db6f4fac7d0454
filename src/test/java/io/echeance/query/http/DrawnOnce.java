package io.echeance.query.http;

import io.echeance.core.order.Account;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.Statement;
import io.echeance.core.statement.Standings;
import io.echeance.query.order.AccountView;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How orders stand. Accounts that many tests begin with are drawn once for all of them, each on its one morning; what
 * becomes of one that is told something is drawn as often as it is asked for.
 */
public final class DrawnOnce {

    private final Set<Account> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Account, Optional<OrderStanding>> drawn = Collections.synchronizedMap(new IdentityHashMap<>());

    public DrawnOnce(Collection<Account> accounts) {
        kept.addAll(accounts);
    }

    /** Empty: it is not placed. */
    public Optional<OrderStanding> standing(AccountView held) {
        Account account = held.account();
        return kept.contains(account) ? drawn.computeIfAbsent(account, one -> draw(held)) : draw(held);
    }

    private static Optional<OrderStanding> draw(AccountView held) {
        Statement statement = held.decider().statement(held.account(), held.today());
        return Optional.ofNullable(statement).map(one -> Standings.of(held.account(), one));
    }
}
