package io.echeance.core.course;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.AnOrder;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.OrderRescheduled;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.Situation;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the customer is billed. */
class BillingDayTest {

    @ParameterizedTest(name = "{0} until 22 April, delivered {1} on {2}: billed on {3}")
    @CsvSource({
        "technolowgic, 0.50, 2026-04-10, 2026-04-23", // the day after the service
        "technolowgic, 1.00, 2026-04-10, 2026-04-10",
        "technolowgic, 1.00, 2026-04-22, 2026-04-22",
        "technolowgic, 1.00, 2026-05-10, 2026-04-23",
        "alegria-online, 1.00, 2026-04-10, 2026-01-15" // at the order
    })
    void isBilledAtTheOrderOrWhenAllIsDelivered(String terms, String share, LocalDate on, LocalDate expected) {
        Situation situation = AnOrder.of(terms, "2026-01-15")
                .from("2026-04-20", "2026-04-22")
                .received(new ServiceDelivered("d", AnOrder.ID, on, new BigDecimal(share)))
                .asOf("2026-12-31");

        assertThat(billingDay(situation)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "delivered {0} on 21 April, moved on {1} to 9 June: billed on {2}")
    @CsvSource({
        "1.00, 2026-04-22, 2026-06-10", // whoever moves it says that it is still to be held
        "1.00, 2026-04-21, 2026-04-21",
        "1.00, 2026-04-01, 2026-04-21",
        "0.50, 2026-04-22, 2026-06-10"
    })
    void aSessionThatIsMovedIsBilledWhenItIsHeld(String share, LocalDate movedOn, LocalDate expected) {
        Situation situation = AnOrder.of("technolowgic", "2026-01-15")
                .from("2026-04-20", "2026-04-22")
                .received(new ServiceDelivered("d", AnOrder.ID, day("2026-04-21"), new BigDecimal(share)))
                .received(new OrderRescheduled(
                        "m", AnOrder.ID, movedOn, ContractParty.SELLER, day("2026-06-09"), day("2026-06-09")))
                .asOf("2026-12-31");

        assertThat(billingDay(situation)).isEqualTo(expected);
    }

    private static LocalDate billingDay(Situation situation) {
        Course course = Course.of(situation);
        return BillingDay.of(situation, course.service().end(), course.deliveries(situation));
    }
}
