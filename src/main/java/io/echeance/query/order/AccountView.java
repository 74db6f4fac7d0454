package io.echeance.query.order;

import io.echeance.core.book.Retelling;
import io.echeance.core.decision.Decider;
import io.echeance.core.order.Account;
import io.echeance.core.order.Fact;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.TermsCatalogue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An account as an instance holds it.
 *
 * @param today of its partition: the morning after the last closed day
 * @param mornings that have begun and are still being worked off
 * @param unsealed a fact by its id with its words, if it came with any and they can be opened
 * @param lag null: this instance decides about the account; else it holds a copy, so many records behind
 */
public record AccountView(
        Account account,
        LocalDate today,
        List<LocalDate> mornings,
        StatutoryRates rates,
        @Nullable Long lag,
        Function<String, Optional<Fact>> unsealed) {

    /** Its facts have their words. */
    public AccountView(
            Account account, LocalDate today, List<LocalDate> mornings, StatutoryRates rates, @Nullable Long lag) {
        this(account, today, mornings, rates, lag, factId -> Optional.empty());
    }

    /** It binds the order by the terms that were frozen into the account, whatever is in force elsewhere. */
    public Decider decider() {
        return new Decider(new TermsCatalogue(account.terms() == null ? List.of() : List.of(account.terms())), rates);
    }

    public Retelling retelling() {
        return new Retelling(account, decider(), today);
    }
}
