package io.echeance.core.shares;

import static io.echeance.core.order.AnOrder.day;
import static io.echeance.core.order.AnOrder.granted;
import static io.echeance.core.order.AnOrder.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.course.Ending;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderRescheduled;
import io.echeance.core.order.OrderFact.RevisedConditionsAccepted;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * At the Ecole the customer has fifteen days to accept what OPCO refuses of 1500.00 out of 2400.00; the service begins
 * on 20 April.
 */
class LapseTest {

    @ParameterizedTest(name = "refused on 1 February, accepted on {0}, on {1}: {2}")
    @CsvSource(
            nullValues = "never",
            value = {
                "never, 2026-02-16, stands",
                "never, 2026-02-17, 2026-02-17",
                "2026-01-31, 2026-02-17, 2026-02-17", // before there was a decision
                "2026-02-16, 2026-02-17, stands",
                "2026-02-17, 2026-02-17, 2026-02-17"
            })
    void anOrderLapsesOnTheMorningAfterTheLastDayToAccept(@Nullable String acceptedOn, String today, String expected) {
        AnOrder order = order().received(refused("refused", "OPCO", "2026-02-01"));
        if (acceptedOn != null) {
            order.received(new RevisedConditionsAccepted("accepted", AnOrder.ID, day(acceptedOn)));
        }

        assertThat(end(order, today)).isEqualTo(expected);
    }

    @Test
    void aRefusalThatReachesUsLateIsJudgedOnTheDayAfterItCame() {
        AnOrder order = order().receivedOn(day("2026-03-01"), refused("refused", "OPCO", "2026-02-01"));

        assertThat(end(order, "2026-03-01")).isEqualTo("stands");
        assertThat(end(order, "2026-03-02")).isEqualTo("2026-02-17");
    }

    @ParameterizedTest(name = "refused on 1 February, known on {0}: {1}")
    @CsvSource({
        "2026-04-18, 2026-02-17",
        "2026-04-19, stands", // the service begins on the morning on which it is judged
        "2026-05-10, stands"
    })
    void aServiceThatHasBegunWhenALateRefusalIsJudgedDoesNotLapse(LocalDate known, String expected) {
        AnOrder order = order().receivedOn(known, refused("refused", "OPCO", "2026-02-01"));

        assertThat(end(order, "2026-06-01")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "refused on 1 February, known on 25 April; moved on {0} to 4 May: {1}")
    @CsvSource({"2026-04-15, 2026-02-17", "2026-04-26, stands"}) // judged on 26 April, by what was so until then
    void aSessionThatWasMovedMeanwhileHasNotBegun(LocalDate moved, String expected) {
        AnOrder order = order().receivedOn(day("2026-04-25"), refused("refused", "OPCO", "2026-02-01"))
                .received(new OrderRescheduled(
                        "moved", AnOrder.ID, moved, ContractParty.SELLER, day("2026-05-04"), day("2026-05-06")));

        assertThat(end(order, "2026-06-01")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "refused on {0}: {1}")
    @CsvSource({"2026-04-03, 2026-04-19", "2026-04-04, stands"}) // the service begins on the day of the lapse
    void aServiceThatHasBegunDoesNotLapse(String refusedOn, String expected) {
        assertThat(end(order().received(refused("refused", "OPCO", refusedOn)), "2026-06-01"))
                .isEqualTo(expected);
    }

    @Test
    void aDecisionFromBeforeTheOrderLapsesItOnTheDayAfterTheOrderAtTheEarliest() {
        AnOrder order = order().received(refused("refused", "OPCO", "2025-12-01"));

        assertThat(end(order, "2026-06-01")).isEqualTo("2026-01-11");
    }

    @ParameterizedTest(name = "refused on {0} and {1}: the order lapses on {2}")
    @CsvSource({
        "2026-02-01, 2026-02-05, 2026-02-17",
        "2026-02-05, 2026-02-01, 2026-02-17",
    })
    void theFirstOfTwoLapsesCounts(String first, String second, LocalDate lapse) {
        AnOrder order = order().fundedBy("REGION", "500.00")
                .received(refused("a", "OPCO", first))
                .received(refused("b", "REGION", second));

        assertThat(Lapse.course(order.asOf("2026-03-31")).ending().on()).isEqualTo(lapse);
    }

    @ParameterizedTest(name = "refused on 1 February, so lapsing on the 17th; cancelled on {0}: {1}")
    @CsvSource({
        "2026-02-16, CANCELLATION of 2026-02-16",
        "2026-02-17, REVISED_CONDITIONS_NOT_ACCEPTED of 2026-02-17", // it had lapsed that morning
        "2026-02-18, REVISED_CONDITIONS_NOT_ACCEPTED of 2026-02-17"
    })
    void theFirstEndCounts(String cancelledOn, String expected) {
        AnOrder order = order().received(refused("refused", "OPCO", "2026-02-01"))
                .receivedOn(
                        day("2026-02-20"),
                        new OrderCancelled(
                                "cancelled",
                                AnOrder.ID,
                                day(cancelledOn),
                                ContractParty.CUSTOMER,
                                CancellationReason.CANCELLATION,
                                null));

        Ending ending = Lapse.course(order.asOf("2026-03-31")).ending();

        assertThat(ending.reason() + " of " + ending.on()).isEqualTo(expected);
    }

    /** Each of them before the lapse of 17 February would have kept the order; on that day or later none revives it. */
    @ParameterizedTest(name = "refused on 1 February; on {0} {1}: {2}")
    @CsvSource({
        "2026-02-16, a grant, stands",
        "2026-02-17, a grant, lapsed",
        "2026-03-20, a grant, lapsed",
        "2026-02-16, an acceptance, stands",
        "2026-02-17, an acceptance, lapsed",
        "2026-02-16, another funder's grant of all, stands",
        "2026-02-17, another funder's grant of all, lapsed",
        "2026-02-16, moved to begin that day, stands",
        "2026-02-17, moved to begin that day, lapsed",
        "2026-02-16, a new refusal, stands", // its own window runs until 3 March, and is still open
        "2026-02-17, a new refusal, lapsed"
    })
    void anOrderThatLapsedIsNotRevived(LocalDate on, String what, String expected) {
        Fact fact = switch (what) {
            case "a grant" -> granted("later", "OPCO", on.toString(), "1500.00");
            case "an acceptance" -> new RevisedConditionsAccepted("later", AnOrder.ID, on);
            case "another funder's grant of all" -> granted("later", "REGION", on.toString(), "2400.00");
            case "moved to begin that day" ->
                new OrderRescheduled("later", AnOrder.ID, on, ContractParty.SELLER, on, on.plusDays(2));
            default -> refused("later", "OPCO", on.toString());
        };
        AnOrder order = AnOrder.of("ecole-librairie", "2026-01-10")
                .of(OrderLine.LineKind.TUITION, "2400.00")
                .from("2026-04-20", "2026-04-22")
                .fundedBy("REGION", "100.00")
                .fundedBy("OPCO", "1500.00")
                .received(refused("refused", "OPCO", "2026-02-01"))
                .received(fact);

        for (String today : List.of("2026-02-20", "2026-03-03", "2026-06-01")) {
            boolean stillOpen = !what.equals("a new refusal") || day(today).isBefore(day("2026-03-04"));
            Ending ending = Lapse.course(order.asOf(today)).ending();
            if (day(today).isAfter(on) && stillOpen) {
                assertThat(ending == null ? "stands" : "lapsed").as(today).isEqualTo(expected);
            }
        }
    }

    private static String end(AnOrder order, String today) {
        Ending ending = Lapse.course(order.asOf(today)).ending();
        return ending == null ? "stands" : ending.on().toString();
    }

    private static AnOrder order() {
        return AnOrder.of("ecole-librairie", "2026-01-10")
                .of(OrderLine.LineKind.TUITION, "2400.00")
                .from("2026-04-20", "2026-04-22")
                .fundedBy("OPCO", "1500.00");
    }
}
