package io.echeance.topology;

import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.StatementEntry;
import io.echeance.core.money.Money;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentDetail;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.laws.Placements;
import io.echeance.serde.record.TakenStatement;
import io.echeance.serde.record.TakenStatement.TakenEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A bank's account through some weeks, and what is said of its money: payments that name an order or nobody, that come
 * back or are divided, what people decide about them, refunds, fees, what goes out for other causes.
 */
public final class BankedMoney {

    public static final String IBAN = "FR7630006000011234567890189";
    public static final String SELLER = "technolowgic";
    private static final int ORDERS = 6;

    private final SplittableRandom random;
    private final Placements placements;
    private final List<PaymentReceived> payments = new ArrayList<>();
    private Money held = Money.ZERO;
    private int orders;
    private int ids;

    public BankedMoney(long seed) {
        this.random = new SplittableRandom(seed);
        this.placements = new Placements(seed);
    }

    /**
     * @param facts what reaches the stream
     * @param entries what the bank import posts
     * @param statement it says so
     */
    public record BankDay(List<Fact> facts, List<LedgerEntry> entries, TakenStatement statement) {}

    public BankDay of(LocalDate day) {
        List<Fact> facts = new ArrayList<>();
        List<LedgerEntry> entries = new ArrayList<>();
        List<TakenEntry> taken = new ArrayList<>();
        Money opening = held;
        if (orders < ORDERS && random.nextInt(3) == 0) {
            facts.add(Facts.order("T-" + ++orders, day.minusDays(random.nextInt(25))));
        }
        for (int n = random.nextInt(5); n > 0; n--) {
            any(day, facts, entries, taken);
        }
        TakenStatement statement =
                new TakenStatement(IBAN, "CFONB 120", "s" + day, day, opening, day, held, taken, "s" + day, SELLER);
        return new BankDay(facts, entries, statement);
    }

    private void any(LocalDate day, List<Fact> facts, List<LedgerEntry> entries, List<TakenEntry> taken) {
        String id = "e" + ++ids;
        Money some = Money.ofCents(random.nextLong(100, 300_000));
        switch (random.nextInt(payments.isEmpty() || orders == 0 ? 3 : 10)) {
            case 0, 1 -> {
                PaymentReceived payment =
                        new PaymentReceived(id, null, day, id, null, some, Method.TRANSFER, reference(), IBAN, null);
                payments.add(payment);
                facts.add(payment);
                book(id, some, false, null, day, entries, taken);
            }
            case 2 -> {
                boolean isFee = random.nextInt(3) == 0;
                book(id, some.negate(), isFee, isFee ? null : some, day, entries, taken);
            }
            case 3, 4, 5, 6 -> facts.add(placements.decision(one(), day, List.of(order(), order())));
            case 7 -> {
                PaymentReceived back = one();
                facts.add(new PaymentReturned(id, null, day, back.paymentId(), "MD06"));
                if (random.nextInt(4) > 0) { // else the bank tells of it another time, or somebody errs
                    book(id, back.amount().negate(), false, back.amount(), day, entries, taken);
                }
            }
            case 8 -> {
                String order = "T-" + random.nextInt(1, orders + 1);
                facts.add(new RefundPaid(
                        id, order, day, order + "/ACME/refund/" + random.nextInt(1, 4), "ACME", some, IBAN));
                book(id + "-out", some.negate(), false, some, day, entries, taken);
            }
            default -> {
                PaymentReceived whole = one();
                Money half = Money.ofCents(whole.amount().cents() / 2);
                facts.add(new PaymentDetailed(
                        id,
                        day,
                        whole.paymentId(),
                        List.of(
                                new PaymentDetail(half, null, reference()),
                                new PaymentDetail(whole.amount().minus(half), null, reference())),
                        "n-" + id));
            }
        }
    }

    private void book(
            String id,
            Money amount,
            boolean isFee,
            @Nullable Money out,
            LocalDate day,
            List<LedgerEntry> entries,
            List<TakenEntry> taken) {
        held = held.plus(amount);
        entries.add(new StatementEntry(IBAN, id, day, amount, isFee).posted(SELLER, day));
        taken.add(new TakenEntry(id, day, held, false, out, null, null));
    }

    private PaymentReceived one() {
        return payments.get(random.nextInt(payments.size()));
    }

    private String order() {
        return "T-" + random.nextInt(1, ORDERS + 2); // the last is never placed
    }

    private String reference() {
        return random.nextInt(3) == 0 ? "MERCI" : "REGLEMENT " + order();
    }
}
