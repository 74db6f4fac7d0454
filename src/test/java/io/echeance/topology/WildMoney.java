package io.echeance.topology;

import io.echeance.core.money.Money;
import io.echeance.core.order.AccountMark;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.laws.Placements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What is told of money, most of it wild. */
final class WildMoney {

    private static final int ORDERS = 7;

    private final SplittableRandom random;
    private final Placements placements;
    private final List<Fact> received = new ArrayList<>();
    private int ids;
    private int orders;

    private final String terms;
    /** Beside the other chances, which stay as they are. Null: no bank says from which account money came. */
    private @Nullable SplittableRandom accounts;

    /** From one of three accounts, or nobody says from which. */
    static WildMoney fromAccounts(long seed) {
        WildMoney money = new WildMoney(seed);
        money.accounts = new SplittableRandom(~seed);
        return money;
    }

    WildMoney(long seed) {
        this(seed, "technolowgic");
    }

    WildMoney(long seed, String terms) {
        this.terms = terms;
        this.random = new SplittableRandom(seed);
        this.placements = new Placements(seed);
    }

    List<Fact> of(LocalDate day) {
        List<Fact> facts = new ArrayList<>();
        if (orders < ORDERS && random.nextInt(4) == 0) {
            facts.add(Facts.order("T-" + ++orders, day.minusDays(random.nextInt(25)), terms, "2400.00"));
        }
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            facts.add(any(day));
        }
        received.addAll(facts);
        return facts;
    }

    private Fact any(LocalDate day) {
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3, 4, 5 -> payment(id(), day);
            case 6, 7 -> new PaymentReturned(id(), maybe(order()), on(day), movement(), "AM04");
            case 8, 9 -> refund(id(), day);
            case 10 -> again(day);
            case 11 -> decision(day);
            default -> random.nextInt(4) > 0 ? payment(id(), day) : cancelled(day);
        };
    }

    /** A person decides about a payment that we know, whatever became of it. */
    private Fact decision(LocalDate day) {
        List<PaymentReceived> payments = received.stream()
                .filter(PaymentReceived.class::isInstance)
                .map(PaymentReceived.class::cast)
                .toList();
        return payments.isEmpty()
                ? payment(id(), day)
                : placements.decision(payments.get(random.nextInt(payments.size())), day, List.of(order(), order()));
    }

    private Fact payment(String factId, LocalDate day) {
        String paymentId = random.nextInt(3) == 0 ? movement() : "P" + random.nextInt(60);
        Money amount = Money.ofCents(random.nextInt(12) == 0 ? 0 : 100L * random.nextInt(1, 3_000));
        return new PaymentReceived(
                        factId,
                        maybe(order()),
                        on(day),
                        paymentId,
                        payer(),
                        amount,
                        Method.TRANSFER,
                        maybe(reference()))
                .fromAccount(account());
    }

    private @Nullable String account() {
        int some = accounts == null ? 3 : accounts.nextInt(4);
        return some == 3 ? null : AccountMark.of("260" + some, "A".repeat(22)).written();
    }

    private @Nullable String payer() {
        return switch (random.nextInt(6)) {
            case 0 -> "OTHER";
            case 1, 2 -> null; // the bank does not know us by our ids
            default -> "ACME";
        };
    }

    private Fact refund(String factId, LocalDate day) {
        String order = order();
        String refundId = order + "/ACME/refund/" + random.nextInt(1, 3);
        return new RefundPaid(
                factId, maybe(order), on(day), refundId, "ACME", Money.ofCents(100L * random.nextInt(1, 3_000)));
    }

    private Fact cancelled(LocalDate day) {
        return new OrderCancelled(id(), order(), day, ContractParty.SELLER, CancellationReason.CANCELLATION, null);
    }

    /** The same again, or something else under its id. */
    private Fact again(LocalDate day) {
        if (received.isEmpty()) {
            return payment(id(), day);
        }
        Fact earlier = received.get(random.nextInt(received.size()));
        if (random.nextBoolean()) {
            return earlier;
        }
        return earlier instanceof PaymentReceived p
                ? new PaymentReceived(
                        p.factId(), p.orderId(), p.on(), p.paymentId(), "ACME", Money.of("1.00"), p.method(), null)
                : earlier;
    }

    private String movement() {
        return random.nextInt(4) == 0 ? order() + "/ACME/refund/" + random.nextInt(1, 3) : "P" + random.nextInt(60);
    }

    private String order() {
        return "T-" + random.nextInt(1, ORDERS + 2); // the last is never placed
    }

    private String reference() {
        String order = order();
        String number = "technolowgic-2026-00000" + random.nextInt(1, 6);
        return switch (random.nextInt(18)) {
            case 0 -> "";
            case 1 -> " \t";
            case 2 -> " " + order + " ";
            case 3 -> order;
            case 4 -> order + "/ACME/INVOICE/1\n";
            case 5 -> "technolowgic-2026-00000" + random.nextInt(1, 6);
            case 6 -> " technolowgic-2026-00000" + random.nextInt(1, 6) + "\u00A0";
            case 7 -> "FORMATION " + random.nextInt(3);
            case 8 -> "FACTURE " + number.toUpperCase(Locale.ROOT);
            case 9 -> "VIR SEPA " + number.toUpperCase(Locale.ROOT).replace('-', ' ') + " DU 12/01/2026";
            case 10 -> number + " " + order;
            case 11 -> number + "/" + random.nextInt(1, 9);
            case 12 -> "2026-00000" + random.nextInt(1, 6);
            case 13 -> "CDE " + order + " ET " + order();
            case 14 -> number.replace("00", "O0") + " MERCI";
            case 15 ->
                new StringBuilder(number.toUpperCase(Locale.ROOT))
                        .insert(random.nextInt(number.length()), '\n')
                        .toString();
            case 16 -> "REGLEMENT " + order;
            default -> order.toLowerCase(Locale.ROOT);
        };
    }

    private LocalDate on(LocalDate day) {
        return day.plusDays(random.nextInt(-6, 4));
    }

    private @Nullable String maybe(String text) {
        return random.nextInt(3) == 0 ? null : text;
    }

    private String id() {
        return "f" + ++ids;
    }
}
