package io.echeance.topology;

import io.echeance.core.money.Money;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentDetail;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Wild money, and what banks tell later of which payments some of it was made. */
final class DetailedMoney {

    private final WildMoney money;
    private final SplittableRandom random;
    private final List<PaymentReceived> payments = new ArrayList<>();
    private final List<PaymentDetailed> details = new ArrayList<>();
    private int ids;

    DetailedMoney(long seed) {
        this.money = new WildMoney(seed);
        this.random = new SplittableRandom(~seed);
    }

    List<Fact> of(LocalDate day) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : money.of(day)) {
            facts.add(fact);
            if (fact instanceof PaymentReceived payment) {
                payments.add(payment);
            }
        }
        for (int n = random.nextInt(3); n > 0 && !payments.isEmpty(); n--) {
            facts.add(random.nextInt(facts.size() + 1), any(day));
        }
        return facts;
    }

    private Fact any(LocalDate day) {
        if (!details.isEmpty() && random.nextInt(2) == 0) {
            PaymentDetailed one = details.get(random.nextInt(details.size()));
            String part = DerivedIds.part(
                    one.paymentId(), 1 + random.nextInt(one.details().size() + 1));
            return switch (random.nextInt(4)) {
                case 0 -> one;
                case 1 -> new PaymentReturned("x" + ++ids, null, day, part, "MD06");
                default ->
                    new PaymentApplied(
                            "x" + ++ids,
                            day,
                            part,
                            List.of(new PaymentPart("T-" + random.nextInt(1, 8), null, null, null)),
                            null,
                            "ann",
                            null);
            };
        }
        PaymentReceived payment =
                payments.get(random.nextBoolean() ? payments.size() - 1 : random.nextInt(payments.size()));
        PaymentDetailed fact = detailed(payment, day);
        details.add(fact);
        return fact;
    }

    private PaymentDetailed detailed(PaymentReceived payment, LocalDate day) {
        List<PaymentDetail> some = new ArrayList<>();
        long rest = payment.amount().cents();
        for (int n = random.nextInt(3); n >= 0 && rest > 1; n--) {
            long cents = n == 0 && random.nextInt(8) > 0 ? rest : random.nextLong(1, rest);
            some.add(new PaymentDetail(Money.ofCents(cents), random.nextInt(4) == 0 ? "ACME" : null, reference()));
            rest -= cents;
        }
        if (some.isEmpty() || rest > 0) {
            some.add(new PaymentDetail(Money.ofCents(Math.max(1, rest - random.nextInt(8) / 7)), null, null));
        }
        return new PaymentDetailed("b" + ++ids, day, payment.paymentId(), some, "N-" + ids);
    }

    private String reference() {
        return switch (random.nextInt(4)) {
            case 0 -> "T-" + random.nextInt(1, 9);
            case 1 -> "CDE T-" + random.nextInt(1, 9) + " MERCI";
            case 2 -> "technolowgic-2026-00000" + random.nextInt(1, 6);
            default -> "FORMATION " + random.nextInt(3);
        };
    }
}
