package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentDeduction;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.SetAside;
import io.echeance.core.order.Suspended;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Of each payment, what its orders have, without what was kept of it on its way, what is set aside and what waits make
 * the payment, after whatever rules and people did. {@code -Dhistories=n} plays more.
 */
class ConservationTest {

    private static final int HISTORIES = Integer.getInteger("histories", 100);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final List<String> ORDERS = List.of("Y-1001", "Y-1002", "Z-1003");
    private static final Money PAID = Money.of("100.00");

    private InMemory matching = new InMemory();
    /** By the fact that brought it. */
    private final Map<String, PaymentReceived> placed = new TreeMap<>();

    private @Nullable String standing;

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
                var unused = placed.remove(withdrawn.received());
            }
            case Step.Decided(var decision, var outcome) ->
                assertThat(outcome.addsUp()).as(outcome.toString()).isTrue();
            case Step.RemindersHeld held -> {
                // Nothing that anybody has.
            }
            case Step.Refused refused -> {
                // Nothing happens.
            }
        }
    }

    private void note(PaymentFact fact) {
        if (fact instanceof PaymentReceived part) {
            assertThat(placed.put(part.factId(), part)).isNull();
        }
    }

    @Test
    void partsSetAsideAndOpenMakeThePayment() {
        for (int seed = 1; seed <= HISTORIES; seed++) {
            Random random = new Random(seed);
            matching = new InMemory();
            placed.clear();
            standing = null;
            ORDERS.forEach(order -> matching.learn(new KnownName(order, order, List.of("ANN")), TODAY));
            String reference = random.nextBoolean() ? "MERCI" : "Y-1001";
            take(new PaymentReceived(
                    "f",
                    null,
                    TODAY,
                    "P",
                    null,
                    PAID,
                    Method.TRANSFER,
                    reference,
                    "FR7630006000011234567890189",
                    null));
            boolean isBack = false;
            for (int step = 0; step < 8; step++) {
                assertThat(allOfIt(isBack)).as("seed %d, step %d", seed, step).isEqualTo(PAID);
                if (!isBack && random.nextInt(8) == 0) {
                    isBack = take(new PaymentReturned("r", null, TODAY, "P", "AM04"));
                } else {
                    decide("d" + step, random);
                }
            }
            assertThat(placed.values())
                    .allMatch(part -> part.bankAccount() != null)
                    .allMatch(part -> part.bankFee() == null || part.amount().exceeds(part.bankFee()));
        }
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

    /** When it has come back, nothing waits and nothing is aside: its orders have its return. */
    private Money allOfIt(boolean isBack) {
        if (isBack) {
            assertThat(matching.suspense()).allMatch(waiting -> waiting.setAside() == null);
            return PAID;
        }
        Money sum = Money.ZERO;
        for (PaymentReceived part : placed.values()) {
            sum = sum.plus(part.amount()).minus(part.bankFee() == null ? Money.ZERO : part.bankFee());
        }
        for (Suspended waiting : matching.suspense()) {
            sum = sum.plus(
                    waiting.setAside() == null ? PAID : waiting.setAside().amount());
        }
        return sum;
    }
}
