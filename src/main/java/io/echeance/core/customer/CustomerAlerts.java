package io.echeance.core.customer;

import io.echeance.core.customer.CustomerFact.MailingFailed;
import io.echeance.core.customer.CustomerStanding.CreditUse;
import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.core.order.CustomerAlert;
import io.echeance.core.order.CustomerAlert.AddressUnusable;
import io.echeance.core.order.CustomerAlert.CreditLimitExceeded;
import io.echeance.core.order.CustomerAlert.OrderOfBlockedCustomer;
import io.echeance.core.order.CustomerAlert.PrepaymentDue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people are told of a customer on the morning after a closed day, besides how it stands. */
public final class CustomerAlerts {

    private CustomerAlerts() {}

    /** Once each time that a limit is crossed; null: it is not, or was before. */
    public static @Nullable CustomerAlert crossing(@Nullable CustomerStanding before, CustomerStanding after) {
        HeldStanding over = held(after, StandingKind.OVER_LIMIT, StandingState.HOLDS);
        boolean wasOver = before != null && held(before, StandingKind.OVER_LIMIT, StandingState.HOLDS) != null;
        if (over == null || wasOver) {
            return null;
        }
        CreditUse use = Objects.requireNonNull(after.creditUse(), "who is over a limit has one");
        return new CreditLimitExceeded(
                after.on(), over.grounds().getLast(), after.customer(), use.exposure(), use.limit(), over.basis());
    }

    /**
     * Of orders that were placed on the day that was closed.
     *
     * @param said how the customer stands now; null: nothing was said of it
     */
    public static List<CustomerAlert> ofOrders(
            @Nullable CustomerStanding said, List<String> orderIds, LocalDate today) {
        List<CustomerAlert> alerts = new ArrayList<>();
        HeldStanding block = said == null ? null : held(said, StandingKind.BLOCK_PROPOSED, StandingState.ACCEPTED);
        HeldStanding prepaid =
                said == null ? null : held(said, StandingKind.PREPAYMENT_PROPOSED, StandingState.ACCEPTED);
        for (String orderId : orderIds) {
            if (said != null && block != null) {
                alerts.add(new OrderOfBlockedCustomer(
                        today, orderId, said.customer(), String.valueOf(block.decision()), block.basis()));
            }
            if (said != null && prepaid != null) {
                alerts.add(new PrepaymentDue(
                        today, orderId, said.customer(), String.valueOf(prepaid.decision()), prepaid.basis()));
            }
        }
        return alerts;
    }

    public static CustomerAlert ofFailure(MailingFailed failed, LocalDate today) {
        return new AddressUnusable(today, failed.customer(), failed.mailingId(), failed.reason());
    }

    private static @Nullable HeldStanding held(CustomerStanding standing, StandingKind kind, StandingState state) {
        return standing.standings().stream()
                .filter(one -> one.kind() == kind && one.state() == state)
                .findFirst()
                .orElse(null);
    }
}
