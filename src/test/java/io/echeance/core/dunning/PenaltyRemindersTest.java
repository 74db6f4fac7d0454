package io.echeance.core.dunning;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.decision.Decider;
import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.CollectionAlert.ReminderDue;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.NoAlertGround;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Statement.ReceivablePosition;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.scenario.ScenarioTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * 1,200.00 due on 7 March are paid on 13 April: a fee of 40.00 is due since 12 March, interest of 14.78 since the day
 * of the payment. The terms remind of both 10 and 25 days later.
 */
@DisplayName("reminders of fees and interest")
class PenaltyRemindersTest {

    private static final String TERMS = "technolowgic-penalties";
    private static final LocalDate PLACED = day("2026-01-12");
    private static final LocalDate PAID = day("2026-04-13");
    private static final LocalDate UNTIL = day("2026-07-31");

    private final Book book = new Book(new Decider(ScenarioTerms.all().catalogue(), StatutoryRatesFile.bundled()));
    private final List<Output> said = new ArrayList<>();

    @Test
    @DisplayName("name both in one alert, count from the payment, and end")
    void nameBothInOneAlert() {
        place(TERMS);
        closeUntil(PAID);
        pay();
        closeUntil(UNTIL);

        assertThat(reminded())
                .containsExactly("2026-04-23 d+10 40.00 14.78", "2026-05-11 d+25 40.00 14.78"); // 8 May is a holiday
        assertThat(silences()).containsExactly(NoAlertGround.LADDER_ENDED, NoAlertGround.LADDER_ENDED);
    }

    @Test
    @DisplayName("are not there where the terms do not ask for them")
    void areNotThereByDefault() {
        place("technolowgic");
        closeUntil(PAID);
        pay();
        closeUntil(UNTIL);

        assertThat(reminded()).isEmpty();
        assertThat(silences()).containsExactly(NoAlertGround.NOT_PRINCIPAL, NoAlertGround.NOT_PRINCIPAL);
    }

    @Test
    @DisplayName("wait while principal is late")
    void waitWhilePrincipalIsLate() {
        place(TERMS);
        closeUntil(UNTIL);

        assertThat(reminded()).isEmpty();
        assertThat(silences()).containsExactly(NoAlertGround.PRINCIPAL_FIRST);
    }

    @Test
    @DisplayName("come one by one after an outage, with the days between them that the ladder has")
    void comeOneByOneAfterAnOutage() {
        place(TERMS);
        closeUntil(PAID);
        pay();
        said.addAll(book.close(PAID));
        said.addAll(book.close(day("2026-06-30"))); // nothing was closed since the payment
        closeDays(day("2026-07-01"), UNTIL);

        assertThat(reminded()).containsExactly("2026-07-01 d+10 40.00 14.78", "2026-07-16 d+25 40.00 14.78");
    }

    @Test
    @DisplayName("are held as all steps are")
    void areHeld() {
        place(TERMS);
        closeUntil(PAID);
        pay();
        book.take(
                new DunningHeld(
                        "hold",
                        AnOrder.ID,
                        PAID,
                        "hold",
                        AnOrder.CUSTOMER,
                        HoldReason.DISPUTE,
                        day("2026-05-20"),
                        null),
                PAID);
        closeUntil(UNTIL);

        assertThat(reminded()).containsExactly("2026-05-21 d+10 40.00 14.78", "2026-06-05 d+25 40.00 14.78");
    }

    @Test
    @DisplayName("do not come on the morning after a notice that claimed what turned out to be paid")
    void doNotFollowAClaimOfWhatWasPaid() {
        place(TERMS);
        closeUntil(day("2026-03-13"));
        pay(day("2026-03-13"));
        closeUntil(day("2026-03-16"));
        decide("placed nowhere", null, List.of());
        closeUntil(day("2026-03-24")); // the notice went on the 23rd
        decide("placed again", "placed nowhere", List.of(new PaymentPart(AnOrder.ID, AnOrder.CUSTOMER, null, null)));
        closeUntil(UNTIL);

        assertThat(reminded(day("2026-03-23")))
                .containsExactly("2026-04-02 d+10 40.00 2.40", "2026-04-17 d+25 40.00 2.40");
    }

    private void decide(String factId, @Nullable String replaces, List<PaymentPart> parts) {
        said.addAll(book.take(new PaymentApplied(factId, open, "P1", parts, null, "ann", replaces), open));
    }

    private void place(String terms) {
        said.addAll(book.take(
                new OrderPlaced(
                        "placed",
                        AnOrder.ID,
                        PLACED,
                        terms,
                        new Customer(AnOrder.CUSTOMER, Quality.PROFESSIONAL),
                        List.of(new OrderLine(OrderLine.LineKind.TUITION, "tuition", Money.of("1000.00"))),
                        new Service(day("2026-02-02"), day("2026-02-04"), List.of()),
                        null,
                        null,
                        List.of(),
                        false),
                PLACED));
    }

    private void pay() {
        pay(PAID);
    }

    private void pay(LocalDate on) {
        said.addAll(book.take(
                new PaymentReceived(
                        "P1", AnOrder.ID, on, "P1", AnOrder.CUSTOMER, Money.of("1200.00"), Method.TRANSFER, AnOrder.ID),
                on));
    }

    private LocalDate open = PLACED;

    private void closeUntil(LocalDate end) {
        closeDays(open, end);
        open = end;
    }

    private void closeDays(LocalDate from, LocalDate end) {
        from.datesUntil(end).forEach(day -> said.addAll(book.close(day)));
    }

    /** Those after the payment. */
    private List<String> reminded() {
        return reminded(PAID);
    }

    private List<String> reminded(LocalDate after) {
        return said.stream()
                .filter(ReminderDue.class::isInstance)
                .map(ReminderDue.class::cast)
                .filter(alert -> alert.on().isAfter(after))
                .map(alert -> alert.on() + " " + alert.step()
                        + alert.receivables().stream()
                                .map(debt -> " " + debt.outstanding())
                                .reduce("", String::concat))
                .toList();
    }

    private List<NoAlertGround> silences() {
        return Objects.requireNonNull(book.statement(AnOrder.ID)).receivables().stream()
                .filter(debt -> !debt.principal())
                .map(ReceivablePosition::silence)
                .toList();
    }
}
