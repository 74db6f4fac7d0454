package io.echeance.bank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.bank.BankFile;
import io.echeance.bank.RefusedFile;
import io.echeance.bank.StatementFacts;
import io.echeance.bank.simulator.Tally.Outcome;
import io.echeance.bank.simulator.Wording.Hope;
import io.echeance.bank.simulator.World.Debt;
import io.echeance.core.book.Book;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Suspended;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code -DbankPayments=20000} plays more, {@code -DbankSeed=n} others. */
@DisplayName("Money that a bank's file tells of")
class BankSimulatorTest {

    private static final List<BankWriter> WRITERS = List.of(BankWriter.values());

    private static final int PAYMENTS = Integer.getInteger("bankPayments", 2_000);
    private static final long SEED = Long.getLong("bankSeed", 1L);
    private static final int A_FILE = 200;
    private static final Set<String> SERIES = Set.of("TECHNOLOWGIC", "HEXAGONE", "ALEGRIA");
    private static final LocalDate PAID = World.DAY.plusDays(1);

    private static final List<String> NAMES =
            List.of("BEAUMONT SARL", "M. OU MME MARTIN", "LEA OKAFOR", "DUPONT ET FILS", "Société Générale des Eaux");

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    @DisplayName("goes to the order that the text names, or to a person, and never to another order")
    void findsItsOrder() throws RefusedFile {
        World world = World.of(random, Math.max(60, PAYMENTS / 6));
        Map<String, Transfer> truth = new LinkedHashMap<>();
        Money opening = Money.ZERO;
        List<Transfer> transfers = transfers(world.debts());
        for (int at = 0; at < transfers.size(); at += A_FILE) {
            List<Transfer> some = transfers.subList(at, Math.min(transfers.size(), at + A_FILE));
            BankWriter writer = WRITERS.get(random.nextInt(WRITERS.size()));
            receive(world.book(), some, writer.bytes(some, PAID, opening), truth);
            opening = opening.plus(BankWriter.sum(some));
        }
        Tally tally = judged(world.book(), truth);
        System.getLogger(BankSimulatorTest.class.getName()).log(System.Logger.Level.INFO, "{0}", tally);

        assertThat(tally.wrong()).isEmpty();
        assertThat(tally.share(Hope.AUTOMATIC, Outcome.RIGHT)).isGreaterThanOrEqualTo(0.95);
        assertThat(tally.share(Hope.PROPOSED, Outcome.FIRST_PROPOSAL)).isGreaterThanOrEqualTo(0.90);
        assertThat(tally.share(Hope.PROPOSED, Outcome.FIRST_PROPOSAL, Outcome.LATER_PROPOSAL))
                .isGreaterThanOrEqualTo(0.97);
    }

    private List<Transfer> transfers(List<Debt> debts) {
        List<Transfer> transfers = new ArrayList<>();
        Wording[] wordings = Wording.values();
        while (transfers.size() < PAYMENTS) {
            Wording wording = wordings[transfers.size() % wordings.length];
            List<Debt> paid = random.ints(wording.debts(random), 0, debts.size())
                    .mapToObj(debts::get)
                    .toList();
            Money amount = paid.stream().map(Debt::amount).reduce(Money.ZERO, Money::plus);
            String payer = NAMES.get(random.nextInt(NAMES.size()));
            transfers.add(new Transfer(paid, wording, amount, payer, wording.of(paid, random)));
        }
        return transfers;
    }

    /** Reads the file, and takes what is made of it, as an import does. */
    private static void receive(Book book, List<Transfer> transfers, byte[] file, Map<String, Transfer> truth)
            throws RefusedFile {
        StatementFacts read = StatementFacts.of(BankFile.read(file).statements().getFirst(), Set.of(), SERIES, true);
        assertThat(read.facts()).hasSameSizeAs(transfers);
        for (int n = 0; n < transfers.size(); n++) {
            PaymentReceived payment = (PaymentReceived) read.facts().get(n);
            assertThat(payment.amount()).isEqualTo(transfers.get(n).amount());
            truth.put(payment.paymentId(), transfers.get(n));
            assertThat(book.take(payment, PAID)).noneMatch(Rejection.class::isInstance);
        }
    }

    /** Each payment is in one place: at an order, or before a person. */
    private static Tally judged(Book book, Map<String, Transfer> truth) {
        Map<String, List<String>> places = new HashMap<>();
        book.accounts()
                .values()
                .forEach(account -> account.evidence().facts().forEach(known -> {
                    if (known.fact() instanceof PaymentReceived payment) {
                        places.computeIfAbsent(payment.paymentId(), none -> new ArrayList<>())
                                .add(account.orderId());
                    }
                }));
        Map<String, Suspended> waiting = new HashMap<>();
        book.suspense().forEach(entry -> waiting.put(entry.fact().movementId(), entry));
        Tally tally = new Tally();
        truth.forEach((id, transfer) -> {
            List<String> orders = places.getOrDefault(id, List.of());
            assertThat(orders.size() + (waiting.containsKey(id) ? 1 : 0))
                    .as(transfer.toString())
                    .isEqualTo(1);
            tally.add(transfer, orders.isEmpty() ? proposed(waiting.get(id), transfer) : sent(orders, transfer));
        });
        return tally;
    }

    private static List<String> orders(Transfer transfer) {
        return transfer.debts().stream().map(Debt::orderId).distinct().toList();
    }

    private static Outcome sent(List<String> places, Transfer transfer) {
        return orders(transfer).equals(places) ? Outcome.RIGHT : Outcome.WRONG;
    }

    private static Outcome proposed(Suspended waiting, Transfer transfer) {
        List<String> right = orders(transfer);
        List<String> proposed =
                waiting.proposals().stream().map(Proposal::orderId).distinct().toList();
        if (proposed.isEmpty()) {
            return Outcome.NOTHING;
        }
        if (right.contains(proposed.getFirst())) {
            return Outcome.FIRST_PROPOSAL;
        }
        return proposed.stream().anyMatch(right::contains) ? Outcome.LATER_PROPOSAL : Outcome.WRONG_PROPOSALS;
    }
}
