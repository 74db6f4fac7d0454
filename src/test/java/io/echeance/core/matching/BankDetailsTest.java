package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentDetail;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.SetAside;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A bank booked 450.00 as one sum, and tells a day later of which payments it was made. */
@DisplayName("Details of a payment that a bank booked as a sum")
class BankDetailsTest {

    private static final LocalDate BOOKED = LocalDate.of(2026, 3, 10);
    private static final LocalDate TODAY = BOOKED.plusDays(1);
    private static final String ACCOUNT = "FR7630006000011234567890189";

    private final InMemory matching = new InMemory();
    private final List<PaymentDecided> decided = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    @BeforeEach
    void know() {
        Stream.of("Y-1001", "Y-1002")
                .forEach(order -> matching.learn(new KnownName(order, order, List.of("ANN")), BOOKED));
    }

    private void note(List<Step.Result> results) {
        for (Step.Result result : results) {
            switch (result) {
                case Step.Decided said -> decided.add(said.outcome());
                case Step.Sent(PaymentFact fact) -> sent.add(fact.movementId() + " to " + fact.orderId());
                case Step.Placed(PaymentFact fact, var source) -> sent.add(fact.movementId() + " to " + fact.orderId());
                case Step.Refused(PaymentFact fact, LocalDate on, var refusal) ->
                    refused.add(fact.factId() + " " + refusal.reason() + ": " + refusal.sentence());
                case Step.Withdrawn withdrawn -> sent.add("withdrawn");
                case Step.RemindersHeld held -> sent.add("held");
            }
        }
    }

    private void take(PaymentFact fact) {
        note(matching.take(fact, TODAY));
    }

    private void booked(String reference) {
        note(matching.take(
                new PaymentReceived(
                        "P", null, BOOKED, "P", null, Money.of("450.00"), Method.TRANSFER, reference, ACCOUNT, null),
                BOOKED));
        note(matching.close(BOOKED));
    }

    private void closeToday() {
        note(matching.close(TODAY));
    }

    private static PaymentDetailed details(String id, String... amountsAndReferences) {
        return new PaymentDetailed(
                id,
                BOOKED,
                "P",
                Stream.of(amountsAndReferences)
                        .map(one -> one.split(" "))
                        .map(one -> new PaymentDetail(Money.of(one[0]), null, one[1]))
                        .toList(),
                "N-7");
    }

    private static PaymentDetailed details() {
        return details("b", "100.00 Y-1001", "150.00 NOBODY", "200.00 Y-1002");
    }

    private static PaymentApplied decision(String id, String payment, @Nullable SetAside aside, PaymentPart... parts) {
        return new PaymentApplied(id, TODAY, payment, List.of(parts), aside, "eve", null);
    }

    private static PaymentPart all(String order) {
        return new PaymentPart(order, null, null, null);
    }

    private List<String> waiting() {
        return matching.suspense().stream()
                .map(one -> one.fact().movementId() + " since " + one.since())
                .toList();
    }

    @Test
    @DisplayName("take its place when the day is closed, each with its own texts, to the cent")
    void takeItsPlace() {
        booked("BATCH");
        take(details());
        assertThat(waiting()).containsExactly("P since " + BOOKED);

        closeToday();

        assertThat(sent).containsExactly("P#1 to Y-1001", "P#3 to Y-1002");
        assertThat(waiting()).containsExactly("P#2 since " + TODAY);
        PaymentReceived part = (PaymentReceived) matching.suspense().getFirst().fact();
        assertThat(part.amount()).isEqualTo(Money.of("150.00"));
        assertThat(part.on()).isEqualTo(BOOKED);
        assertThat(part.bankAccount()).as("in whose books it waits").isEqualTo(ACCOUNT);
        assertThat(decided).singleElement().satisfies(one -> {
            assertThat(one.addsUp()).isTrue();
            assertThat(one.notification()).isEqualTo("N-7");
            assertThat(one.amount()).isEqualTo(Money.of("450.00"));
            assertThat(one.open()).isEqualTo(Money.ZERO);
            assertThat(one.details())
                    .extracting(detail -> detail.paymentId() + " " + detail.amount())
                    .containsExactly("P#1 100.00", "P#2 150.00", "P#3 200.00");
        });
    }

    @Test
    @DisplayName("are taken once: the same again is nothing new, though who paid is better known by then")
    void areTakenOnce() {
        booked("BATCH");
        take(details());
        take(details());
        closeToday();
        take(new PaymentDetailed(
                "b",
                BOOKED,
                "P",
                List.of(
                        new PaymentDetail(Money.of("100.00"), "ANN", null),
                        new PaymentDetail(Money.of("150.00"), null, null),
                        new PaymentDetail(Money.of("200.00"), null, null)),
                "N-7"));
        closeToday();

        assertThat(decided).hasSize(1);
        assertThat(sent).hasSize(2);
        assertThat(refused).isEmpty();

        take(details("c", "200.00 X", "250.00 X"));
        assertThat(refused)
                .containsExactly("c CONTRADICTS_EARLIER_FACT: the payment P is no more: its details have taken its"
                        + " place, P#1 to P#3, as the notification N-7 tells");
    }

    @Test
    @DisplayName("come second where a person decides on their day, before them or behind them")
    void comeSecondWhereAPersonDecides() {
        booked("BATCH");
        take(details());
        take(decision("d", "P", null, all("Y-1001")));
        closeToday();

        assertThat(sent).containsExactly("P to Y-1001");
        assertThat(refused)
                .containsExactly("b CONTRADICTS_EARLIER_FACT: the payment P does not wait whole: it has its order; a"
                        + " person divides it");
    }

    @Test
    @DisplayName("leave what was set aside, what a person said to wait, what came back and what has its order")
    void leaveWhatDoesNotWaitWhole() {
        booked("BATCH");
        take(decision("d", "P", new SetAside(Money.of("450.00"), SetAside.Why.SENT_BACK)));
        take(details());
        closeToday();
        assertThat(refused).hasSize(1);
        assertThat(decided).extracting(PaymentDecided::decisionId).containsExactly("d");

        take(new PaymentApplied("e", TODAY, "P", List.of(), null, "eve", "d"));
        take(details());
        closeToday();
        assertThat(refused).hasSize(2);
        assertThat(refused.getLast()).contains("a person decides about it, e;");
        assertThat(waiting()).containsExactly("P since " + BOOKED);
    }

    @Test
    @DisplayName("leave what came back, and what a rule has placed")
    void leaveWhatCameBack() {
        booked("BATCH");
        take(new PaymentReturned("r", null, TODAY, "P", "AM04"));
        take(details());
        closeToday();
        assertThat(refused).singleElement().asString().contains("it has come back");
        assertThat(decided).isEmpty();
    }

    @Test
    @DisplayName("leave what was presented again after it had come back")
    void leaveWhatWasPresentedAgain() {
        booked("BATCH");
        take(new PaymentReturned("r", null, TODAY, "P", "AM04"));
        take(new PaymentReceived("p2", null, TODAY, "P", null, Money.of("450.00"), Method.TRANSFER, "BATCH"));
        take(details());
        closeToday();
        assertThat(refused).singleElement().asString().contains("it had come back, and was presented again");
        assertThat(waiting()).containsExactly("P since " + TODAY);
    }

    @Test
    @DisplayName("leave what a rule has placed")
    void leaveWhatARuleHasPlaced() {
        booked("Y-1001");
        take(details());
        closeToday();
        assertThat(sent).containsExactly("P to Y-1001");
        assertThat(refused).singleElement().asString().contains("it has its order");
    }

    @Test
    @DisplayName("that make another sum, are of nothing that is known or of a detail, are refused at once")
    void thatDoNotAddUpAreRefused() {
        take(details());
        booked("BATCH");
        take(details("c", "100.00 X", "349.99 X"));
        take(details("d", "450.00 X"));
        assertThat(refused)
                .extracting(one -> one.substring(0, one.indexOf(':')))
                .containsExactly("b UNKNOWN_PAYMENT", "c DOES_NOT_ADD_UP", "d MALFORMED");
    }

    @Test
    @DisplayName("are decided about, and come back, one by one; their sum is no more")
    void areDecidedAboutOneByOne() {
        booked("BATCH");
        take(details());
        closeToday();
        sent.clear();

        take(decision("d1", "P#2", null, all("Y-1001")));
        take(new PaymentReturned("r1", null, TODAY, "P#3", "MD06"));
        assertThat(sent).containsExactly("P#2 to Y-1001", "P#3 to Y-1002");

        take(decision("d2", "P", null, all("Y-1001")));
        take(new PaymentReturned("r2", null, TODAY, "P", "MD06"));
        take(decision("d3", "P#4", null, all("Y-1001")));
        take(new PaymentReturned("r3", null, TODAY, "P#4", "MD06"));
        assertThat(refused)
                .extracting(one -> one.substring(0, one.indexOf(':')))
                .containsExactly(
                        "d2 CONTRADICTS_EARLIER_FACT", "r2 CONTRADICTS_EARLIER_FACT", "d3 MALFORMED", "r3 MALFORMED");
    }
}
