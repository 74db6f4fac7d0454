package io.echeance.core.lateness;

import io.echeance.core.invoicing.Requirement;
import io.echeance.core.invoicing.Standing;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.Basis;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.LateTerms.RecoveryFeeClause;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.TermsRule;
import io.echeance.core.vat.Taxation;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fixed sum for recovery costs that a late debt brings (<i>indemnité forfaitaire pour frais de recouvrement</i>,
 * Code de commerce, L441-10 II and D441-5), once an invoice, or once a receivable where the terms have it so. A step of
 * the ladder charges it; it is taken back when the debt turns out never to have been late, or was forgiven. Whatever
 * the terms say, a consumer owes none.
 */
public final class RecoveryFee {

    private final Situation situation;
    private final Settlement settlement;
    private final @Nullable RecoveryFeeClause clause;
    private final Waivers waivers;

    public RecoveryFee(Situation situation, Settlement settlement) {
        this.situation = situation;
        this.settlement = settlement;
        this.clause = situation.quality() == Quality.CONSUMER
                ? null
                : situation.terms().late().recoveryFee();
        this.waivers = new Waivers(situation, settlement);
    }

    /** The key of the fee that a debt brings; null: it brings none. */
    private @Nullable ItemKey key(Receivable debt) {
        return clause == null
                ? null
                : switch (clause.per()) {
                    case PER_INVOICE -> new ItemKey.RecoveryFeeOf(debt.key().document());
                    case PER_RECEIVABLE -> new ItemKey.RecoveryFeeOfEach(debt.key());
                };
    }

    /**
     * Whether a step may charge the fee of a late debt: it was never charged and is not forgiven.
     *
     * @param charged other debts whose fee is charged today
     */
    public boolean canBeCharged(Receivable debt, Collection<Receivable> charged, List<Document> documents) {
        ItemKey key = key(debt);
        return key != null
                && !isForgiven(key)
                && !wasCharged(key, documents)
                && charged.stream().noneMatch(other -> key.equals(key(other)));
    }

    /** Forgiven with the debt, or with another one of the same fee. */
    private boolean isForgiven(ItemKey key) {
        return settlement.receivables().stream().anyMatch(other -> key.equals(key(other)) && waivers.cover(other));
    }

    private static boolean wasCharged(ItemKey key, List<Document> documents) {
        return documents.stream()
                .anyMatch(document -> document.kind() == Kind.RECOVERY_FEE
                        && document.items().stream().anyMatch(item -> item.key().equals(key)));
    }

    /** What has to stand charged at a fact: of what does, all that is still owed. */
    public List<Requirement> requiredAtFact(List<Document> documents) {
        return required(List.of(), false, documents);
    }

    /**
     * What has to stand charged at the close of a day: what is newly charged too, and fees taken back that are owed
     * again, as a payment that showed it came back.
     */
    public List<Requirement> requiredAtClose(List<Receivable> newly, List<Document> documents) {
        return required(newly, true, documents);
    }

    private List<Requirement> required(List<Receivable> newly, boolean again, List<Document> documents) {
        Map<ItemKey, Requirement> required = new LinkedHashMap<>();
        for (Receivable debt : settlement.receivables()) {
            ItemKey key = key(debt);
            if (clause != null && key != null && !required.containsKey(key)) {
                boolean charged = newly.contains(debt)
                        || Standing.net(key, documents).isPositive()
                        || (again && wasCharged(key, documents));
                if (charged && isOwed(debt, key, situation.today())) {
                    required.put(
                            key,
                            Requirement.of(
                                    debt.payer(), Kind.RECOVERY_FEE, key, clause.amount(), Taxation.OUTSIDE, basis()));
                }
            }
        }
        return List.copyOf(required.values());
    }

    private boolean isOwed(Receivable debt, ItemKey key, LocalDate day) {
        return debt.isPrincipal() && settlement.becameLate(debt, day) && !isForgiven(key);
    }

    /** Tomorrow, if a fee that was taken back is owed again by then; null: none is. */
    public @Nullable LocalDate nextOn(List<Document> documents) {
        LocalDate tomorrow = situation.today().plusDays(1);
        for (Receivable debt : settlement.receivables()) {
            ItemKey key = key(debt);
            if (key != null
                    && wasCharged(key, documents)
                    && !Standing.net(key, documents).isPositive()
                    && isOwed(debt, key, tomorrow)) {
                return tomorrow;
            }
        }
        return null;
    }

    private List<String> basis() {
        return new Clauses(situation.terms()).of(TermsRule.RECOVERY_FEE, Basis.recoveryFee(situation.quality()));
    }
}
