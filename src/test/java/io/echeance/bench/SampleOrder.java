package io.echeance.bench;

import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Decision;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact.FundingDecided;
import io.echeance.core.order.FundingFact.Outcome;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Plan;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.ReceivablePosition;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.Terms;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.Cover;
import io.echeance.topology.store.Covers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One order as a school has them, played day by day until {@link #TODAY}: most are paid in time, some late or in parts,
 * a few never; some are funded, held or cancelled.
 */
final class SampleOrder {

    static final String ORDER = "B-0000000";
    static final String CUSTOMER = "C-0000000";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final List<Terms> PACKS = TermPacks.bundled().all();
    private static final Decider DECIDER = new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled());
    private static final String FUNDER = "OPCO-AFDAS";

    private final SplittableRandom random;
    private final TreeMap<LocalDate, List<Fact>> coming = new TreeMap<>();
    private final Set<ReceivableKey> answered = new HashSet<>();
    private Account account = Account.opened(ORDER);
    private Cover cover = Cover.BLANK;
    private int ids;

    /** What came of it. */
    record Played(Account account, Cover cover) {}

    private SampleOrder(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** @return null if the terms refuse the order */
    static @Nullable Played of(long seed) {
        return new SampleOrder(seed).play();
    }

    private @Nullable Played play() {
        Terms terms = PACKS.get(random.nextInt(PACKS.size()));
        long days = TODAY.toEpochDay() - terms.inForceOn().toEpochDay();
        LocalDate orderedOn = terms.inForceOn().plusDays(random.nextLong(days));
        order(terms, orderedOn);
        for (LocalDate day = orderedOn; day.isBefore(TODAY); day = day.plusDays(1)) {
            List<Fact> facts = coming.get(day);
            while (facts != null) {
                coming.remove(day);
                for (Fact fact : facts) {
                    note(DECIDER.take(account, fact, day), day);
                }
                facts = coming.get(day);
            }
            LocalDate morning = day.plusDays(1);
            if (account.nextOn() != null && !account.nextOn().isAfter(morning)) {
                note(DECIDER.close(account, morning), morning);
            }
        }
        return cover.standing() == null ? null : new Played(account, cover.wakingOn(account.nextOn()));
    }

    private void order(Terms terms, LocalDate on) {
        Quality quality = List.copyOf(terms.customers().stream().sorted().toList())
                .get(random.nextInt(terms.customers().size()));
        LocalDate start = on.plusDays(random.nextInt(10, 90));
        LocalDate end = start.plusDays(random.nextInt(2, 150));
        Money price = Money.ofCents(100L * random.nextInt(400, 9_000));
        int most = terms.payment().maxInstalments();
        Plan plan = most < 2 || random.nextInt(3) > 0 ? null : new Plan(random.nextInt(2, most + 1), start);
        List<FundingRequest> funding = terms.funding() == null || random.nextInt(3) > 0
                ? List.of()
                : List.of(new FundingRequest(FUNDER, FundingRequest.Mode.SUBROGATION, price.split(2)[0]));
        tell(
                on,
                new OrderPlaced(
                        id(),
                        ORDER,
                        on,
                        terms.name(),
                        new Customer(CUSTOMER, quality),
                        List.of(new OrderLine(OrderLine.LineKind.TUITION, "Formation", price)),
                        new Service(start, end, List.of()),
                        null,
                        plan,
                        funding,
                        false));
        if (!funding.isEmpty() && random.nextInt(8) > 0) {
            LocalDate decided = on.plusDays(random.nextInt(3, 25));
            boolean granted = random.nextInt(5) > 0;
            tell(
                    decided,
                    new FundingDecided(
                            id(),
                            ORDER,
                            decided,
                            FUNDER,
                            granted ? Outcome.GRANTED : Outcome.REFUSED,
                            granted ? funding.getFirst().requested() : null));
        }
        if (random.nextInt(20) == 0) {
            LocalDate cancelled = on.plusDays(random.nextInt(5, 60));
            tell(
                    cancelled,
                    new OrderCancelled(
                            id(), ORDER, cancelled, ContractParty.CUSTOMER, CancellationReason.CANCELLATION, null));
        } else {
            tell(end, new ServiceDelivered(id(), ORDER, end, BigDecimal.ONE));
        }
    }

    private void note(Decision decision, LocalDate day) {
        account = decision.account();
        for (var output : decision.outputs()) {
            if (output instanceof Document document) {
                tell(day, new DocumentNumbered(ORDER, day, document.id(), "2026-" + random.nextInt(100_000)));
            }
        }
        Statement statement = decision.statement();
        if (statement != null) {
            statement.receivables().forEach(receivable -> answer(receivable, day));
            cover = Covers.drawn(cover, List.of(decision));
        }
    }

    /** What the debtor will do about a new debt. */
    private void answer(ReceivablePosition debt, LocalDate day) {
        if (!debt.outstanding().isPositive() || !answered.add(debt.key())) {
            return;
        }
        LocalDate inTime = debt.dueOn().minusDays(random.nextInt(0, 6));
        LocalDate late = debt.dueOn().plusDays(random.nextInt(2, 60));
        int kind = random.nextInt(100);
        if (kind < 80) {
            pay(debt, debt.outstanding(), inTime.isBefore(day) ? day : inTime);
        } else if (kind < 90) {
            pay(debt, debt.outstanding(), late.isBefore(day) ? day : late);
        } else if (kind < 95) {
            pay(debt, debt.outstanding().split(2)[0], late.isBefore(day) ? day : late);
        } else if (kind < 97) {
            LocalDate until = late.plusDays(random.nextInt(10, 60));
            HoldReason reason = random.nextBoolean() ? HoldReason.PROMISE : HoldReason.DISPUTE;
            tell(
                    late,
                    new DunningHeld(
                            id(),
                            ORDER,
                            late,
                            "h" + ids,
                            null,
                            reason,
                            reason == HoldReason.PROMISE ? until : null,
                            reason == HoldReason.PROMISE ? debt.outstanding() : null));
        }
    }

    private void pay(ReceivablePosition debt, Money amount, LocalDate on) {
        tell(
                on,
                new PaymentReceived(
                        id(),
                        ORDER,
                        on,
                        "p" + ids,
                        debt.payer(),
                        amount,
                        Method.TRANSFER,
                        debt.key().document().text()));
    }

    private void tell(LocalDate day, Fact fact) {
        coming.computeIfAbsent(day, first -> new ArrayList<>()).add(fact);
    }

    private String id() {
        return "f" + ++ids;
    }
}
