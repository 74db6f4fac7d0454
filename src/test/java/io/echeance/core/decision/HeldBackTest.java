package io.echeance.core.decision;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.echeance.app.terminal.OutputText;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.NoAlertGround;
import io.echeance.core.order.Output;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.ServiceHold;
import io.echeance.core.order.Statement;
import io.echeance.json.ScenarioJson;
import io.echeance.json.Unreadable;
import io.echeance.laws.History;
import io.echeance.laws.NumberedBook;
import io.echeance.serde.record.AlertKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Until a document has its number it is not issued: nothing of it falls due, and no step, fee or hold rests on it. */
@DisplayName("A document that is held back")
class HeldBackTest {

    private static final String COURSE = """
        {"type": "OrderPlaced", "on": "2027-01-01", "orderId": "Y", "termsId": "technolowgic",
         "customer": {"id": "C", "quality": "PROFESSIONAL"},
         "lines": [{"kind": "TUITION", "description": "a", "net": "500.00"}],
         "service": {"start": "2026-12-28", "end": "2026-12-30"}}\
        """;

    private static final String SEMESTER = """
        {"type": "OrderPlaced", "on": "2026-01-10", "orderId": "Y", "termsId": "hexagone-initial",
         "customer": {"id": "C", "quality": "CONSUMER"},
         "lines": [{"kind": "TUITION", "description": "a", "net": "900.00"}],
         "service": {"start": "2026-02-02", "end": "2026-06-30"}%s}\
        """;

    @Test
    void isNotDunnedAndBearsTheDayOnWhichItIsNumbered() {
        NumberedBook played = played(until("2027-03-16"), "2027-04-06", COURSE);

        assertThat(alerts(played)).isEmpty();
        assertThat(holds(played)).isEmpty();
        assertThat(documents(played)).extracting(Document::id).containsExactly(new DocumentId("Y/C/INVOICE/1"));
        assertThat(documents(played).getFirst().on()).isEqualTo(day("2027-03-16"));
        assertThat(dues(played)).containsExactly(tuple(day("2027-04-15"), Money.of("600.00")));
    }

    @Test
    void isDunnedFromItsNewDueDateOn() {
        NumberedBook atOnce = played((document, today) -> false, "2027-12-31", COURSE);
        NumberedBook later = played(until("2027-03-16"), "2027-12-31", COURSE);

        assertThat(alerts(atOnce)).extracting(AlertKind::of).contains(AlertKind.FORMAL_NOTICE);
        assertThat(alerts(later))
                .extracting(OutputText::what)
                .containsExactlyElementsOf(
                        alerts(atOnce).stream().map(OutputText::what).toList());
        assertThat(alerts(later)).allMatch(alert -> alert.on().isAfter(day("2027-04-07")));
        assertThat(statement(later)
                        .receivables()
                        .getFirst()
                        .segments()
                        .getFirst()
                        .from())
                .isEqualTo(day("2027-04-16"));
    }

    @Test
    void isShownInTheStatementAndFallsDueOnNoDay() {
        Statement statement = statement(played((document, today) -> true, "2027-06-30", COURSE));

        assertThat(statement.heldBack())
                .extracting(Statement.HeldBack::documentId, Statement.HeldBack::since)
                .containsExactly(tuple(new DocumentId("Y/C/INVOICE/1"), day("2027-01-01")));
        assertThat(statement.nextOn()).isNull();
        Statement.ReceivablePosition debt = statement.receivables().getFirst();
        assertThat(debt.dueOn()).isNull();
        assertThat(debt.nextStep()).isNull();
        assertThat(debt.nextStepOn()).isNull();
        assertThat(debt.silence()).isEqualTo(NoAlertGround.HELD_BACK);
        assertThat(debt.interestToDate()).isEqualTo(Money.ZERO);
        assertThat(statement.payers().getFirst().late()).isEqualTo(Money.ZERO);
        assertThat(statement.payers().getFirst().outstanding()).isEqualTo(Money.of("600.00"));
    }

    @Test
    void hasInstalmentsOnThatDayIfTheirsHavePassedAndOnTheirOwnIfNot() {
        String plan = ", \"plan\": {\"instalments\": 3, \"firstDue\": \"2026-02-05\"}";

        assertThat(dues(played(until("2026-03-20"), "2026-03-25", SEMESTER.replace("%s", plan))))
                .containsExactly(
                        tuple(day("2026-03-20"), Money.of("300.00")),
                        tuple(day("2026-03-20"), Money.of("300.00")),
                        tuple(day("2026-04-05"), Money.of("300.00")));
    }

    @Test
    void takesWhatIsPaidMeanwhileAndIsSettledByIt() {
        NumberedBook played = played(until("2027-03-16"), "2027-12-31", COURSE, """
            {"type": "PaymentReceived", "on": "2027-02-01", "orderId": "Y", "paymentId": "P", "payerId": "C",
             "amount": "600.00", "method": "TRANSFER", "reference": "Y"}\
            """);

        assertThat(alerts(played)).isEmpty();
        assertThat(refunds(played)).isEmpty();
        assertThat(statement(played).status()).isEqualTo(Statement.Status.SETTLED);
    }

    @Test
    void isCreditedInItsOrderWhenTheOrderIsCancelledMeanwhile() {
        NumberedBook played = played(until("2027-03-16"), "2027-12-31", COURSE, """
            {"type": "OrderCancelled", "on": "2027-02-01", "orderId": "Y", "by": "SELLER", "reason": "FRAUD"}\
            """);

        assertThat(documents(played))
                .extracting(Document::id, Document::on)
                .containsExactly(
                        tuple(new DocumentId("Y/C/INVOICE/1"), day("2027-03-16")),
                        tuple(new DocumentId("Y/C/CREDIT_NOTE/1"), day("2027-03-16")));
        assertThat(alerts(played)).extracting(AlertKind::of).containsExactly(AlertKind.ORDER_CANCELLED);
        assertThat(statement(played).payers().getFirst().outstanding()).isEqualTo(Money.ZERO);
    }

    @Test
    void isPaidBackWhenItIsCreditedAfterItWasPaid() {
        NumberedBook played = played((document, today) -> true, "2027-02-28", COURSE, """
            {"type": "PaymentReceived", "on": "2027-01-15", "orderId": "Y", "paymentId": "P", "payerId": "C",
             "amount": "600.00", "method": "TRANSFER", "reference": "Y"}\
            """, """
            {"type": "OrderCancelled", "on": "2027-02-01", "orderId": "Y", "by": "SELLER", "reason": "FRAUD"}\
            """);

        assertThat(refunds(played)).extracting(RefundDue::amount).containsExactly(Money.of("600.00"));
    }

    @Test
    void makesNoFunderLate() {
        NumberedBook played = played((document, today) -> document.payer().equals("OPCO"), "2027-12-31", """
            {"type": "OrderPlaced", "on": "2026-09-01", "orderId": "Y", "termsId": "ecole-librairie",
             "customer": {"id": "C", "quality": "PROFESSIONAL"},
             "lines": [{"kind": "TUITION", "description": "a", "net": "1000.00"}],
             "service": {"start": "2026-10-01", "end": "2026-10-10"},
             "funding": [{"funderId": "OPCO", "mode": "SUBROGATION", "requested": "1000.00"}]}\
            """, """
            {"type": "FundingDecided", "on": "2026-09-10", "orderId": "Y", "funderId": "OPCO",
             "outcome": "GRANTED", "granted": "1000.00"}\
            """, """
            {"type": "FundingEvidenceReceived", "on": "2026-10-12", "orderId": "Y", "funderId": "OPCO"}\
            """);

        assertThat(documents(played)).extracting(Document::id).contains(new DocumentId("Y/OPCO/INVOICE/1"));
        assertThat(alerts(played)).isEmpty();
        assertThat(statement(played).shares())
                .extracting(Statement.Share::state)
                .contains("GRANTED");
    }

    @Test
    @DisplayName("may be told to be numbered before it is told to be held back")
    void isTakenInAnyOrder() throws Unreadable {
        String numbered = """
            {"type": "DocumentNumbered", "on": "2027-01-10", "orderId": "Y", "documentId": "Y/C/INVOICE/1",
             "number": "technolowgic-2027-000001"}\
            """;
        String held = """
            {"type": "DocumentHeldBack", "on": "2027-01-01", "knownOn": "%s", "orderId": "Y",
             "documentId": "Y/C/INVOICE/1", "missing": [{"of": "C", "what": "NO_POSTAL_ADDRESS"}]}\
            """;

        List<Output> inOrder = simulated("2027-12-31", COURSE, held.formatted("2027-01-01"), numbered);
        List<Output> reversed = simulated("2027-12-31", COURSE, numbered, held.formatted("2027-01-10"));

        assertThat(inOrder).hasSizeGreaterThan(5).containsExactlyElementsOf(reversed);
        assertThat(((Alert) inOrder.get(1)).receivables().getFirst().dueOn()).isEqualTo(day("2027-02-09"));
    }

    private static List<Output> simulated(String until, String... facts) throws Unreadable {
        return scenario(until, facts).simulation().play(History.DECIDER);
    }

    private static ScenarioJson.Scenario scenario(String until, String... facts) throws Unreadable {
        return ScenarioJson.parse("{\"until\": \"%s\", \"facts\": [%s]}".formatted(until, String.join(", ", facts)));
    }

    private static BiPredicate<Document, LocalDate> until(String day) {
        return (document, today) -> today.isBefore(day(day));
    }

    private static NumberedBook played(BiPredicate<Document, LocalDate> holds, String until, String... facts) {
        try {
            var simulation = scenario(until, facts).simulation();
            LocalDate first = simulation.arrivals().getFirst().knownOn();
            return new NumberedBook(holds).play(simulation.arrivals(), first, day(until));
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Alert> alerts(NumberedBook played) {
        return only(played, Alert.class);
    }

    private static List<ServiceHold> holds(NumberedBook played) {
        return only(played, ServiceHold.class);
    }

    private static List<RefundDue> refunds(NumberedBook played) {
        return only(played, RefundDue.class);
    }

    private static <T> List<T> only(NumberedBook played, Class<T> kind) {
        return played.said().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** As they count in the end. */
    private static List<Document> documents(NumberedBook played) {
        return Objects.requireNonNull(played.book().account("Y")).documents();
    }

    private static List<Tuple> dues(NumberedBook played) {
        return documents(played).getFirst().due().stream()
                .map((Due due) -> tuple(due.on(), due.amount()))
                .toList();
    }

    private static Statement statement(NumberedBook played) {
        return Objects.requireNonNull(played.book().statement("Y"));
    }
}
