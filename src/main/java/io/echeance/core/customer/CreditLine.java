package io.echeance.core.customer;

import io.echeance.core.customer.CustomerFact.CreditLimitSet;
import io.echeance.core.customer.CustomerStanding.CreditUse;
import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer may owe, and owes: the sum over its orders. Exactly the limit is not more than it. Reading taken: the
 * order that crossed it is the latest of those that add to it.
 *
 * @param latest null: no order adds anything
 */
record CreditLine(
        CreditLimitSet set, CreditUse use, @Nullable String latest) {

    /**
     * Null: there is no limit.
     *
     * @param orders in order of age
     */
    static @Nullable CreditLine of(List<CustomerOrder> orders, @Nullable CreditLimitSet set) {
        if (set == null || set.amount() == null) {
            return null;
        }
        Money exposure = Money.ZERO;
        Money atRisk = Money.ZERO;
        String latest = null;
        for (CustomerOrder order : orders) {
            exposure = exposure.plus(order.shown().exposure());
            atRisk = atRisk.plus(order.shown().atRisk());
            latest = order.shown().exposure().isPositive() ? order.orderId() : latest;
        }
        return new CreditLine(set, new CreditUse(set.amount(), exposure, atRisk), latest);
    }

    /** By whom and why, where that is not sealed. */
    private String quoted() {
        return set.isWordless() ? "" : " by " + set.by() + ": " + set.reason();
    }

    /** Null: it is kept. */
    @Nullable
    HeldStanding standing(StandingRules rules) {
        if (!use.exposure().exceeds(use.limit()) || latest == null) {
            return null;
        }
        String besides = use.atRisk().isPositive() ? "; " + use.atRisk() + " more may fall back from funders" : "";
        return new HeldStanding(
                StandingKind.OVER_LIMIT,
                StandingState.HOLDS,
                List.of("%s owed or to be invoiced, %s is the limit set on %s%s%s"
                        .formatted(use.exposure(), use.limit(), set.on(), quoted(), besides)),
                rules.basis(StandingKind.OVER_LIMIT),
                List.of(latest),
                LocalDate.MIN,
                set.until(),
                set.factId());
    }
}
