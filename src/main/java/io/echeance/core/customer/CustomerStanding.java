package io.echeance.core.customer;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a customer of a seller stands on the morning of a day.
 *
 * @param naturalPerson some order of it was placed by a consumer: what is paid is held against nobody
 * @param standings in the order of {@link StandingKind}; never empty
 * @param incidents of the last 365 days, and unpaid ones, oldest first
 * @param paid net in the last 365 days; 0.00 where the terms have no loyalty price
 * @param late principal that is late, of the incidents
 * @param creditUse null: nobody has set a limit
 */
public record CustomerStanding(
        String seller,
        String customer,
        LocalDate on,
        boolean naturalPerson,
        List<HeldStanding> standings,
        List<CustomerIncident> incidents,
        Money paid,
        Money late,
        @Nullable CreditUse creditUse) {

    /**
     * What a customer owes, and may.
     *
     * @param exposure unpaid, due or not, and what is to be invoiced, with VAT, less its credit; of all orders
     * @param atRisk what may fall back on it besides: its funders were asked for it, or have granted it, and have not
     *     paid
     */
    public record CreditUse(Money limit, Money exposure, Money atRisk) {}

    /** Whether it harms anybody yet. */
    public enum StandingState {
        /** It is so; there is nothing to decide. */
        HOLDS,
        /** A person has to decide. Until then it has no effect. */
        PROPOSED,
        /** A person has decided so. */
        ACCEPTED
    }

    /**
     * One thing that holds of a customer, or is proposed.
     *
     * @param reasons sentences for a person
     * @param basis clauses of the terms
     * @param grounds keys of the debts, ids of the disputes that it rests on
     * @param since the first morning on which it held in this state
     * @param expiresOn the last day, if nothing new happens; null: when the dispute is over, or less is owed
     * @param decision the fact by which a person accepted it; null: none did
     */
    public record HeldStanding(
            StandingKind kind,
            StandingState state,
            List<String> reasons,
            List<String> basis,
            List<String> grounds,
            LocalDate since,
            @Nullable LocalDate expiresOn,
            @Nullable String decision) {

        public HeldStanding {
            reasons = List.copyOf(reasons);
            basis = List.copyOf(basis);
            grounds = List.copyOf(grounds);
        }
    }

    /**
     * A debt that became late.
     *
     * @param on first day late
     * @param settledOn null: it is unpaid
     */
    public record CustomerIncident(
            String orderId,
            String receivable,
            LocalDate on,
            @Nullable LocalDate settledOn,
            Money unpaid) {}

    public CustomerStanding {
        standings = List.copyOf(standings);
        incidents = List.copyOf(incidents);
    }

    /** Whether it says the same, be it on another day. */
    public boolean saysTheSameAs(CustomerStanding other) {
        return equals(new CustomerStanding(
                other.seller,
                other.customer,
                on,
                other.naturalPerson,
                other.standings,
                other.incidents,
                other.paid,
                other.late,
                other.creditUse));
    }

    public boolean isGood() {
        return standings.stream().allMatch(standing -> standing.kind() == StandingKind.GOOD);
    }
}
