package io.echeance.query;

import io.echeance.core.money.Money;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.Debt;
import io.echeance.core.order.PayerKind;
import io.echeance.topology.store.AgeingRow.Debtor;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is unpaid, by how late it is (<i>balance âgée</i>): every receivable, fees and interest included, but what is
 * written off.
 *
 * @param on the day to whose dates it is compared
 * @param lines by seller, then kind of payer; none is all zero
 */
public record Ageing(LocalDate on, List<Line> lines) {

    public record Line(String seller, PayerKind payers, Amounts amounts) {}

    /** Days are counted from the due date: what falls due today is not late. */
    public record Amounts(Money notDue, Money to30, Money to60, Money to90, Money over90) {

        public static final Amounts NOTHING = new Amounts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

        static Amounts of(Money amount, LocalDate dueOn, LocalDate on) {
            long days = ChronoUnit.DAYS.between(dueOn, on);
            return new Amounts(
                    days <= 0 ? amount : Money.ZERO,
                    days >= 1 && days <= 30 ? amount : Money.ZERO,
                    days >= 31 && days <= 60 ? amount : Money.ZERO,
                    days >= 61 && days <= 90 ? amount : Money.ZERO,
                    days > 90 ? amount : Money.ZERO);
        }

        public Amounts plus(Amounts other) {
            return new Amounts(
                    notDue.plus(other.notDue),
                    to30.plus(other.to30),
                    to60.plus(other.to60),
                    to90.plus(other.to90),
                    over90.plus(other.over90));
        }

        public Money late() {
            return to30.plus(to60).plus(to90).plus(over90);
        }

        public Money total() {
            return notDue.plus(late());
        }
    }

    /** Of some orders, such as a customer's. */
    public static Ageing of(Collection<OrderStanding> standings, LocalDate on) {
        List<Line> lines = new ArrayList<>();
        for (OrderStanding standing : standings) {
            for (Debt debt : standing.debts()) {
                lines.add(new Line(standing.seller(), debt.kind(), Amounts.of(debt.outstanding(), debt.dueOn(), on)));
            }
        }
        return new Ageing(on, summed(lines));
    }

    static Ageing of(Map<Debtor, Long> cents, LocalDate on) {
        List<Line> lines = new ArrayList<>();
        cents.forEach((debtor, sum) -> lines.add(
                new Line(debtor.seller(), debtor.kind(), Amounts.of(Money.ofCents(sum), debtor.dueOn(), on))));
        return new Ageing(on, summed(lines));
    }

    /** The whole of what several partitions or instances say of one day. */
    public static Ageing merged(Collection<Ageing> parts, LocalDate on) {
        return new Ageing(
                on, summed(parts.stream().flatMap(part -> part.lines().stream()).toList()));
    }

    private static List<Line> summed(List<Line> lines) {
        Comparator<Line> order = Comparator.comparing(Line::seller).thenComparing(Line::payers);
        Map<Line, Amounts> sums = new TreeMap<>(order);
        lines.forEach(line -> sums.merge(line, line.amounts(), Amounts::plus));
        sums.values().removeIf(Amounts.NOTHING::equals);
        return sums.entrySet().stream()
                .map(sum -> new Line(sum.getKey().seller(), sum.getKey().payers(), sum.getValue()))
                .toList();
    }

    public Amounts total() {
        return lines.stream().map(Line::amounts).reduce(Amounts.NOTHING, Amounts::plus);
    }
}
