package io.echeance.topology;

import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.terms.Terms;
import io.echeance.laws.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Wild money of orders under terms with a limit; what one person decides, another says again, or not. */
final class TwoPersons {

    static final Terms TERMS = History.fourEyes();

    private final WildMoney money;
    private final SplittableRandom random;
    private final List<PaymentApplied> decided = new ArrayList<>();
    private int again;

    TwoPersons(long seed) {
        this.money = new WildMoney(seed, TERMS.name());
        this.random = new SplittableRandom(seed);
    }

    /** How many decisions were made. */
    int decisions() {
        return decided.size();
    }

    List<Fact> of(LocalDate day) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : money.of(day)) {
            facts.add(fact);
            if (fact instanceof PaymentApplied decision) {
                decided.add(decision);
            }
            if (!decided.isEmpty() && random.nextInt(3) > 0) {
                facts.add(again(decided.getLast(), day));
            }
        }
        return facts;
    }

    private PaymentApplied again(PaymentApplied first, LocalDate day) {
        String by = List.of("ann", "bob", "bob").get(random.nextInt(3));
        return new PaymentApplied(
                "again-" + ++again,
                day,
                first.paymentId(),
                first.parts(),
                first.setAside(),
                by,
                first.replaces(),
                first.deductions());
    }
}
