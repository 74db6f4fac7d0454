package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.money.Money;
import io.echeance.core.order.InShadow;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A payment that waits, or what a person has set aside of one.
 *
 * @param cameBack what a bank took back; null: it is a payment
 * @param amount that came in; of a return that left, or below 0.00 came back to us; null: a return says none
 * @param proposals orders that it may go to: where a person had put it, then what its reference may name
 * @param reason why it is set aside; empty: it waits
 * @param standing the decision that stands, which the next one takes the place of; null: nobody has decided
 * @param shadow what a rule in shadow would have done with it; null: nothing
 */
public record SuspenseRow(
        String paymentId,
        @Nullable CameBack cameBack,
        LocalDate since,
        @Nullable Money amount,
        String reference,
        String payer,
        List<String> proposals,
        String reason,
        @Nullable Money aside,
        @Nullable PaymentApplied standing,
        @Nullable InShadow shadow) {

    /** Why a person may set it aside. */
    public static final List<String> REASONS =
            List.of("COUNTED_ELSEWHERE", "INTERNAL_TRANSFER", "SENT_BACK", "NOT_OF_A_CUSTOMER", "TO_CLARIFY");

    /**
     * Nobody decides about it: it takes effect where what it takes back has its order.
     *
     * @param code why, in the bank's words; empty: it does not say
     */
    public record CameBack(String id, String code) {}

    static List<SuspenseRow> all(JsonNode page) {
        List<SuspenseRow> rows = new ArrayList<>();
        page.path("rows").forEach(row -> rows.add(of(row)));
        return rows;
    }

    private static SuspenseRow of(JsonNode row) {
        JsonNode fact = row.path("fact");
        JsonNode aside = row.path("setAside");
        PaymentApplied standing =
                row.hasNonNull("standing") ? Desk.read(PaymentApplied.class, row.path("standing")) : null;
        Set<String> proposals = new LinkedHashSet<>();
        if (standing != null) {
            standing.parts().stream().map(PaymentPart::orderId).forEach(proposals::add);
        }
        row.path("proposals").forEach(one -> proposals.add(one.path("orderId").asText()));
        return new SuspenseRow(
                fact.path("paymentId").asText(),
                fact.path("type").asText().equals("PaymentReturned")
                        ? new CameBack(
                                fact.path("factId").asText(),
                                fact.path("reason").asText())
                        : null,
                LocalDate.parse(row.path("since").asText()),
                amount(fact),
                fact.path("reference").asText(),
                fact.path("payerId").asText(),
                List.copyOf(proposals),
                aside.path("reason").asText(),
                amount(aside),
                standing,
                row.hasNonNull("shadow") ? Desk.read(InShadow.class, row.path("shadow")) : null);
    }

    private static @Nullable Money amount(JsonNode of) {
        return of.hasNonNull("amount") ? Money.of(of.path("amount").asText()) : null;
    }
}
