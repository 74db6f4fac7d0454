package io.echeance.laws;

import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentDetail;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Sums that a bank booked, and what it tells later of which payments they were made; of other payments too. */
final class Batches {

    private final SplittableRandom random;
    private final long seed;

    Batches(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed * 31 + 5);
    }

    List<Arrival.Received> of(List<Arrival.Received> arrivals) {
        List<Arrival.Received> more = new ArrayList<>();
        LocalDate on = arrivals.getFirst().knownOn().plusDays(random.nextInt(200));
        if (random.nextInt(4) == 0) {
            PaymentReceived sum = new PaymentReceived(
                    "sum-" + seed,
                    null,
                    on,
                    "sum-" + seed,
                    null,
                    Money.ofCents(random.nextLong(2, 200_000)),
                    Method.TRANSFER,
                    "REMISE");
            more.add(new Arrival.Received(on, sum));
            more.add(new Arrival.Received(on.plusDays(random.nextInt(4)), details(sum, on)));
        }
        for (Arrival.Received arrival : arrivals) {
            if (arrival.fact() instanceof PaymentReceived payment && random.nextInt(30) == 0) {
                more.add(new Arrival.Received(
                        arrival.knownOn().plusDays(random.nextInt(9)), details(payment, arrival.knownOn())));
            }
        }
        return more;
    }

    private PaymentDetailed details(PaymentReceived sum, LocalDate on) {
        long cents = Math.max(2, sum.amount().cents());
        long first = random.nextLong(1, cents);
        return new PaymentDetailed(
                sum.factId() + "-b",
                on,
                sum.paymentId(),
                List.of(
                        new PaymentDetail(Money.ofCents(first), null, History.ORDER),
                        new PaymentDetail(Money.ofCents(cents - first), null, "MERCI")),
                "N-" + seed);
    }
}
