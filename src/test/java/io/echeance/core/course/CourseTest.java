package io.echeance.core.course;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.course.Course.RefusedDemand;
import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderRescheduled;
import io.echeance.core.order.OrderFact.Period;
import io.echeance.core.order.Price;
import io.echeance.core.terms.Quality;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changes the course of an order, and what no longer does. */
class CourseTest {

    @ParameterizedTest(name = "{0}: the {2} moves a session of 20 April on {1}: {3}")
    @CsvSource({
        "technolowgic, 2026-04-10, CUSTOMER, moved", // ten days of notice, as the terms ask
        "technolowgic, 2026-04-09, CUSTOMER, moved",
        "technolowgic, 2026-04-11, CUSTOMER, cancelled",
        "technolowgic, 2026-04-19, SELLER, moved",
        "alegria-online, 2026-03-02, CUSTOMER, cancelled", // the terms give no such right
        "alegria-online, 2026-03-02, SELLER, moved"
    })
    void aSessionIsMovedWithTheNoticeOfTheTerms(String terms, String on, ContractParty by, String expected) {
        AnOrder order = AnOrder.of(terms, "2026-03-01")
                .of(OrderLine.LineKind.TUITION, "1000.00")
                .from("2026-04-20", "2026-04-22")
                .received(new OrderRescheduled("moved", AnOrder.ID, day(on), by, day("2026-05-04"), day("2026-05-06")));

        Course course = Course.of(order.asOf("2026-04-20"));

        assertThat(course.ending() == null ? "moved" : "cancelled").isEqualTo(expected);
        assertThat(course.service().start()).isEqualTo(expected.equals("moved") ? "2026-05-04" : "2026-04-20");
    }

    @Test
    void periodsMoveWithTheStart() {
        AnOrder order = AnOrder.of("hexagone-initial", "2026-03-01")
                .of(OrderLine.LineKind.TUITION, "6000.00")
                .from(
                        "2026-09-01",
                        "2027-06-30",
                        period("2026-09-01", "2027-01-31"),
                        period("2027-02-01", "2027-06-30"))
                .received(new OrderRescheduled(
                        "moved",
                        AnOrder.ID,
                        day("2026-04-01"),
                        ContractParty.SELLER,
                        day("2026-09-08"),
                        day("2027-07-07")));

        assertThat(Course.of(order.asOf("2026-04-01")).service().periods())
                .containsExactly(period("2026-09-08", "2027-02-07"), period("2027-02-08", "2027-07-07"));
    }

    @ParameterizedTest(name = "amended on {0}: {1} stay due")
    @CsvSource({
        "2026-03-09, 800.00", // before the order ended
        "2026-03-10, 800.00", // on that day, under a lower id
        "2026-03-11, 1000.00" // when nothing was left to amend
    })
    void whatComesAfterTheEndNoLongerCounts(String on, String due) {
        AnOrder order = AnOrder.of("alegria-online", "2026-01-05")
                .of(OrderLine.LineKind.TUITION, "1000.00")
                .received(cancelled("b", "2026-03-10"))
                .received(new OrderAmended(
                        "a",
                        AnOrder.ID,
                        day(on),
                        List.of(new OrderLine(OrderLine.LineKind.TUITION, "shorter", Money.of("800.00")))));

        Course course = Course.of(order.asOf("2026-03-31"));

        assertThat(course.price().total()).isEqualTo(Money.of(due));
        assertThat(course.ending().remaining().total()).isEqualTo(Money.of(due));
    }

    @Test
    void theFirstOfTwoCancellationsEndsTheOrder() {
        AnOrder order = AnOrder.of("alegria-online", "2026-01-05")
                .of(OrderLine.LineKind.TUITION, "1000.00")
                .received(cancelled("a", "2026-03-12"))
                .received(cancelled("b", "2026-03-10"));

        assertThat(Course.of(order.asOf("2026-03-31")).ending().on()).isEqualTo("2026-03-10");
    }

    @Test
    void aRefusedDemandDoesNotEndTheOrder() {
        AnOrder order = AnOrder.of("alegria-online", "2026-01-05")
                .by(Quality.CONSUMER)
                .of(OrderLine.LineKind.TUITION, "1000.00")
                .received(new OrderCancelled(
                        "late",
                        AnOrder.ID,
                        day("2026-02-20"),
                        ContractParty.CUSTOMER,
                        CancellationReason.MONEY_BACK,
                        null));

        Course course = Course.of(order.asOf("2026-03-31"));

        assertThat(course.ending()).isNull();
        assertThat(course.refusals())
                .containsExactly(new RefusedDemand(RefusedDemand.Demand.MONEY_BACK_REFUSED, "late"));
    }

    @Test
    void anOrderThatStandsLapses() {
        AnOrder order = AnOrder.of("ecole-librairie", "2026-01-05").of(OrderLine.LineKind.TUITION, "1000.00");

        Ending ending = Course.of(order.asOf("2026-03-31"))
                .endedBy(Ending.lapsed(day("2026-03-01"), 30))
                .ending();

        assertThat(ending.reason()).isEqualTo(Ending.REVISED_CONDITIONS_NOT_ACCEPTED);
        assertThat(ending.remaining()).isEqualTo(Price.NOTHING);
        assertThat(ending.isWithdrawal()).isFalse();
    }

    private static OrderCancelled cancelled(String factId, String on) {
        return new OrderCancelled(
                factId, AnOrder.ID, day(on), ContractParty.CUSTOMER, CancellationReason.CANCELLATION, null);
    }

    private static Period period(String start, String end) {
        return new Period(day(start), day(end), Money.of("3000.00"));
    }
}
