package io.echeance.bank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.bank.BankFile;
import io.echeance.bank.BankStatement;
import io.echeance.bank.RefusedFile;
import io.echeance.bank.StatementFacts;
import io.echeance.bank.simulator.Tally.Outcome;
import io.echeance.bank.simulator.Wording.Hope;
import io.echeance.bank.simulator.World.Debt;
import io.echeance.bank.simulator.World.Prices;
import io.echeance.core.matching.Lead;
import io.echeance.core.matching.Lead.LeadPart;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Rejection;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -DbankPayments=20000} plays more, {@code -DbankSeed=n} others. */
@DisplayName("Money that a bank's file tells of")
class BankSimulatorTest {

    private static final List<BankWriter> WRITERS = List.of(BankWriter.values());

    private static final int PAYMENTS = Integer.getInteger("bankPayments", 2_000);
    private static final long SEED = Long.getLong("bankSeed", 1L);
    private static final int A_FILE = 200;
    private static final Set<String> SERIES = Set.of("TECHNOLOWGIC", "HEXAGONE", "ALEGRIA");
    private static final LocalDate PAID = World.DAY.plusDays(1);

    /** {@code -DlistPrices=true}: every second pupil owes the same as many others. */
    private static final Prices PRICES = Boolean.getBoolean("listPrices") ? Prices.HALF_LISTED : Prices.OWN;

    private static final int LISTED = Integer.getInteger("listedPayments", 800);

    @Test
    @DisplayName("goes to the order that the text names, or to a person, and never to another order")
    void findsItsOrder() throws RefusedFile {
        Tally tally = played(SEED, PAYMENTS, PRICES);

        assertThat(tally.wrong()).isEmpty();
        assertThat(tally.share(Outcome.RIGHT)).isGreaterThanOrEqualTo(0.75);
        assertThat(tally.share(Hope.AUTOMATIC, Outcome.RIGHT)).isGreaterThanOrEqualTo(0.95);
        assertThat(tally.shareOfFindable(Outcome.FIRST_PROPOSAL)).isGreaterThanOrEqualTo(0.90);
        assertThat(tally.shareOfFindable(Outcome.FIRST_PROPOSAL, Outcome.LATER_PROPOSAL))
                .isGreaterThanOrEqualTo(0.97);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("goes to no other order either where all pupils owe one of three prices, and the name of the sender is"
            + " wanted")
    void findsItsOrderAmongListPrices(long seed) throws RefusedFile {
        Tally tally = played(seed + SEED - 1, LISTED, Prices.THREE);

        assertThat(tally.wrong()).isEmpty();
        assertThat(tally.share(Outcome.RIGHT)).isGreaterThanOrEqualTo(0.75);
    }

    private static Tally played(long seed, int payments, Prices prices) throws RefusedFile {
        SplittableRandom random = new SplittableRandom(seed);
        World world = World.of(random, Math.max(60, payments / 3), prices);
        Map<String, Transfer> truth = new LinkedHashMap<>();
        Money opening = Money.ZERO;
        List<Transfer> transfers = transfers(world, random, seed, payments);
        for (int at = 0; at < transfers.size(); at += A_FILE) {
            List<Transfer> some = transfers.subList(at, Math.min(transfers.size(), at + A_FILE));
            BankWriter writer = WRITERS.get(random.nextInt(WRITERS.size()));
            receive(world, some, writer.bytes(some, PAID, opening), truth);
            opening = opening.plus(BankWriter.sum(some));
        }
        Tally tally = judged(world, truth, opening);
        System.getLogger(BankSimulatorTest.class.getName()).log(System.Logger.Level.INFO, "{0}", tally);
        return tally;
    }

    /** No debt is paid twice. */
    private static List<Transfer> transfers(World world, SplittableRandom random, long seed, int payments) {
        List<Wording> wordings = new ArrayList<>();
        for (Wording wording : Wording.values()) {
            wordings.addAll(Collections.nCopies(wording.ofAHundred(), wording));
        }
        Map<Boolean, List<Debt>> shares = shuffled(world.debts(), seed).stream()
                .collect(Collectors.partitioningBy(debt ->
                        debt.seller().equals("technolowgic") && debt.payer().hashCode() % 2 == 0));
        Deque<List<Debt>> together = new ArrayDeque<>(shares.get(true).stream()
                .collect(Collectors.groupingBy(Debt::payer, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(his -> his.stream().map(Debt::orderId).distinct().count() > 1)
                .toList());
        Deque<Debt> owed = new ArrayDeque<>(shares.get(false));
        SplittableRandom senders = new SplittableRandom(~seed);
        List<Transfer> transfers = new ArrayList<>();
        while (transfers.size() < payments) {
            Wording wording = wordings.get(transfers.size() % wordings.size());
            int wanted = wording.debts(random);
            List<Debt> paid = new ArrayList<>();
            if (wanted > 1) {
                List<Debt> his = together.removeFirst();
                paid.addAll(his.subList(0, Math.min(wanted, his.size())));
            }
            if (wanted == 1) {
                paid.add(owed.removeFirst());
            }
            Money amount = paid.isEmpty()
                    ? Money.ofCents(1_000 + random.nextInt(900_000))
                    : wording.amount(paid.stream().map(Debt::amount).reduce(Money.ZERO, Money::plus));
            String payer = paid.isEmpty()
                    ? Names.stranger(random)
                    : Names.sender(world.nameOf(paid.getFirst().payer()), random);
            String text = wording.of(paid, random);
            transfers.add(new Transfer(paid, wording, amount, payer, text, EndToEnd.of(paid, senders)));
        }
        return transfers;
    }

    private static List<Debt> shuffled(List<Debt> debts, long seed) {
        List<Debt> shuffled = new ArrayList<>(debts);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    /** Reads the file, and takes what is made of it, as an import does. */
    private static void receive(World world, List<Transfer> transfers, byte[] file, Map<String, Transfer> truth)
            throws RefusedFile {
        BankStatement statement = BankFile.read(file).statements().getFirst();
        StatementFacts read =
                StatementFacts.of(statement, Set.of(), SERIES, true).by(world.payers(), statement);
        assertThat(read.facts()).hasSameSizeAs(transfers);
        for (int n = 0; n < transfers.size(); n++) {
            PaymentReceived payment = (PaymentReceived) read.facts().get(n);
            assertThat(payment.amount()).isEqualTo(transfers.get(n).amount());
            truth.put(payment.paymentId(), transfers.get(n));
            assertThat(world.book().take(payment, PAID)).noneMatch(Rejection.class::isInstance);
        }
    }

    /** Each payment is in one place, whole: at an order, or before a person. */
    private static Tally judged(World world, Map<String, Transfer> truth, Money received) {
        Map<String, List<String>> places = new HashMap<>();
        List<Money> placed = new ArrayList<>();
        world.book()
                .accounts()
                .values()
                .forEach(account -> account.evidence().facts().forEach(known -> {
                    if (known.fact() instanceof PaymentReceived payment) {
                        places.computeIfAbsent(payment.paymentId(), none -> new ArrayList<>())
                                .add(account.orderId());
                        placed.add(payment.amount());
                    }
                }));
        world.book().suspense().forEach(waiting -> placed.add(((PaymentReceived) waiting.fact()).amount()));
        assertThat(placed.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(received);
        Map<String, List<Lead>> leads = world.book().leads();
        Tally tally = new Tally();
        truth.forEach((id, transfer) -> {
            List<String> orders = places.getOrDefault(id, List.of());
            assertThat(orders.size() + (leads.containsKey(id) ? 1 : 0))
                    .as(transfer.toString())
                    .isEqualTo(1);
            if (orders.isEmpty()) {
                tally.add(transfer, proposed(leads.get(id), transfer), world.isFindable(transfer));
                leads.get(id).stream()
                        .findFirst()
                        .ifPresent(first -> tally.add(first.rule(), isRight(first, transfer)));
            } else {
                tally.add(transfer, sent(orders, transfer), false);
            }
        });
        return tally;
    }

    private static List<String> orders(Transfer transfer) {
        return transfer.debts().stream().map(Debt::orderId).distinct().toList();
    }

    private static Outcome sent(List<String> places, Transfer transfer) {
        return orders(transfer).equals(places) ? Outcome.RIGHT : Outcome.WRONG;
    }

    private static Outcome proposed(List<Lead> leads, Transfer transfer) {
        if (leads.isEmpty()) {
            return Outcome.NOTHING;
        }
        if (isRight(leads.getFirst(), transfer)) {
            return Outcome.FIRST_PROPOSAL;
        }
        return leads.stream().anyMatch(lead -> isRight(lead, transfer))
                ? Outcome.LATER_PROPOSAL
                : Outcome.WRONG_PROPOSALS;
    }

    /** These orders and no others, and all of the money. */
    private static boolean isRight(Lead lead, Transfer transfer) {
        Set<String> proposed = lead.parts().stream().map(LeadPart::orderId).collect(Collectors.toSet());
        Money sum = lead.parts().stream().map(LeadPart::amount).reduce(Money.ZERO, Money::plus);
        return proposed.equals(Set.copyOf(orders(transfer))) && sum.equals(transfer.amount());
    }
}
