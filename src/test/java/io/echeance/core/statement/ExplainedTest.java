package io.echeance.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation;
import io.echeance.core.decision.Decider;
import io.echeance.core.lateness.FloorTest;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.NoAlertGround;
import io.echeance.core.order.Statement;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.scenario.ScenarioTerms;
import io.echeance.scenario.WorkedScenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An explanation")
class ExplainedTest {

    private static final Decider DECIDER = new Decider(ScenarioTerms.all().catalogue(), StatutoryRatesFile.bundled());

    private static Explained explained(String number, String orderId, LocalDate morning) {
        return Objects.requireNonNull(DECIDER.explain(played(number, orderId, morning), morning));
    }

    private static Account played(String number, String orderId, LocalDate morning) {
        Simulation simulation = WorkedScenario.all().stream()
                .filter(worked -> worked.name().startsWith(number + "-"))
                .findFirst()
                .orElseThrow()
                .scenario()
                .simulation();
        Book book = new Book(DECIDER);
        new Simulation(simulation.arrivals(), morning.minusDays(1)).play(book);
        return Objects.requireNonNull(book.account(orderId));
    }

    private static Statement.ReceivablePosition firstDebt(Explained explained) {
        return explained.statement().receivables().getFirst();
    }

    @Test
    @DisplayName("shows interest that is not invoiced yet, up to the day that is asked about")
    void showsRunningInterest() {
        Statement.ReceivablePosition debt = firstDebt(explained("28", "A-281", LocalDate.of(2026, 7, 5)));

        assertThat(debt.interestToDate()).isEqualTo(Money.of("20.05")); // 9.99 + 6.66 + 2000.00 x 12.40 % x 5 / 365
        assertThat(debt.segments())
                .extracting(segment -> segment.amount() + " " + segment.source())
                .containsExactly("9.99 ECB 2026-S1 + 10.00", "6.66 ECB 2026-S1 + 10.00", "3.40 ECB 2026-S2 + 10.00");
        assertThat(debt.basis()).containsExactly("C. com., L441-10 II");
        assertThat(debt.silence()).isEqualTo(NoAlertGround.STEP_NOT_DUE);
    }

    @Test
    @DisplayName("holds an agreed rate against the floor of every half-year crossed, not the rate of the law")
    void testsTheFloor() {
        assertThat(explained("30", "E-301", LocalDate.of(2026, 1, 19)).floors())
                .extracting(FloorTest::toString)
                .hasSize(2)
                .allMatch(test -> test.contains("passed=true"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("2025-S2", "floor=8.28"),
                        second -> assertThat(second).contains("2026-S1", "floor=7.86"));
        assertThat(explained("28", "A-281", LocalDate.of(2026, 7, 5)).floors()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-06-01, 0.00",
        "2026-06-05, 0.36",
        "2026-06-12, 24.50",
        "2026-06-22, 49.00",
        "2026-07-02, 98.00",
        "2026-08-01, 245.00"
    })
    @DisplayName("says what a late refund of a withdrawal costs by that day")
    void tellsTheIncrease(LocalDate morning, String increase) {
        assertThat(explained("41", "A-413", morning).refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.unpaid()).isEqualTo(Money.of("490.00"));
            assertThat(refund.increase()).isEqualTo(Money.of(increase));
            assertThat(refund.basis()).contains("C. conso., L242-4");
        });
    }

    @Test
    @DisplayName("says how a fee comes about, and what an early end left due")
    void tellsHowAnOrderEnded() {
        assertThat(lastBasis("03", "T-3", LocalDate.of(2026, 4, 1)))
                .containsExactly(
                        "technolowgic, art. 7",
                        "CANCELLATION of 2026-03-26, 25 days before the start: 30.00 % of 2700.00 net",
                        "CGI, 256 (indemnity outside VAT)");
        assertThat(lastBasis("10", "H-10", LocalDate.of(2026, 2, 1)))
                .containsExactly("hexagone-initial, art. 3, 8.2, 8.3", "HEALTH of 2026-01-20: 4500.00 net stay due");
    }

    private static List<String> lastBasis(String number, String orderId, LocalDate morning) {
        return played(number, orderId, morning)
                .issued()
                .documents()
                .getLast()
                .items()
                .getFirst()
                .basis();
    }

    @Test
    @DisplayName("says of whom nothing is invoiced why nobody dunns him")
    void tellsWhoIsNotInvoiced() {
        assertThat(explained("16", "T-161", LocalDate.of(2026, 1, 20)).silences())
                .extracting(NoAlertReason::payer, NoAlertReason::reason, NoAlertReason::sentence)
                .containsExactly(
                        tuple(
                                "ACME",
                                NoAlertGround.NOT_INVOICED,
                                "NOT_INVOICED (the order is billed later) until 2026-02-05"),
                        tuple(
                                "OPCO-A",
                                NoAlertGround.NOT_INVOICED,
                                "NOT_INVOICED (GRANTED, 1000.00 net) until 2026-02-05"),
                        tuple(
                                "OPCO-B",
                                NoAlertGround.NOT_INVOICED,
                                "NOT_INVOICED (GRANTED, 1800.00 net) until 2026-02-05"));
        assertThat(explained("21", "E-211", LocalDate.of(2026, 3, 10)).silences())
                .extracting(NoAlertReason::sentence)
                .contains("NOT_INVOICED (GRANTED, 1200.00 net: its evidence is missing)");
    }
}
