package io.echeance.core.shares;

import io.echeance.core.money.Money;
import io.echeance.core.order.Price;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who owes what of the net price: the funders, the customer, and, while the customer may still accept revised
 * conditions, nobody. The three always add up to the price.
 *
 * @param funders in the order's sequence
 * @param ofFunders what of the price each of them bears, by kind of line and rate
 * @param ofCustomer what is left of the price for the customer, by kind of line
 * @param lateDecisions ids of decisions that came after the deadline
 * @param overFunding ids of decisions that granted more than the price leaves
 * @param acceptanceMissing funders whose part the customer owes without having accepted, as the service has begun
 */
public record Shares(
        List<FunderShare> funders,
        List<Price> ofFunders,
        Price ofCustomer,
        Money awaitingAcceptance,
        Set<String> lateDecisions,
        Set<String> overFunding,
        Set<String> acceptanceMissing,
        @Nullable LocalDate nextOn) {}
