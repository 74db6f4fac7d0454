package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact.Line;
import java.math.BigDecimal;
import java.util.List;

/** A net price by kind of line. */
public record Price(Money tuition, Money travel, Money applicationFee) {

    public static final Price NOTHING = new Price(Money.ZERO, Money.ZERO, Money.ZERO);

    public static Price of(List<Line> lines) {
        Price price = NOTHING;
        for (Line line : lines) {
            price = switch (line.kind()) {
                case TUITION -> new Price(price.tuition.plus(line.net()), price.travel, price.applicationFee);
                case TRAVEL -> new Price(price.tuition, price.travel.plus(line.net()), price.applicationFee);
                case APPLICATION_FEE -> new Price(price.tuition, price.travel, price.applicationFee.plus(line.net()));
            };
        }
        return price;
    }

    public Money total() {
        return tuition.plus(travel).plus(applicationFee);
    }

    /**
     * A share of it, from 0 to 1: the total rounded half up; travel and application fee rounded half up on their own,
     * tuition taking what the rounding leaves, so that the lines add up.
     */
    public Price share(BigDecimal share) {
        Money shareOfTotal = total().timesFraction(share, BigDecimal.ONE);
        Money shareOfTravel = travel.timesFraction(share, BigDecimal.ONE);
        Money shareOfFee = applicationFee.timesFraction(share, BigDecimal.ONE);
        return new Price(shareOfTotal.minus(shareOfTravel).minus(shareOfFee), shareOfTravel, shareOfFee);
    }

    /** What is left when {@code taken} is taken from tuition first, then from travel, then from the application fee. */
    public Price without(Money taken) {
        Money fromTuition = taken.min(tuition);
        Money fromTravel = taken.minus(fromTuition).min(travel);
        Money fromFee = taken.minus(fromTuition).minus(fromTravel).min(applicationFee);
        return new Price(tuition.minus(fromTuition), travel.minus(fromTravel), applicationFee.minus(fromFee));
    }

    public Price withTuition(Money other) {
        return new Price(other, travel, applicationFee);
    }
}
