package io.echeance.query.worklist;

import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.Document;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.BrokenPromise;
import io.echeance.core.order.OrderStanding.Care;
import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.core.order.OrderStanding.Debt;
import io.echeance.core.order.OrderStanding.HoldOnOrder;
import io.echeance.core.order.OrderStanding.OrderDeadline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An order with something late or near, in what the worklist needs of it.
 *
 * @param deadlines those that are near, the earliest first
 * @param heldBack a document of it waits for its number
 * @param hold why dunning is held today; null: it is not
 * @param holdUntil last day of the hold; null: until it is released
 */
public record Candidate(
        String orderId,
        String seller,
        String customer,
        Money late,
        @Nullable LocalDate oldestDueOn,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        boolean heldBack,
        @Nullable HoldReason hold,
        @Nullable LocalDate holdUntil,
        @Nullable Money promised,
        @Nullable BrokenPromise broken,
        @Nullable LocalDate contactedOn,
        @Nullable LocalDate resubmitOn,
        @Nullable String assignedTo,
        List<OrderDeadline> deadlines) {

    private static final int NOTICE_DAYS = 4;
    private static final int FUNDER_DAYS = 5;
    private static final int LITIGATION_DAYS = 7;

    public Candidate {
        deadlines = List.copyOf(deadlines);
    }

    /** The last day on which a deadline of a kind is near. */
    public static LocalDate last(DeadlineKind kind, LocalDate today) {
        return today.plusDays(
                switch (kind) {
                    case NOTICE_ANSWER -> NOTICE_DAYS;
                    case FUNDER_DECISION -> FUNDER_DAYS;
                    case LITIGATION -> LITIGATION_DAYS;
                });
    }

    /**
     * Those of the customers with whom a reason may be found: of no other need a row be made. A promise breaks for one
     * order, but when anybody was called, all orders of a customer tell.
     */
    public static List<Candidate> whereMayBe(Reason reason, List<Candidate> all) {
        if (reason != Reason.BROKEN_PROMISE) {
            return all;
        }
        Set<Customer> broke = all.stream()
                .filter(one -> one.broken() != null)
                .map(Candidate::ofWhom)
                .collect(Collectors.toSet());
        return all.stream().filter(one -> broke.contains(one.ofWhom())).toList();
    }

    /** A customer of a seller. */
    record Customer(String seller, String customer) {}

    Customer ofWhom() {
        return new Customer(seller, customer);
    }

    /** Whether its next step comes before that of another. */
    boolean isNextBefore(Candidate other) {
        return nextStepOn != null && (other.nextStepOn == null || nextStepOn.isBefore(other.nextStepOn));
    }

    /** @param today of the partition */
    public static Candidate of(OrderStanding standing, LocalDate today) {
        Optional<Debt> next = standing.nextStep();
        HoldOnOrder hold = standing.holds().stream()
                .filter(one -> one.isInForce(today))
                .findFirst()
                .orElse(null);
        Care care = standing.care();
        return new Candidate(
                standing.orderId(),
                standing.seller(),
                standing.customer(),
                standing.late(today),
                standing.oldestDueOn().orElse(null),
                next.map(Debt::nextStep).orElse(null),
                next.map(Debt::nextStepOn).orElse(null),
                standing.debts().stream().anyMatch(debt -> debt.dueOn().equals(Document.Due.NEVER)),
                hold == null ? null : hold.reason(),
                hold == null ? null : hold.lastDay(),
                hold == null ? null : hold.promised(),
                care == null ? null : care.broken(),
                care == null ? null : care.contactedOn(),
                care == null ? null : care.resubmitOn(),
                care == null ? null : care.assignedTo(),
                standing.deadlines().stream()
                        .filter(one -> !one.on().isBefore(today) && !one.on().isAfter(last(one.kind(), today)))
                        .toList());
    }
}
