package io.echeance.topology.simulator;

import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.laws.History;
import io.echeance.laws.Placements;
import io.echeance.topology.simulator.Event.Sent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A debit on the very day on which an order is placed, and what people decide about it: before they can know the order,
 * several at once, beside its return and a second presentation. All of it on one partition, in order.
 */
final class SameDay {

    private final SplittableRandom random;
    private final Placements placements;

    SameDay(long seed) {
        this.random = new SplittableRandom(seed * 31 + 17);
        this.placements = new Placements(seed * 31 + 17);
    }

    /** By the day on which it is sent. */
    SortedMap<LocalDate, List<Sent>> about(List<History> histories, int partitions) {
        SortedMap<LocalDate, List<Sent>> sent = new TreeMap<>();
        for (int n = 0; n < histories.size(); n++) {
            String order = "S-" + (n + 1);
            int partition = random.nextInt(partitions);
            for (Arrival.Received arrival : histories.get(n).arrivals()) {
                if (arrival.fact() instanceof OrderPlaced) {
                    LocalDate day = arrival.knownOn();
                    about(order, day)
                            .forEach(fact -> sent.computeIfAbsent(day, first -> new ArrayList<>())
                                    .add(Sent.of(fact, partition, day)));
                }
            }
        }
        return sent;
    }

    private List<PaymentFact> about(String order, LocalDate day) {
        List<PaymentFact> facts = new ArrayList<>();
        PaymentReceived paid = debit(order, day, 1);
        facts.add(paid);
        int more = random.nextInt(5);
        for (int n = 0; n < more; n++) {
            switch (random.nextInt(6)) {
                case 0 ->
                    facts.add(new PaymentReturned("back-" + order + "-" + n, null, day, paid.paymentId(), "AM04"));
                case 1 -> facts.add(debit(order, day, 2 + n));
                default -> facts.add(placements.decision(paid, day, List.of(order, order, "S-9")));
            }
        }
        return facts;
    }

    private PaymentReceived debit(String order, LocalDate day, int presentation) {
        return new PaymentReceived(
                "debit-" + order + "-" + presentation,
                null,
                day,
                "SEPA-" + order,
                random.nextBoolean() ? null : "C1",
                Money.ofCents(random.nextLong(100, 90_000)),
                Method.SEPA_DEBIT,
                random.nextInt(3) == 0 ? order : "no idea");
    }
}
