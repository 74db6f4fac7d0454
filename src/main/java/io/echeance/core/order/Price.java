package io.echeance.core.order;

import io.echeance.core.money.Apportionment;
import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderLine.LineKind;
import io.echeance.core.terms.VatRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A net price by kind of line and rate of VAT.
 *
 * <p>A discount lowers what its kind costs at its rate; what it exceeds that by, the other kinds of that rate.
 *
 * @param parts none of 0.00
 */
public record Price(SortedMap<Part, Money> parts) {

    /** Tuition first, then travel, then the application fee: so funders' shares are taken. */
    private static final List<LineKind> KINDS = List.of(LineKind.TUITION, LineKind.TRAVEL, LineKind.APPLICATION_FEE);

    /** @param rate {@code STANDARD}: whatever the terms charge */
    public record Part(LineKind kind, VatRate rate) implements Comparable<Part> {

        private static final Comparator<Part> ORDER =
                Comparator.comparing((Part part) -> KINDS.indexOf(part.kind)).thenComparing(Part::rate);

        @Override
        public int compareTo(Part other) {
            return ORDER.compare(this, other);
        }
    }

    public static final Price NOTHING = new Price(new TreeMap<>());

    public Price {
        SortedMap<Part, Money> left = new TreeMap<>(parts);
        left.values().removeIf(Money::isZero);
        parts = left;
    }

    /** All at the rate of the terms. */
    public Price(Money tuition, Money travel, Money applicationFee) {
        this(new TreeMap<>(Map.of(
                new Part(LineKind.TUITION, VatRate.STANDARD), tuition,
                new Part(LineKind.TRAVEL, VatRate.STANDARD), travel,
                new Part(LineKind.APPLICATION_FEE, VatRate.STANDARD), applicationFee)));
    }

    public static Price of(List<OrderLine> lines) {
        SortedMap<Part, Money> parts = new TreeMap<>();
        for (OrderLine line : lines) {
            parts.merge(new Part(line.kind(), rate(line)), line.net(), Money::plus);
        }
        for (Part part : List.copyOf(parts.keySet())) {
            if (parts.getOrDefault(part, Money.ZERO).isNegative()) {
                spread(part, parts);
            }
        }
        return new Price(parts);
    }

    /** A line that names no rate has that of the terms, and so has one that names the standard one. */
    public static VatRate rate(OrderLine line) {
        return line.vat() == null ? VatRate.STANDARD : line.vat();
    }

    /** What a discount exceeds its own kind by. */
    private static void spread(Part discount, Map<Part, Money> parts) {
        for (LineKind kind : KINDS) {
            Part other = new Part(kind, discount.rate);
            Money missing = parts.getOrDefault(discount, Money.ZERO).negate().orZero();
            Money there = parts.getOrDefault(other, Money.ZERO).orZero();
            Money taken = missing.min(there);
            parts.merge(other, taken.negate(), Money::plus);
            parts.merge(discount, taken, Money::plus);
        }
    }

    public Money total() {
        return sum(part -> true);
    }

    public Money tuition() {
        return of(LineKind.TUITION);
    }

    public Money travel() {
        return of(LineKind.TRAVEL);
    }

    public Money applicationFee() {
        return of(LineKind.APPLICATION_FEE);
    }

    public Money of(Part part) {
        return parts.getOrDefault(part, Money.ZERO);
    }

    private Money of(LineKind kind) {
        return sum(part -> part.kind() == kind);
    }

    private Money sum(Predicate<Part> wanted) {
        Money sum = Money.ZERO;
        for (Map.Entry<Part, Money> part : parts.entrySet()) {
            sum = wanted.test(part.getKey()) ? sum.plus(part.getValue()) : sum;
        }
        return sum;
    }

    private boolean hasSeveralRates() {
        return parts.keySet().stream().anyMatch(part -> part.rate() != VatRate.STANDARD);
    }

    /**
     * A share of it, from 0 to 1: the total rounded half up; travel and application fee rounded half up on their own,
     * tuition taking what the rounding leaves, so that the lines add up. Of several rates each takes its part by
     * largest remainder.
     */
    public Price share(BigDecimal share) {
        Money shareOfTotal = total().timesFraction(share, BigDecimal.ONE);
        if (hasSeveralRates()) {
            return parted(Apportionment.of(shareOfTotal, List.copyOf(parts.values())));
        }
        Money shareOfTravel = travel().timesFraction(share, BigDecimal.ONE);
        Money shareOfFee = applicationFee().timesFraction(share, BigDecimal.ONE);
        return new Price(shareOfTotal.minus(shareOfTravel).minus(shareOfFee), shareOfTravel, shareOfFee);
    }

    private Price parted(List<Money> amounts) {
        SortedMap<Part, Money> other = new TreeMap<>();
        List<Part> keys = List.copyOf(parts.keySet());
        for (int n = 0; n < keys.size(); n++) {
            other.put(keys.get(n), amounts.get(n));
        }
        return new Price(other);
    }

    /**
     * The first {@code amount} of it: of tuition first, then of travel, then of the application fee; of several rates
     * within one of these of each in proportion.
     */
    public Price first(Money amount) {
        List<Money> taken = new ArrayList<>();
        Money left = amount;
        for (LineKind kind : KINDS) {
            List<Money> ofKind = new ArrayList<>(parts.size());
            parts.forEach((part, net) -> {
                if (part.kind() == kind) {
                    ofKind.add(net);
                }
            });
            Money fromKind = left.min(of(kind));
            taken.addAll(Apportionment.within(fromKind, ofKind));
            left = left.minus(fromKind);
        }
        return parted(taken);
    }

    /** What is left when {@code taken} is taken from tuition first, then from travel, then from the application fee. */
    public Price without(Money taken) {
        return minus(first(taken));
    }

    public Price minus(Price other) {
        SortedMap<Part, Money> left = new TreeMap<>(parts);
        other.parts.forEach((part, net) -> left.merge(part, net.negate(), Money::plus));
        return new Price(left);
    }

    /** The same with another price of the tuition, each of its rates in proportion. */
    public Price withTuition(Money other) {
        SortedMap<Part, Money> changed = new TreeMap<>(parts);
        List<Part> ofTuition = parts.keySet().stream()
                .filter(part -> part.kind() == LineKind.TUITION)
                .toList();
        if (ofTuition.isEmpty()) {
            changed.put(new Part(LineKind.TUITION, VatRate.STANDARD), other);
            return new Price(changed);
        }
        List<Money> former = ofTuition.stream()
                .map(part -> Objects.requireNonNull(parts.get(part)))
                .toList();
        List<Money> amounts = Apportionment.of(other, former);
        for (int n = 0; n < ofTuition.size(); n++) {
            changed.put(ofTuition.get(n), amounts.get(n));
        }
        return new Price(changed);
    }

    public Price plus(LineKind kind, Money net) {
        SortedMap<Part, Money> more = new TreeMap<>(parts);
        more.merge(new Part(kind, VatRate.STANDARD), net, Money::plus);
        return new Price(more);
    }

    /** By rate, whatever the lines are for. */
    public SortedMap<VatRate, Money> byRate() {
        SortedMap<VatRate, Money> byRate = new TreeMap<>();
        parts.forEach((part, net) -> byRate.merge(part.rate(), net, Money::plus));
        return byRate;
    }

    /** Of it, what lines of these kinds cost. */
    public Price only(List<LineKind> kinds) {
        SortedMap<Part, Money> kept = new TreeMap<>(parts);
        kept.keySet().removeIf(part -> !kinds.contains(part.kind()));
        return new Price(kept);
    }
}
