package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.VatRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of the topic {@code orders}: what the customer and the seller agree on, and what becomes of it. */
public sealed interface OrderFact extends Fact {

    @Override
    String orderId();

    /**
     * The order (<i>bon de commande, inscription, convention</i>).
     *
     * @param termsId the terms that bind it, pinned ({@code technolowgic@2024-12-02}) or not
     * @param deposit gross; null: none
     * @param plan monthly instalments; null: none
     * @param beginBeforeWithdrawalEnds a consumer asked to begin before the right to withdraw ends
     */
    record OrderPlaced(
            String factId,
            String orderId,
            LocalDate on,
            String termsId,
            Customer customer,
            List<OrderLine> lines,
            Service service,
            @Nullable Money deposit,
            @Nullable Plan plan,
            List<FundingRequest> funding,
            boolean beginBeforeWithdrawalEnds)
            implements OrderFact {}

    /** @param contractStart of a {@code WORK_STUDY_SWITCH}: first day of the work-study contract */
    record OrderCancelled(
            String factId,
            String orderId,
            LocalDate on,
            ContractParty by,
            CancellationReason reason,
            @Nullable LocalDate contractStart)
            implements OrderFact {}

    record OrderRescheduled(
            String factId, String orderId, LocalDate on, ContractParty by, LocalDate start, LocalDate end)
            implements OrderFact {}

    /** A change of programme: {@code lines} replace the former ones. */
    record OrderAmended(String factId, String orderId, LocalDate on, List<OrderLine> lines) implements OrderFact {}

    /** @param share of the whole service, delivered up to {@code on}, from 0 to 1 */
    record ServiceDelivered(String factId, String orderId, LocalDate on, BigDecimal share) implements OrderFact {}

    /** The customer accepts to pay what the funder does not. */
    record RevisedConditionsAccepted(String factId, String orderId, LocalDate on) implements OrderFact {}

    record Customer(String id, Quality quality) {}

    /**
     * @param net below 0.00: a discount (<i>remise</i>)
     * @param vat the rate of it; null: that of the terms
     */
    record OrderLine(
            LineKind kind,
            String description,
            Money net,
            @Nullable VatRate vat) {

        public OrderLine(LineKind kind, String description, Money net) {
            this(kind, description, net, null);
        }

        public enum LineKind {
            TUITION,
            APPLICATION_FEE,
            TRAVEL
        }
    }

    /** @param periods semesters and the like, in order; may be empty */
    record Service(LocalDate start, LocalDate end, List<Period> periods) {}

    record Period(LocalDate start, LocalDate end, Money net) {}

    /** Monthly instalments (<i>échéancier</i>). */
    record Plan(int instalments, LocalDate firstDue) {}

    /** @param requested net */
    record FundingRequest(String funderId, Mode mode, Money requested) {
        public enum Mode {
            /** The funder pays the seller (<i>subrogation de paiement</i>). */
            SUBROGATION,
            /** The funder pays the customer back; the customer owes all. */
            REIMBURSEMENT
        }
    }

    enum ContractParty {
        CUSTOMER,
        SELLER
    }

    enum CancellationReason {
        CANCELLATION,
        WITHDRAWAL,
        MONEY_BACK,
        HEALTH,
        EXCLUSION,
        VISA_REFUSED,
        DIPLOMA_NOT_OBTAINED,
        WORK_STUDY_SWITCH,
        FORCE_MAJEURE,
        NOT_ENOUGH_PARTICIPANTS,
        FRAUD
    }
}
