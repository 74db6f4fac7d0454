package io.echeance.core.reporting;

import io.echeance.core.book.Retelling;
import io.echeance.core.decision.Decider;
import io.echeance.core.ledger.Base;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.settlement.Collected;
import io.echeance.core.settlement.Settlement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that was collected of an order up to a day, as it was known then; or the difference between two such days.
 *
 * @param parts by document and by day of collection
 * @param unassigned received, and on no document yet
 */
public record Cashed(SortedMap<DocumentDay, Base> parts, Money unassigned) {

    /** @param on the day of collection */
    public record DocumentDay(DocumentId documentId, LocalDate on) implements Comparable<DocumentDay> {
        private static final Comparator<DocumentDay> ORDER =
                Comparator.comparing(DocumentDay::on).thenComparing(DocumentDay::documentId);

        @Override
        public int compareTo(DocumentDay other) {
            return ORDER.compare(this, other);
        }
    }

    public static final Cashed NOTHING = new Cashed(new TreeMap<>(), Money.ZERO);

    /**
     * @param documents that were issued by then, in the order of issue
     * @param settlement of that day; null: the order was not placed
     */
    public static Cashed of(List<Document> documents, @Nullable Settlement settlement) {
        if (settlement == null) {
            return NOTHING;
        }
        Map<DocumentId, Base> bases = Base.of(documents);
        SortedMap<DocumentDay, Money> amounts = new TreeMap<>();
        for (Collected collected : settlement.collected()) {
            amounts.merge(new DocumentDay(collected.documentId(), collected.on()), collected.amount(), Money::plus);
        }
        SortedMap<DocumentDay, Base> parts = new TreeMap<>();
        Map<DocumentId, Money> paid = new HashMap<>();
        amounts.forEach((place, amount) -> {
            Base base = bases.getOrDefault(place.documentId(), Base.NOTHING);
            Money before = paid.getOrDefault(place.documentId(), Money.ZERO);
            Money after = before.plus(amount);
            paid.put(place.documentId(), after);
            parts.put(place, base.first(after).minus(base.first(before)));
        });
        Money unassigned =
                settlement.payers().stream().map(settlement::creditOf).reduce(Money.ZERO, Money::plus);
        return new Cashed(parts, unassigned);
    }

    /**
     * What is new of an order in a period.
     *
     * @param decider with the terms that bind the order
     * @param to last day, included; it must be over
     */
    public static Cashed between(Account account, Decider decider, LocalDate from, LocalDate to) {
        if (account.evidence().facts().stream().noneMatch(known -> known.fact() instanceof PaymentReceived)) {
            return NOTHING;
        }
        Retelling retelling = new Retelling(account, decider, to.plusDays(1));
        Account after = retelling.asOf(to.plusDays(1)).account();
        boolean isNews = account.evidence().facts().stream()
                        .anyMatch(known -> isWithin(known.knownOn(), from, to)
                                || isWithin(known.fact().on(), from, to))
                || after.issued().documents().stream()
                        .anyMatch(document -> isWithin(document.on(), from, to.plusDays(1)));
        return isNews
                ? at(after, decider, to).since(at(retelling.asOf(from).account(), decider, from.minusDays(1)))
                : NOTHING;
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static Cashed at(Account account, Decider decider, LocalDate day) {
        return of(account.issued().documents(), decider.settlement(account, day));
    }

    /** What is new against what was known before: payments since, and earlier ones that are seen otherwise now. */
    public Cashed since(Cashed before) {
        SortedMap<DocumentDay, Base> news = new TreeMap<>(parts);
        before.parts.forEach((place, part) -> news.merge(place, part.negated(), Base::plus));
        news.values().removeIf(Base::isZero);
        return new Cashed(news, unassigned.minus(before.unassigned));
    }
}
