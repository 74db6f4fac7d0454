package io.echeance.core.notice;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.notice.Holds.Hold;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.HoldReason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which day to which day dunning is held back, and whose. */
class HoldsTest {

    @ParameterizedTest(name = "held on 10 March until {0}, released on {1}: on {2} in force {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-03-20, -, 2026-03-09, false",
                "2026-03-20, -, 2026-03-10, true",
                "2026-03-20, -, 2026-03-20, true", // the last day is included
                "2026-03-20, -, 2026-03-21, false",
                "-, -, 2027-03-10, true",
                "-, 2026-03-15, 2026-03-14, true",
                "-, 2026-03-15, 2026-03-15, false", // the day of the release is free
                "2026-03-20, 2026-03-15, 2026-03-14, true",
                "2026-03-20, 2026-03-15, 2026-03-15, false",
                "2026-03-20, 2026-03-25, 2026-03-21, false" // nothing was left to release
            })
    void isInForceFromItsDayToItsLast(
            @Nullable LocalDate until, @Nullable LocalDate releasedOn, LocalDate on, boolean inForce) {
        AnOrder order = order().received(held("h", "2026-03-10", null, HoldReason.DISPUTE, until));
        if (releasedOn != null) {
            order.received(released("h", releasedOn));
        }
        Holds holds = Holds.of(order.asOf("2027-12-31"));

        assertThat(holds.areInForce("C", on)).isEqualTo(inForce);
        assertThat(holds.inForce(on)).hasSize(inForce ? 1 : 0);
    }

    @Test
    void aReleaseEndsItsOwnHoldOnly() {
        Holds holds = Holds.of(order().received(held("h", "2026-03-10", null, HoldReason.DISPUTE, day("2026-03-20")))
                .received(released("other", day("2026-03-12")))
                .asOf("2027-12-31"));

        assertThat(holds.areInForce("C", day("2026-03-15"))).isTrue();
    }

    @Test
    void theEarlierOfTwoReleasesCounts() {
        Holds holds = Holds.of(order().received(held("h", "2026-03-10", null, HoldReason.DISPUTE, null))
                .received(released("h", day("2026-03-12")))
                .received(released("h", day("2026-03-18")))
                .asOf("2027-12-31"));

        assertThat(holds.firstFreeDay("C", day("2026-03-10"))).isEqualTo("2026-03-12");
    }

    @ParameterizedTest(name = "held for {0}: holds the customer {1}, OPCO {2}")
    @CsvSource(
            nullValues = "nobody named",
            value = {"nobody named, true, false", "OPCO, false, true", "AUNT, true, false"})
    void holdsItsPayerAlone(@Nullable String payer, boolean customer, boolean funder) {
        Holds holds = Holds.of(order().received(held("h", "2026-03-10", payer, HoldReason.DISPUTE, null))
                .asOf("2027-12-31"));

        assertThat(holds.areInForce("C", day("2026-03-15"))).isEqualTo(customer);
        assertThat(holds.areInForce("OPCO", day("2026-03-15"))).isEqualTo(funder);
    }

    @ParameterizedTest(name = "from {0} on the first free day is {1}")
    @CsvSource(
            nullValues = "out of sight",
            value = {
                "2026-03-09, 2026-03-09",
                "2026-03-10, 2026-03-26", // two holds on end
                "2026-03-21, 2026-03-26",
                "2026-03-26, 2026-03-26",
                "2026-04-01, out of sight"
            })
    void theFirstFreeDayIsAfterHoldsThatFollowEachOther(LocalDate from, @Nullable LocalDate free) {
        Holds holds = Holds.of(order().received(held("a", "2026-03-10", null, HoldReason.DISPUTE, day("2026-03-20")))
                .received(held("b", "2026-03-18", null, HoldReason.GRACE, day("2026-03-25")))
                .received(held("c", "2026-04-01", null, HoldReason.OTHER, null))
                .asOf("2027-12-31"));

        assertThat(holds.firstFreeDay("C", from)).isEqualTo(free);
    }

    @Test
    void eachInsolvencyOfAPayerIsItsOwn() {
        Holds holds = Holds.of(order().received(held("a", "2026-03-10", null, HoldReason.DISPUTE, null))
                .received(held("b", "2026-03-12", "OPCO", HoldReason.INSOLVENCY, null))
                .received(held("c", "2026-03-14", null, HoldReason.INSOLVENCY, null))
                .received(held("d", "2026-03-16", null, HoldReason.INSOLVENCY, null))
                .asOf("2027-12-31"));

        assertThat(holds.insolvencies("C")).extracting(Hold::holdId).containsExactly("c", "d");
        assertThat(holds.insolvencies("OPCO")).extracting(Hold::holdId).containsExactly("b");
        assertThat(holds.insolvencies("REGION")).isEmpty();
    }

    @Test
    void onlyAPromiseThatRanToItsLastDayIsJudged() {
        Holds holds = Holds.of(order().received(held("kept", "2026-03-10", null, HoldReason.PROMISE, day("2026-03-20")))
                .received(held("released", "2026-03-10", null, HoldReason.PROMISE, day("2026-03-20")))
                .received(released("released", day("2026-03-15")))
                .received(held("open", "2026-03-10", null, HoldReason.PROMISE, null))
                .received(held("dispute", "2026-03-10", null, HoldReason.DISPUTE, day("2026-03-20")))
                .asOf("2027-12-31"));

        assertThat(holds.promisesRunOut()).extracting(Hold::holdId).containsExactly("kept");
    }

    private static AnOrder order() {
        return AnOrder.of("technolowgic", "2026-01-15").fundedBy("OPCO", "100.00");
    }

    private static DunningHeld held(
            String holdId, String on, @Nullable String payer, HoldReason reason, @Nullable LocalDate until) {
        Money promised = reason == HoldReason.PROMISE ? Money.of("100.00") : null;
        return new DunningHeld("held " + holdId, AnOrder.ID, day(on), holdId, payer, reason, until, promised);
    }

    private static DunningReleased released(String holdId, LocalDate on) {
        return new DunningReleased("released " + holdId + " " + on, AnOrder.ID, on, holdId, null, null);
    }
}
