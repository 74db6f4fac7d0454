package io.echeance.core.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** An amount shared out in proportion (<i>répartition au prorata</i>), by largest remainder. */
public final class Apportionment {

    private Apportionment() {}

    /**
     * {@code whole} in parts that add up to it, in proportion to {@code weights}: whole cents downwards, and the odd
     * ones to the largest remainders, of equal ones to the first.
     *
     * @param whole not negative
     * @param weights none negative, and not all zero
     */
    public static List<Money> of(Money whole, List<Money> weights) {
        BigInteger total =
                BigInteger.valueOf(weights.stream().mapToLong(Money::cents).sum());
        List<Money> parts = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        Money left = whole;
        for (Money weight : weights) {
            BigInteger[] divided = BigInteger.valueOf(whole.cents())
                    .multiply(BigInteger.valueOf(weight.cents()))
                    .divideAndRemainder(total);
            Money part = Money.ofCents(divided[0].longValueExact());
            parts.add(part);
            remainders.add(divided[1]);
            left = left.minus(part);
        }
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i))
                        .reversed()) // stable: the first of equals
                .limit(left.cents())
                .forEach(i -> parts.set(i, parts.get(i).plus(Money.ofCents(1))));
        return parts;
    }

    /**
     * How {@code amount} of a whole falls on the parts of it, in proportion. One part after the other is cut off what
     * is left, rounded half up: so they add up, none exceeds its own, and none of them falls when the amount grows.
     *
     * @param amount from zero up to the sum of the parts
     * @param parts none negative
     */
    public static List<Money> within(Money amount, List<Money> parts) {
        List<Money> shares = new ArrayList<>();
        Money left = amount;
        Money whole = parts.stream().reduce(Money.ZERO, Money::plus);
        for (Money part : parts) {
            Money share = whole.isZero() ? Money.ZERO : left.timesFraction(part.toBigDecimal(), whole.toBigDecimal());
            shares.add(share);
            left = left.minus(share);
            whole = whole.minus(part);
        }
        return shares;
    }
}
