package io.echeance.console;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment that waits, or what a person has set aside of one.
 *
 * @param type of the fact: a payment, or the return of one
 * @param amount null: a return says none
 * @param proposals orders that its reference may name
 * @param reason why it is set aside; empty: it waits
 */
public record SuspenseRow(
        String paymentId,
        String type,
        LocalDate since,
        @Nullable Money amount,
        String reference,
        String payer,
        List<String> proposals,
        String reason,
        @Nullable Money aside) {

    /** Why a person may set it aside. */
    public static final List<String> REASONS =
            List.of("COUNTED_ELSEWHERE", "INTERNAL_TRANSFER", "SENT_BACK", "NOT_OF_A_CUSTOMER", "TO_CLARIFY");
}
