package io.echeance.core.customer;

import io.echeance.core.customer.CustomerStanding.CustomerIncident;
import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.core.money.Money;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.StandingTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a customer stands on the morning of a day: a function of what its orders show, of what people have decided, and
 * of the day. No number is kept that counts up: an incident leaves by itself, after 365 days or when it turns out to
 * have been none.
 *
 * <p>Readings taken: the rules are those of the terms that bind the latest order of the customer that shows anything of
 * it. An incident or a payment of a day counts on that day and the 364 after it. Of a natural person (whoever has
 * placed such an order as a consumer) only debts that are unpaid, or were paid less than two days ago, are held against
 * it; those that are paid are a mark, {@code WATCH}, and no more (CNIL, on lists of unpaid debts: an entry goes within
 * 48 hours of the payment). While the use of a person's data is restricted, or the person objects to it, nothing is
 * held against it and no mark is shown: standing rests on the seller's own interest ({@link Rights}). What favours the
 * person stays.
 *
 * @param nextOn first morning on which it may be another without anything new; null: none
 */
public record Judgement(CustomerStanding standing, @Nullable LocalDate nextOn) {

    static final int WINDOW_DAYS = 365;

    private static final Comparator<CustomerOrder> BY_AGE =
            Comparator.comparing(CustomerOrder::orderedOn).thenComparing(CustomerOrder::orderId);

    /**
     * @param orders those that show nothing any more count as if they had never shown anything: whether they did may
     *     depend on what was drawn in between
     * @param before as it was said last: since when something holds; null: nothing was said
     */
    public static Judgement of(
            String seller,
            String customer,
            List<CustomerOrder> orders,
            List<CustomerFact> facts,
            @Nullable CustomerStanding before,
            LocalDate today) {
        List<CustomerOrder> sorted = orders.stream()
                .filter(order -> !order.shown().isNothing())
                .sorted(BY_AGE)
                .toList();
        Tomorrow tomorrow = new Tomorrow(today);
        Rights rights = Rights.of(facts, today);
        boolean marks = !rights.isRestricted() && !rights.isObjected();
        boolean natural = sorted.stream().anyMatch(order -> order.quality() == Quality.CONSUMER)
                || sorted.isEmpty() && before != null && before.naturalPerson();
        List<CustomerIncident> incidents = marks ? incidents(sorted, today) : List.of();
        incidents.forEach(incident -> tomorrow.wakeOn(incident.on().plusDays(WINDOW_DAYS)));
        Money late = incidents.stream().map(CustomerIncident::unpaid).reduce(Money.ZERO, Money::plus);
        Loyalty loyalty = Loyalty.of(sorted, today, tomorrow);
        Decisions decisions = Decisions.of(facts, today, tomorrow);
        CreditLine line = marks ? CreditLine.of(sorted, decisions.limit()) : null;
        List<HeldStanding> standings = new ArrayList<>();
        if (!sorted.isEmpty()) {
            Proposals proposals = new Proposals(sorted, incidents, natural, decisions, today, tomorrow);
            for (StandingKind kind : StandingKind.values()) {
                HeldStanding found = !marks && kind != StandingKind.LOYALTY_PRICE
                        ? null
                        : switch (kind) {
                            case LOYALTY_PRICE -> loyalty.standing(sorted.getLast());
                            case OVER_LIMIT -> line == null ? null : line.standing(rules(sorted));
                            case GOOD, WATCH, PREPAYMENT_PROPOSED, SURCHARGE_PROPOSED, BLOCK_PROPOSED ->
                                proposals.of(kind);
                        };
                if (found != null) {
                    standings.add(since(found, before, today));
                }
            }
        }
        if (standings.isEmpty()) {
            standings.add(since(good(today), before, today));
        }
        return new Judgement(
                new CustomerStanding(
                        seller,
                        customer,
                        today,
                        natural,
                        standings,
                        incidents,
                        loyalty.paid(),
                        late,
                        line == null ? null : line.use()),
                tomorrow.nextOn());
    }

    /** Whether it is to be said; good standing is, once, where something else was said before. */
    public boolean isNews(@Nullable CustomerStanding said) {
        return said == null || said.isGood() ? !standing.isGood() : !standing.saysTheSameAs(said);
    }

    private static HeldStanding good(LocalDate today) {
        return new HeldStanding(
                StandingKind.GOOD, StandingState.HOLDS, List.of(), List.of(), List.of(), today, null, null);
    }

    /** Of the window, and unpaid ones, oldest first. */
    private static List<CustomerIncident> incidents(List<CustomerOrder> orders, LocalDate today) {
        List<CustomerIncident> incidents = new ArrayList<>();
        for (CustomerOrder order : orders) {
            order.shown().incidents().stream()
                    .filter(one -> isInWindow(one.on(), today) || one.unpaid().isPositive())
                    .map(one -> new CustomerIncident(
                            order.orderId(), one.receivable().toString(), one.on(), one.settledOn(), one.unpaid()))
                    .forEach(incidents::add);
        }
        incidents.sort(Comparator.comparing(CustomerIncident::on).thenComparing(CustomerIncident::receivable));
        return incidents;
    }

    static boolean isInWindow(LocalDate on, LocalDate today) {
        return on.plusDays(WINDOW_DAYS).isAfter(today);
    }

    private static HeldStanding since(HeldStanding now, @Nullable CustomerStanding before, LocalDate today) {
        LocalDate since = before == null
                ? today
                : before.standings().stream()
                        .filter(one -> one.kind() == now.kind() && one.state() == now.state())
                        .map(HeldStanding::since)
                        .findFirst()
                        .orElse(today);
        return new HeldStanding(
                now.kind(),
                now.state(),
                now.reasons(),
                now.basis(),
                now.grounds(),
                since,
                now.expiresOn(),
                now.decision());
    }

    /** The rules that count for a customer: those of its latest order. */
    static StandingRules rules(List<CustomerOrder> orders) {
        return orders.getLast().rules();
    }

    /** From how many incidents on something holds; null: it never does. */
    static @Nullable Integer threshold(StandingKind kind, StandingTerms terms) {
        return switch (kind) {
            case WATCH -> terms.watchFromIncidents();
            case PREPAYMENT_PROPOSED -> terms.prepaymentFromIncidents();
            case SURCHARGE_PROPOSED -> terms.surchargeFromIncidents();
            case BLOCK_PROPOSED -> terms.blockFromIncidents();
            case GOOD, LOYALTY_PRICE, OVER_LIMIT -> null;
        };
    }

    /** Gathers the mornings on which something may change by itself. */
    static final class Tomorrow {

        private final LocalDate today;
        private @Nullable LocalDate nextOn;

        Tomorrow(LocalDate today) {
            this.today = today;
        }

        void wakeOn(@Nullable LocalDate day) {
            if (day != null && day.isAfter(today)) {
                nextOn = nextOn == null || day.isBefore(nextOn) ? day : nextOn;
            }
        }

        @Nullable
        LocalDate nextOn() {
            return nextOn;
        }
    }
}
