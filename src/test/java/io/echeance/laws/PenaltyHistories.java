package io.echeance.laws;

import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.DebtWrittenOff;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Plan;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Histories of an order that is paid late, and whose fees and interest stay unpaid, are paid, and come back: payments
 * are returned and made again, known late, placed elsewhere and here again.
 */
public final class PenaltyHistories {

    /** The scenarios' terms with a ladder for them. */
    public static final String TERMS = "technolowgic-penalties";

    private static final LocalDate PLACED = LocalDate.of(2026, 1, 12);
    private static final int DAYS = 400;
    private static final Money NET = Money.of("1000.00");
    private static final Money GROSS = Money.of("1200.00");

    private final SplittableRandom random;
    private final List<Arrival.Received> arrivals = new ArrayList<>();
    private int ids;

    private PenaltyHistories(long seed) {
        this.random = new SplittableRandom(31 * ~seed);
    }

    public static History of(long seed) {
        return of(seed, TERMS);
    }

    static History of(long seed, String termsId) {
        PenaltyHistories histories = new PenaltyHistories(seed);
        histories.tell(PLACED, histories.order(termsId));
        histories.pay(GROSS, PLACED.plusDays(40 + histories.random.nextInt(40)));
        int payments = 1 + histories.random.nextInt(5);
        for (int n = 0; n < payments; n++) {
            histories.pay(histories.amount(), PLACED.plusDays(40 + histories.random.nextInt(120)));
        }
        int others = histories.random.nextInt(4);
        for (int n = 0; n < others; n++) {
            LocalDate on = PLACED.plusDays(histories.random.nextInt(DAYS));
            histories.tell(on, histories.other(on));
        }
        new Placements(seed).of(histories.arrivals).forEach(histories.arrivals::add);
        histories.arrivals.sort(Comparator.comparing(Arrival::knownOn));
        return new History(seed, histories.arrivals, PLACED.plusDays(DAYS));
    }

    private OrderPlaced order(String termsId) {
        Quality quality = random.nextInt(5) == 0 ? Quality.CONSUMER : Quality.PROFESSIONAL;
        return new OrderPlaced(
                id(),
                History.ORDER,
                PLACED,
                termsId,
                new Customer("C", quality),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "tuition", NET)),
                new Service(PLACED, PLACED.plusDays(2), List.of()),
                null,
                random.nextBoolean() ? null : new Plan(2 + random.nextInt(2), PLACED.plusDays(10)),
                List.of(),
                true);
    }

    /** Most come back, and are made again. */
    private void pay(Money amount, LocalDate on) {
        PaymentReceived paid = payment(amount, on);
        tell(known(on), paid);
        if (random.nextInt(3) > 0) {
            LocalDate returned = on.plusDays(random.nextInt(1, 30));
            tell(known(returned), new PaymentReturned(id(), History.ORDER, returned, paid.paymentId(), "returned"));
            if (random.nextInt(4) > 0) {
                LocalDate again = returned.plusDays(random.nextInt(1, 20));
                tell(known(again), payment(amount, again));
            }
        }
    }

    private PaymentReceived payment(Money amount, LocalDate on) {
        String id = id();
        return new PaymentReceived(id, History.ORDER, on, "p" + id, "C", amount, Method.TRANSFER, History.ORDER);
    }

    private Money amount() {
        return switch (random.nextInt(8)) {
            case 0 -> GROSS;
            case 1 -> GROSS.split(2)[0];
            case 2, 3 -> Money.of("40.00");
            case 4, 5, 6 -> Money.ofCents(random.nextLong(1, 60_00));
            default -> Money.ofCents(random.nextLong(1, 600_00));
        };
    }

    private Fact other(LocalDate on) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> held(on);
            case 4, 5 -> new PenaltyWaived(id(), History.ORDER, on, PenaltyWaived.ALL, "goodwill", "ann");
            case 6 ->
                new OrderAmended(
                        id(),
                        History.ORDER,
                        on,
                        List.of(new OrderLine(
                                OrderLine.LineKind.TUITION,
                                "tuition",
                                Money.ofCents(random.nextLong(500_00, 1_500_00)))));
            default -> new DebtWrittenOff(id(), History.ORDER, on, "insolvent", "ann");
        };
    }

    private DunningHeld held(LocalDate on) {
        boolean promises = random.nextBoolean();
        LocalDate until = on.plusDays(random.nextInt(1, 40));
        return new DunningHeld(
                id(),
                History.ORDER,
                on,
                "h" + ids,
                null,
                promises ? HoldReason.PROMISE : HoldReason.DISPUTE,
                until,
                promises ? Money.of("40.00") : null);
    }

    private LocalDate known(LocalDate on) {
        return random.nextInt(4) == 0 ? on.plusDays(random.nextInt(1, 30)) : on;
    }

    private void tell(LocalDate knownOn, Fact fact) {
        arrivals.add(new Arrival.Received(knownOn, fact));
    }

    private String id() {
        return "f" + ++ids;
    }
}
