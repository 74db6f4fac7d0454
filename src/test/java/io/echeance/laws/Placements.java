package io.echeance.laws;

import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.SetAside;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What people decide about some payments of a history: placed, divided, set aside, undone, one after the other. */
public final class Placements {

    private final SplittableRandom random;
    private final Map<String, String> standing = new HashMap<>();
    private int ids;

    public Placements(long seed) {
        this.random = new SplittableRandom(~seed);
    }

    List<Arrival.Received> of(List<Arrival.Received> arrivals) {
        List<Arrival.Received> decisions = new ArrayList<>();
        for (Arrival.Received arrival : arrivals) {
            LocalDate on = arrival.knownOn();
            while (arrival.fact() instanceof PaymentReceived payment && random.nextInt(7) == 0) {
                on = on.plusDays(random.nextInt(40));
                decisions.add(new Arrival.Received(on, decision(payment, on)));
            }
        }
        return decisions;
    }

    /** A decision that mostly takes the place of the one before it. */
    public PaymentApplied decision(PaymentReceived payment, LocalDate on) {
        return decision(payment, on, List.of(payment.orderId() == null ? History.ORDER : payment.orderId()));
    }

    /** @param orders that it may name */
    public PaymentApplied decision(PaymentReceived payment, LocalDate on, List<String> orders) {
        String id = payment.factId() + "-d" + ++ids;
        String replaces = random.nextInt(8) == 0 ? null : standing.get(payment.paymentId());
        standing.put(payment.paymentId(), id);
        long cents = payment.amount().cents();
        Money some = Money.ofCents(cents < 2 ? 1 : random.nextLong(1, cents));
        PaymentPart rest = part(orders, null);
        return switch (random.nextInt(8)) {
            case 0, 1 -> applied(id, on, payment, replaces, null, rest);
            case 2, 3 -> applied(id, on, payment, replaces, null, part(orders, some), rest);
            case 4 -> applied(id, on, payment, replaces, new SetAside(some, SetAside.Why.TO_CLARIFY), rest);
            case 5 -> applied(id, on, payment, replaces, new SetAside(payment.amount(), SetAside.Why.SENT_BACK));
            case 6 -> applied(id, on, payment, replaces, null, part(orders, payment.amount()));
            default -> applied(id, on, payment, replaces, null);
        };
    }

    private static PaymentApplied applied(
            String id,
            LocalDate on,
            PaymentReceived payment,
            @Nullable String replaces,
            @Nullable SetAside aside,
            PaymentPart... parts) {
        return new PaymentApplied(id, on, payment.paymentId(), List.of(parts), aside, "ann", replaces);
    }

    private PaymentPart part(List<String> orders, @Nullable Money amount) {
        String payer = switch (random.nextInt(4)) {
            case 0 -> "OPCO-1";
            default -> null;
        };
        return new PaymentPart(orders.get(random.nextInt(orders.size())), payer, amount, null);
    }
}
