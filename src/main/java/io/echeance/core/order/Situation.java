package io.echeance.core.order;

import io.echeance.core.order.CollectionFact.Assigned;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.CollectionFact.DebtWrittenOff;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.CollectionFact.Resubmitted;
import io.echeance.core.order.FundingFact.FundingDecided;
import io.echeance.core.order.FundingFact.FundingEvidenceReceived;
import io.echeance.core.order.NumberingFact.DocumentHeldBack;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.OrderRescheduled;
import io.echeance.core.order.OrderFact.RevisedConditionsAccepted;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts about an order that count on one day, by kind and in an order that the facts themselves give: by effective
 * date, then by the day on which they reached us, then by id. In which order those of one day reached us does not show.
 */
public final class Situation {

    /**
     * A fact with the first day on which it counted and we knew of it: no deadline of it is judged before the day
     * after.
     */
    public record Known<F extends Fact>(F fact, LocalDate countsOn) {}

    private static final Comparator<KnownFact> BY_CONTENT = Comparator.comparing(
                    (KnownFact known) -> known.fact().on())
            .thenComparing(KnownFact::knownOn)
            .thenComparing(known -> known.fact().factId().length()) // f2 comes before f10
            .thenComparing(known -> known.fact().factId());

    private final LocalDate today;
    private final Terms terms;
    private final Known<OrderPlaced> placed;
    private final List<KnownFact> facts;
    private final List<PaymentReceived> withdrawn;
    private final Map<Class<? extends Fact>, List<Fact>> byKind = new HashMap<>();
    private final Map<String, Known<PaymentReturned>> returnsByMovement = new HashMap<>();

    private Situation(
            LocalDate today,
            Terms terms,
            Known<OrderPlaced> placed,
            List<KnownFact> facts,
            List<PaymentReceived> withdrawn) {
        this.today = today;
        this.terms = terms;
        this.placed = placed;
        this.facts = facts;
        this.withdrawn = withdrawn;
        for (KnownFact known : facts) {
            Fact fact = known.fact();
            byKind.computeIfAbsent(fact.getClass(), kind -> new ArrayList<>()).add(fact);
        }
        Returns.byMovement(facts)
                .forEach((movement, returned) -> returnsByMovement.put(
                        movement, new Known<>((PaymentReturned) returned.fact(), returned.countsOn())));
    }

    /** @return null if no order counts yet on {@code today} */
    public static @Nullable Situation of(Evidence evidence, Terms terms, LocalDate today) {
        List<KnownFact> effective = new ArrayList<>(evidence.facts().size());
        Known<OrderPlaced> placed = null;
        Set<String> elsewhere = elsewhere(evidence);
        List<PaymentReceived> withdrawn = new ArrayList<>();
        for (KnownFact known : evidence.facts()) {
            if (known.fact() instanceof PaymentFact fact && elsewhere.contains(fact.factId())) {
                if (fact instanceof PaymentReceived payment) {
                    withdrawn.add(payment);
                }
            } else if (!known.fact().on().isAfter(today)) {
                effective.add(known);
                if (known.fact() instanceof OrderPlaced order) {
                    placed = new Known<>(order, known.countsOn());
                }
            }
        }
        if (placed == null) {
            return null;
        }
        effective.sort(BY_CONTENT);
        return new Situation(today, terms, placed, effective, withdrawn);
    }

    /** The facts of payments that never were for this order, and of their returns. */
    private static Set<String> elsewhere(Evidence evidence) {
        Set<String> elsewhere = Set.of();
        for (KnownFact known : evidence.facts()) {
            if (known.fact() instanceof PaymentWithdrawn fact) {
                elsewhere = elsewhere.isEmpty() ? new HashSet<>() : elsewhere;
                elsewhere.add(fact.received());
            }
        }
        return elsewhere;
    }

    /**
     * How the order stood on the morning of {@code day}, had all that we know today been known in time: only what was
     * effective before that day.
     */
    public Situation onTheMorningOf(LocalDate day) {
        List<KnownFact> before = facts.stream()
                .filter(known -> known.fact().on().isBefore(day))
                .map(known -> new KnownFact(known.fact().on(), known.fact()))
                .toList();
        return new Situation(
                day, terms, new Known<>(placed.fact(), placed.fact().on()), before, withdrawn);
    }

    public LocalDate today() {
        return today;
    }

    public Terms terms() {
        return terms;
    }

    public OrderPlaced order() {
        return placed.fact();
    }

    public Known<OrderPlaced> placed() {
        return placed;
    }

    public String orderId() {
        return placed.fact().orderId();
    }

    public String customer() {
        return placed.fact().customer().id();
    }

    public Quality quality() {
        return placed.fact().customer().quality();
    }

    /**
     * Whether a payer owes a share of the price. Reading taken: one that only reimburses the customer owes none, so
     * that what it pays, it pays for the customer, as any other.
     */
    public boolean isFunder(String payer) {
        for (FundingRequest request : placed.fact().funding()) {
            if (request.mode() == FundingRequest.Mode.SUBROGATION
                    && request.funderId().equals(payer)) {
                return true;
            }
        }
        return false;
    }

    /** Whoever is no funder of the order pays for the customer (Code civil, 1342-1), and so does nobody knows who. */
    public String payerOf(@Nullable String payerId) {
        return payerId != null && isFunder(payerId) ? payerId : customer();
    }

    /** By value date, then payment id; presentations of one debit on one day as they became known. */
    public List<PaymentReceived> payments() {
        List<PaymentReceived> payments = new ArrayList<>(only(PaymentReceived.class));
        payments.sort(Comparator.comparing(PaymentReceived::on).thenComparing(PaymentReceived::paymentId));
        return payments;
    }

    /** Payments that were here and never were for this order. */
    public List<PaymentReceived> withdrawn() {
        return withdrawn;
    }

    /** By what a payment or a refund was taken back; null: it stands. */
    public @Nullable Known<PaymentReturned> returnOf(PaymentFact movement) {
        return returnsByMovement.get(movement.factId());
    }

    public List<RefundPaid> refundsPaid() {
        return only(RefundPaid.class);
    }

    /** Amendments, reschedulings and cancellations, as they follow one another. */
    public List<Fact> changes() {
        List<Fact> changes = new ArrayList<>();
        for (KnownFact known : facts) {
            Fact fact = known.fact();
            if (fact instanceof OrderAmended || fact instanceof OrderRescheduled || fact instanceof OrderCancelled) {
                changes.add(fact);
            }
        }
        return changes;
    }

    public List<ServiceDelivered> deliveries() {
        return only(ServiceDelivered.class);
    }

    public List<RevisedConditionsAccepted> acceptances() {
        return only(RevisedConditionsAccepted.class);
    }

    /** Decisions of one funder. */
    public List<Known<FundingDecided>> decisionsOf(String funder) {
        List<Known<FundingDecided>> decisions = new ArrayList<>();
        for (KnownFact known : facts) {
            if (known.fact() instanceof FundingDecided decided
                    && decided.funderId().equals(funder)) {
                decisions.add(new Known<>(decided, known.countsOn()));
            }
        }
        return decisions;
    }

    public boolean hasEvidenceOf(String funder) {
        return facts.stream()
                .anyMatch(known -> known.fact() instanceof FundingEvidenceReceived evidence
                        && evidence.funderId().equals(funder));
    }

    public List<NoticeServed> noticesServed() {
        return only(NoticeServed.class);
    }

    public List<DunningHeld> holds() {
        return only(DunningHeld.class);
    }

    public List<DunningReleased> releases() {
        return only(DunningReleased.class);
    }

    public List<PenaltyWaived> waivers() {
        return only(PenaltyWaived.class);
    }

    /** In order of arrival; they move no amount. */
    public List<ContactNoted> contacts() {
        return only(ContactNoted.class);
    }

    public List<Resubmitted> resubmissions() {
        return only(Resubmitted.class);
    }

    public List<Assigned> assignments() {
        return only(Assigned.class);
    }

    public boolean isWrittenOff() {
        return !only(DebtWrittenOff.class).isEmpty();
    }

    public List<DocumentNumbered> numbers() {
        return only(DocumentNumbered.class);
    }

    /** What holds documents back that have no number yet. */
    public List<DocumentHeldBack> heldBack() {
        return only(DocumentHeldBack.class).stream()
                .filter(held -> numbers().stream()
                        .noneMatch(numbered -> numbered.documentId().equals(held.documentId())))
                .toList();
    }

    /** The documents that were decided as they count now. */
    public List<Document> asReceived(List<Document> decided) {
        List<NumberingFact> received = new ArrayList<>(numbers());
        received.addAll(only(DocumentHeldBack.class));
        return DocumentDates.of(decided, received);
    }

    @SuppressWarnings("unchecked") // each fact was put under its own class, and no fact has a subclass
    private <F extends Fact> List<F> only(Class<F> kind) {
        return (List<F>) byKind.getOrDefault(kind, List.of());
    }
}
