package io.echeance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.order.Rejection;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scenarios told as JSON. */
class ScenarioJsonTest {

    private static List<Arrival> arrivals(String... facts) throws Unreadable {
        return ScenarioJson.parse(
                        "{\"title\": \"t\", \"until\": \"2026-12-31\", \"facts\": [" + String.join(",", facts) + "]}")
                .simulation()
                .arrivals();
    }

    private static String accepted(String more) {
        return "{\"type\": \"RevisedConditionsAccepted\", \"orderId\": \"E-4\"" + more + "}";
    }

    @Test
    void aFactReachesUsOnItsOwnDateUnlessItSaysWhen() throws Unreadable {
        List<Arrival> arrivals = arrivals(
                accepted(", \"on\": \"2026-02-03\""),
                accepted(", \"on\": \"2026-02-03\", \"knownOn\": \"2026-02-09\", \"factId\": \"mail-1\""),
                accepted(", \"on\": \"2026-02-04\""));

        assertThat(arrivals)
                .extracting(Arrival::knownOn)
                .containsExactly(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 2, 9), LocalDate.of(2026, 2, 4));
        assertThat(arrivals)
                .extracting(arrival -> ((Arrival.Received) arrival).fact().factId())
                .containsExactly("f1", "mail-1", "f3");
    }

    @Test
    void whatCannotBeReadIsRejectedOnTheDayOnWhichItReachesUs() throws Unreadable {
        List<Arrival> arrivals = arrivals(
                "{}",
                accepted(", \"on\": \"2026-02-03\""),
                accepted(", \"on\": \"tomorrow\""),
                accepted(", \"on\": \"tomorrow\", \"knownOn\": \"2026-02-09\""),
                accepted(", \"on\": \"2026-02-10\", \"knownOn\": \"later\""),
                "\"nothing\"");

        assertThat(arrivals)
                .extracting(Arrival::knownOn)
                .containsExactly(
                        LocalDate.of(2026, 2, 3),
                        LocalDate.of(2026, 2, 3),
                        LocalDate.of(2026, 2, 3),
                        LocalDate.of(2026, 2, 9),
                        LocalDate.of(2026, 2, 10),
                        LocalDate.of(2026, 2, 10));
        assertThat(arrivals.get(2))
                .isEqualTo(new Arrival.Unreadable(
                        LocalDate.of(2026, 2, 3),
                        new Rejection(
                                LocalDate.of(2026, 2, 3),
                                "E-4",
                                "f3",
                                Rejection.Reason.MALFORMED,
                                "on: \"tomorrow\" is not a date such as 2026-01-31")));
        assertThat(((Arrival.Unreadable) arrivals.get(4)).rejection().sentence())
                .isEqualTo("knownOn: \"later\" is not a date");
    }

    @Test
    void whatIsNoScenarioIsRefusedWithASentence() {
        assertThatThrownBy(() -> ScenarioJson.parse("nothing")).hasMessageStartingWith("it is not JSON");
        assertThatThrownBy(() -> ScenarioJson.parse("[]")).hasMessageStartingWith("a scenario is a JSON object");
        assertThatThrownBy(() -> ScenarioJson.parse("{\"until\": \"2026-12-31\"}"))
                .hasMessage("facts is not a JSON array");
        assertThatThrownBy(() -> ScenarioJson.parse("{\"facts\": [], \"until\": \"31.12.2026\"}"))
                .hasMessage("until: \"31.12.2026\" is not a date such as 2026-01-31");
    }
}
