package io.echeance.core.lateness;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Outstanding;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.terms.RateRule;
import io.echeance.core.terms.StatutoryRates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The penalty calculator: interest on one debt outside any order, by the very rules that accounts are drawn by.
 *
 * @param payments partial payments, each counting from the day after its date
 */
public record Calculator(Money principal, LocalDate dueOn, List<PartialPayment> payments, RateRule rate) {

    public record PartialPayment(LocalDate on, Money amount) {}

    /** Interest up to and including {@code until}: the day of the settling payment, or any other. */
    public Interest until(LocalDate until, StatutoryRates rates) {
        ReceivableKey key = new DocumentId("debt").receivable(1);
        Receivable debt = new Receivable(key, Kind.INVOICE, "debtor", principal, principal, dueOn, dueOn, dueOn);
        return Interest.of(new Delay(debt, rate, dueOn.plusDays(1), List.of(), new Paid(payments)), until, rates);
    }

    private record Paid(List<PartialPayment> payments) implements Outstanding {

        Paid {
            payments = new ArrayList<>(payments);
            payments.sort(Comparator.comparing(PartialPayment::on));
        }

        @Override
        public Money of(Receivable receivable, LocalDate day) {
            return receivable.principal().minus(paid(receivable, day)).orZero();
        }

        @Override
        public Money paid(Receivable receivable, LocalDate day) {
            return payments.stream()
                    .filter(payment -> !payment.on().isAfter(day))
                    .map(PartialPayment::amount)
                    .reduce(Money.ZERO, Money::plus);
        }

        @Override
        public @Nullable LocalDate changesAfter(Receivable receivable, LocalDate day) {
            return payments.stream()
                    .map(PartialPayment::on)
                    .filter(on -> on.isAfter(day))
                    .findFirst()
                    .orElse(null);
        }
    }
}
