package io.echeance.laws;

import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.DebtWrittenOff;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact.FundingDecided;
import io.echeance.core.order.FundingFact.FundingEvidenceReceived;
import io.echeance.core.order.FundingFact.Outcome;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.FundingRequest.Mode;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderLine.LineKind;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.OrderRescheduled;
import io.echeance.core.order.OrderFact.Period;
import io.echeance.core.order.OrderFact.Plan;
import io.echeance.core.order.OrderFact.RevisedConditionsAccepted;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.Terms;
import io.echeance.reference.TermPacks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes random histories of one order: every kind of fact, under every seller's terms, late, early and backdated. */
public final class Histories {

    private static final List<Terms> PACKS = TermPacks.bundled().all();
    private static final int DAYS = 420;

    private final SplittableRandom random;
    private final List<Arrival.Received> arrivals = new ArrayList<>();
    private final Terms terms;
    private final LocalDate orderedOn;
    private int ids;
    private Service service;

    private Histories(long seed) {
        this.random = new SplittableRandom(seed);
        this.terms = PACKS.get(random.nextInt(PACKS.size()));
        this.orderedOn = terms.inForceOn().plusDays(random.nextInt(120));
        this.service = new Service(orderedOn, orderedOn, List.of());
    }

    public static History of(long seed) {
        Histories histories = new Histories(seed);
        histories.tell(histories.order());
        int facts = histories.random.nextInt(18);
        for (int i = 0; i < facts; i++) {
            histories.tell(histories.fact());
        }
        if (histories.random.nextInt(3) == 0) {
            histories.afterTheService();
        }
        new Placements(seed).of(histories.arrivals).forEach(histories.arrivals::add);
        new Batches(seed).of(List.copyOf(histories.arrivals)).forEach(histories.arrivals::add);
        histories.arrivals.addAll(new Contacts(seed).from(histories.orderedOn, DAYS));
        histories.arrivals.sort(Comparator.comparing(Arrival::knownOn));
        return new History(seed, histories.arrivals, histories.orderedOn.plusDays(DAYS));
    }

    /** Most facts are known at once; some late; a few before they count. */
    private void tell(Fact fact) {
        int kind = random.nextInt(10);
        LocalDate knownOn = fact.on();
        if (kind == 0) {
            knownOn = fact.on().minusDays(random.nextInt(1, 20));
        } else if (kind <= 2) {
            knownOn = fact.on().plusDays(random.nextInt(1, 60));
        }
        arrivals.add(new Arrival.Received(knownOn, fact));
    }

    private OrderPlaced order() {
        Quality quality = pick(List.copyOf(terms.customers().stream().sorted().toList()));
        LocalDate start = orderedOn.plusDays(random.nextInt(0, 120));
        LocalDate end = start.plusDays(random.nextInt(0, 200));
        List<OrderLine> lines = lines();
        Money tuition = lines.getFirst().net();
        List<Period> periods = new ArrayList<>();
        if (terms.ending().periodsBegunAreDue() && random.nextBoolean()) {
            LocalDate middle = start.plusDays((end.toEpochDay() - start.toEpochDay()) / 2);
            Money[] halves = tuition.split(2);
            periods.add(new Period(start, middle, halves[0]));
            periods.add(new Period(middle.plusDays(1), middle.isBefore(end) ? end : middle.plusDays(1), halves[1]));
        }
        List<FundingRequest> funding = new ArrayList<>();
        if (terms.funding() != null && random.nextInt(3) > 0) {
            funding.add(new FundingRequest("OPCO-1", mode(), amount(2_000)));
            if (random.nextInt(3) == 0) {
                funding.add(new FundingRequest("OPCO-2", mode(), amount(1_000)));
            }
        }
        service = new Service(start, end, periods);
        return new OrderPlaced(
                id(),
                History.ORDER,
                orderedOn,
                terms.name(),
                new Customer("C", quality),
                lines,
                service,
                terms.payment().depositAllowed() && random.nextInt(3) == 0 ? amount(300) : null,
                plan(start),
                funding,
                random.nextBoolean());
    }

    private Mode mode() {
        return random.nextInt(5) == 0 ? Mode.REIMBURSEMENT : Mode.SUBROGATION;
    }

    private @Nullable Plan plan(LocalDate start) {
        int most = terms.payment().maxInstalments();
        return most == 0 || random.nextInt(3) == 0
                ? null
                : new Plan(random.nextInt(1, most + 1), start.plusDays(random.nextInt(-40, 40)));
    }

    private List<OrderLine> lines() {
        List<OrderLine> lines = new ArrayList<>();
        lines.add(new OrderLine(LineKind.TUITION, "tuition", amount(5_000)));
        if (random.nextInt(3) == 0) {
            lines.add(new OrderLine(LineKind.TRAVEL, "travel", amount(500)));
        }
        if (random.nextInt(3) == 0) {
            lines.add(new OrderLine(LineKind.APPLICATION_FEE, "application fee", amount(500)));
        }
        return lines;
    }

    private Fact fact() {
        LocalDate on = orderedOn.plusDays(random.nextInt(DAYS));
        String order = History.ORDER;
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> payment(on);
            case 8 -> new PaymentReturned(id(), order, on, movement(), "returned");
            case 9 -> new RefundPaid(id(), order, on, order + "/C/refund/" + random.nextInt(1, 3), "C", amount(400));
            case 10, 11 -> decision();
            case 12 -> new FundingEvidenceReceived(id(), order, on, funder());
            case 13 -> new RevisedConditionsAccepted(id(), order, orderedOn.plusDays(random.nextInt(150)));
            case 14 -> new ServiceDelivered(id(), order, on, BigDecimal.valueOf(random.nextInt(0, 11), 1));
            case 15 -> cancellation(on);
            case 16 -> moved(on);
            case 17 -> new OrderAmended(id(), order, on, lines());
            case 18, 19 -> new NoticeServed(id(), order, on, order + "/C/notice/" + random.nextInt(1, 3), "LRAR", "1A");
            case 20 -> held(on);
            case 21 -> new DunningReleased(id(), order, on, "h" + random.nextInt(1, 12), null, null);
            case 22 -> new PenaltyWaived(id(), order, on, PenaltyWaived.ALL, "goodwill", "ann");
            default -> random.nextInt(4) == 0 ? new DebtWrittenOff(id(), order, on, "insolvent", "ann") : payment(on);
        };
    }

    /** What comes when the service should be over and billed: a move, a late return, an end with a part delivered. */
    private void afterTheService() {
        LocalDate on = service.end().plusDays(random.nextInt(1, 90));
        switch (random.nextInt(3)) {
            case 0 -> {
                LocalDate start = on.plusDays(random.nextInt(60));
                tell(new OrderRescheduled(id(), History.ORDER, on, ContractParty.SELLER, start, start.plusDays(2)));
            }
            case 1 -> {
                PaymentReceived paid = paidBy(funder(), service.end().plusDays(random.nextInt(1, 40)));
                tell(paid);
                tell(new PaymentReturned(id(), History.ORDER, on, paid.paymentId(), "returned"));
            }
            default -> {
                LocalDate half = service.start();
                tell(new ServiceDelivered(id(), History.ORDER, half, BigDecimal.valueOf(random.nextInt(1, 10), 1)));
                CancellationReason reason = CancellationReason.FORCE_MAJEURE;
                tell(new OrderCancelled(id(), History.ORDER, half.plusDays(1), ContractParty.SELLER, reason, null));
            }
        }
    }

    private PaymentReceived paidBy(String payer, LocalDate on) {
        String paymentId = "p" + (random.nextInt(8) == 0 ? random.nextInt(1, 8) : ++ids); // perhaps presented again
        ids++;
        return new PaymentReceived(
                "f" + ids, History.ORDER, on, paymentId, payer, amount(2_500), Method.TRANSFER, History.ORDER);
    }

    private Fact payment(LocalDate on) {
        String payer = random.nextInt(4) == 0 ? funder() : "C";
        String paymentId = "p" + (random.nextInt(8) == 0 ? random.nextInt(1, 8) : ++ids); // perhaps presented again
        ids++;
        return new PaymentReceived(
                "f" + ids, History.ORDER, on, paymentId, payer, amount(2_500), Method.TRANSFER, History.ORDER);
    }

    /** A payment, a refund, or nothing that anybody told of. */
    private String movement() {
        return random.nextInt(3) == 0
                ? History.ORDER + "/C/refund/" + random.nextInt(1, 3)
                : "p" + random.nextInt(1, 12);
    }

    private Fact decision() {
        LocalDate on = orderedOn.plusDays(random.nextInt(200));
        return random.nextInt(3) == 0
                ? new FundingDecided(id(), History.ORDER, on, funder(), Outcome.REFUSED, null)
                : new FundingDecided(id(), History.ORDER, on, funder(), Outcome.GRANTED, amount(3_000));
    }

    private Fact cancellation(LocalDate on) {
        CancellationReason reason = pick(List.of(CancellationReason.values()));
        LocalDate contract = reason == CancellationReason.WORK_STUDY_SWITCH ? on.plusDays(random.nextInt(60)) : null;
        ContractParty by = random.nextInt(5) == 0 ? ContractParty.SELLER : ContractParty.CUSTOMER;
        return new OrderCancelled(id(), History.ORDER, on, by, reason, contract);
    }

    private Fact moved(LocalDate on) {
        LocalDate start = on.plusDays(random.nextInt(60));
        ContractParty by = random.nextBoolean() ? ContractParty.SELLER : ContractParty.CUSTOMER;
        return new OrderRescheduled(id(), History.ORDER, on, by, start, start.plusDays(random.nextInt(60)));
    }

    private Fact held(LocalDate on) {
        HoldReason reason = pick(List.of(HoldReason.values()));
        LocalDate until = random.nextInt(4) == 0 ? null : on.plusDays(random.nextInt(40));
        Money promised = reason == HoldReason.PROMISE ? amount(1_000) : null;
        return new DunningHeld(id(), History.ORDER, on, "h" + random.nextInt(1, 12), null, reason, until, promised);
    }

    private String funder() {
        return random.nextInt(3) == 0 ? "OPCO-2" : "OPCO-1";
    }

    /** Up to {@code most} euros, round or with odd cents. */
    private Money amount(int most) {
        return random.nextBoolean()
                ? Money.ofCents(100L * random.nextInt(1, most))
                : Money.ofCents(random.nextLong(1, 100L * most));
    }

    private String id() {
        return "f" + ++ids;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
