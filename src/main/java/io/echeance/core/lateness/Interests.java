package io.echeance.core.lateness;

import io.echeance.core.invoicing.Standing;
import io.echeance.core.money.Money;
import io.echeance.core.notice.FormalNotice;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.Document;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.Basis;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.InterestTerms;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.TermsRule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The interest on each debt of an order, up to and including today, by what is paid and by the notices given. Only the
 * customer owes any, never a funder. Whatever the terms say, a consumer owes none before a formal notice (Code de
 * commerce, L441-10, binds professionals; Code civil, 1231-6 and 1344-1).
 */
public final class Interests {

    private final Map<ReceivableKey, Interest> byDebt = new HashMap<>();

    private Interests() {}

    /** @param notices given so far, those of today included */
    public static Interests of(
            Situation situation, Holds holds, List<Notice> notices, Settlement settlement, StatutoryRates rates) {
        Interests interests = new Interests();
        InterestTerms terms = situation.terms().late().interest().get(situation.quality());
        Waivers waivers = new Waivers(situation, settlement);
        for (Receivable debt : settlement.receivablesOf(situation.customer())) {
            LocalDate from = terms != null && debt.isPrincipal() && !waivers.cover(debt)
                    ? firstDay(debt, terms, notices, situation)
                    : null;
            if (terms != null && from != null) {
                List<Delay.Stop> stops = holds.insolvencies(debt.payer()).stream()
                        .map(hold -> new Delay.Stop(hold.from(), hold.lastDay()))
                        .toList();
                Delay delay = new Delay(debt, terms.rate(), from, stops, settlement);
                interests.byDebt.put(debt.key(), Interest.of(delay, situation.today(), rates));
            }
        }
        return interests;
    }

    /** The day after the due date; or, after a notice, the day after the grace that the terms give. */
    private static @Nullable LocalDate firstDay(
            Receivable debt, InterestTerms terms, List<Notice> notices, Situation situation) {
        LocalDate late = debt.dueOn().plusDays(1);
        Integer grace = terms.afterNoticeDays();
        if (grace == null && situation.quality() != Quality.CONSUMER) {
            return late;
        }
        LocalDate clock = FormalNotice.covering(debt.key(), notices, situation);
        if (clock == null) {
            return null;
        }
        LocalDate afterNotice = clock.plusDays(grace == null ? 0 : grace).plusDays(1);
        return afterNotice.isAfter(late) ? afterNotice : late;
    }

    /** Of one debt; nothing where none runs. */
    public Interest of(Receivable debt) {
        return byDebt.getOrDefault(debt.key(), Interest.NONE);
    }

    /** Whether a rate that some of it takes is not known yet. */
    public boolean waitForRate() {
        return byDebt.values().stream().anyMatch(interest -> interest.missing() != null);
    }

    /** What of it no closing invoice asks for. */
    public Money notInvoiced(List<Document> documents) {
        Money sum = Money.ZERO;
        for (Map.Entry<ReceivableKey, Interest> interest : byDebt.entrySet()) {
            Money standing = Standing.net(new ItemKey.InterestOn(interest.getKey()), documents);
            sum = sum.plus(interest.getValue().total().minus(standing).orZero());
        }
        return sum;
    }

    /** Where it stands that interest is owed. */
    public static List<String> basis(Situation situation) {
        Clauses clauses = new Clauses(situation.terms());
        return switch (situation.quality()) {
            case PROFESSIONAL -> clauses.of(TermsRule.INTEREST_OF_PROFESSIONALS, Basis.INTEREST_OF_PROFESSIONALS);
            case PUBLIC_BUYER -> clauses.of(TermsRule.INTEREST_OF_PUBLIC_BUYERS, Basis.INTEREST_OF_PUBLIC_BUYERS);
            case CONSUMER -> clauses.of(TermsRule.INTEREST_OF_CONSUMERS, Basis.INTEREST_OF_CONSUMERS);
        };
    }
}
