package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentDeduction;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.Returns;
import io.echeance.core.order.SetAside;
import io.echeance.core.order.Suspended;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Of each payment, what its orders have, without what was kept of it on its way, what is set aside and what waits make
 * the payment, after whatever rules and people did; once it has come back, nothing, until it is presented again. {@code
 * -Dhistories=n} plays more.
 */
class ConservationTest {

    private static final int HISTORIES = Integer.getInteger("histories", 100);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final List<String> ORDERS = List.of("Y-1001", "Y-1002", "Z-1003");
    private static final KnownName LATER = new KnownName("W-1004", "W-1004", List.of("ANN"));
    private static final List<String> NAMED = List.of("MERCI", "Y-1001", "W-1004");
    private static final Money PAID = Money.of("100.00");

    private InMemory matching = new InMemory();
    /** What each order has received, by its fact. */
    private final Map<String, Map<String, PaymentFact>> atOrders = new TreeMap<>();

    private @Nullable String standing;
    private int facts;
    /** Whether it has come, and not come back since. */
    private boolean isHere;

    private boolean take(PaymentFact fact) {
        boolean isRefused = false;
        for (Step.Result result : matching.take(fact, TODAY)) {
            isRefused |= result instanceof Step.Refused;
            note(result);
        }
        return !isRefused;
    }

    private void note(Step.Result result) {
        switch (result) {
            case Step.Sent(PaymentFact fact) -> note(fact);
            case Step.Placed(PaymentFact fact, PaymentFact source) -> note(fact);
            case Step.Withdrawn(var withdrawn) -> {
                var unused = of(withdrawn.orderId()).remove(withdrawn.received());
            }
            case Step.Decided decided -> {
                PaymentDecided outcome = decided.outcome();
                assertThat(outcome.addsUp()).as(outcome.toString()).isTrue();
                assertThat(outcome.open().plus(outcome.returned() == null ? Money.ZERO : outcome.returned()))
                        .isEqualTo(outcome.parts().isEmpty() && outcome.setAside() == null ? PAID : Money.ZERO);
                assertThat(outcome.open().isPositive() && !isHere).isFalse();
            }
            case Step.RemindersHeld held -> {
                // Nothing that anybody has.
            }
            case Step.Refused refused -> {
                // Nothing happens.
            }
        }
    }

    private Map<String, PaymentFact> of(String orderId) {
        return atOrders.computeIfAbsent(orderId, first -> new TreeMap<>());
    }

    private void note(PaymentFact fact) {
        assertThat(of(String.valueOf(fact.orderId())).put(fact.factId(), fact)).isNull();
    }

    @Test
    void partsSetAsideAndOpenMakeThePayment() {
        for (int seed = 1; seed <= HISTORIES; seed++) {
            Random random = new Random(seed);
            matching = new InMemory();
            atOrders.clear();
            standing = null;
            facts = 0;
            isHere = false;
            ORDERS.forEach(order -> matching.learn(new KnownName(order, order, List.of("ANN")), TODAY));
            boolean isAhead = random.nextInt(8) == 0;
            if (isAhead) {
                comesBack(); // what is known of it first
            }
            present(random);
            isHere = !isAhead;
            for (int step = 0; step < 12; step++) {
                assertThat(allOfIt()).as("seed %d, step %d", seed, step).isEqualTo(isHere ? PAID : Money.ZERO);
                switch (random.nextInt(12)) {
                    case 0 -> comesBack();
                    case 1 -> present(random);
                    case 2 -> matching.learn(LATER, TODAY).forEach(this::note);
                    default -> decide("d" + step, random);
                }
            }
        }
    }

    /** A debit is presented again when it has come back, else it is the same received twice. */
    private void present(Random random) {
        PaymentReceived payment = new PaymentReceived(
                "f" + ++facts,
                null,
                TODAY.plusDays(facts),
                "P",
                null,
                PAID,
                Method.TRANSFER,
                NAMED.get(random.nextInt(NAMED.size())),
                "FR7630006000011234567890189",
                null);
        assertThat(take(payment)).isEqualTo(!isHere);
        isHere = true;
    }

    /** Told twice, it returns nothing twice. */
    private void comesBack() {
        assertThat(take(new PaymentReturned("r" + ++facts, null, TODAY.plusDays(facts), "P", "AM04")))
                .isTrue();
        isHere = false;
    }

    private void decide(String id, Random random) {
        List<PaymentPart> parts = new ArrayList<>();
        List<PaymentDeduction> deductions = random.nextInt(3) == 0
                ? List.of(new PaymentDeduction(PaymentDeduction.KeptBy.BANK_FEE, Money.of("2.40")))
                : List.of();
        for (int n = random.nextInt(3); n > 0; n--) {
            String amount = n == 1 && random.nextBoolean() ? null : random.nextInt(4) == 0 ? "1.00" : "30.00";
            parts.add(new PaymentPart(
                    ORDERS.get(random.nextInt(ORDERS.size())), null, amount == null ? null : Money.of(amount), null));
        }
        boolean isAside = random.nextInt(3) == 0;
        SetAside aside =
                isAside ? new SetAside(parts.isEmpty() ? PAID : Money.of("40.00"), SetAside.Why.TO_CLARIFY) : null;
        if (take(new PaymentApplied(id, TODAY, "P", parts, aside, "eve", standing, deductions))) {
            standing = id;
        }
    }

    private Money allOfIt() {
        Money sum = Money.ZERO;
        for (Map<String, PaymentFact> ofOrder : atOrders.values()) {
            Set<String> gone = Returns.byMovement(ofOrder.values().stream()
                            .map(fact -> new KnownFact(TODAY, fact))
                            .toList())
                    .keySet();
            for (PaymentFact fact : ofOrder.values()) {
                if (fact instanceof PaymentReceived part && !gone.contains(part.factId())) {
                    assertThat(part.bankAccount()).isNotNull();
                    assertThat(part.bankFee() == null || part.amount().exceeds(part.bankFee()))
                            .isTrue();
                    sum = sum.plus(part.amount()).minus(part.bankFee() == null ? Money.ZERO : part.bankFee());
                }
            }
        }
        for (Suspended waiting : matching.suspense()) {
            sum = sum.plus(
                    waiting.setAside() == null ? PAID : waiting.setAside().amount());
        }
        return sum;
    }
}
