package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.terminal.OutputText;
import io.echeance.core.matching.Step.Refused;
import io.echeance.core.matching.Step.Result;
import io.echeance.core.matching.Step.Sent;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.PaymentWithdrawn;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How payments, returns and refunds find their order. T-1 and T-2 are known, and the invoice T-1/A/INVOICE/1. */
class PaymentRegisterTest {

    private static final LocalDate TODAY = day(10);

    private final InMemory matching = new InMemory();
    private int facts;

    @BeforeEach
    void know() {
        learn("T-1", "T-1");
        learn("T-2", "T-2");
        learn("T-1/A/INVOICE/1", "T-1");
    }

    /** A owes it. */
    private List<Result> learn(String name, String order) {
        return matching.learn(new KnownName(name, order, List.of("A")), TODAY);
    }

    private static LocalDate day(int ofMarch) {
        return LocalDate.of(2026, 3, ofMarch);
    }

    private PaymentReceived paid(String id, @Nullable String order, @Nullable String reference, int on, String amount) {
        return new PaymentReceived(
                "f" + ++facts, order, day(on), id, "A", Money.of(amount), Method.TRANSFER, reference);
    }

    private PaymentReceived paid(String id, @Nullable String reference, int on) {
        return paid(id, null, reference, on, "10.00");
    }

    private PaymentReturned returned(String id, int on) {
        return new PaymentReturned("f" + ++facts, null, day(on), id, null);
    }

    private RefundPaid refunded(String id, @Nullable String order) {
        return new RefundPaid("f" + ++facts, order, day(10), id, "A", Money.of("10.00"));
    }

    private String take(PaymentFact fact) {
        return text(matching.take(fact, TODAY));
    }

    private static String text(List<Result> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !(outcome instanceof Step.RemindersHeld))
                .map(outcome -> switch (outcome) {
                    case Sent(PaymentFact fact) -> fact.factId() + " to " + fact.orderId();
                    case Step.Placed(PaymentFact fact, PaymentFact source) ->
                        fact.factId() + " (" + fact.movementId() + ") to " + fact.orderId();
                    case Step.Withdrawn(PaymentWithdrawn fact) -> fact.received() + " out of " + fact.orderId();
                    case Step.Decided decided -> "decided";
                    case Step.RemindersHeld held -> throw new IllegalArgumentException(held.toString());
                    case Refused refused ->
                        refused.fact().factId() + " " + refused.refusal().reason();
                })
                .collect(Collectors.joining(", "));
    }

    private List<String> suspense() {
        return matching.suspense().stream()
                .map(waiting -> waiting.fact().factId())
                .toList();
    }

    @ParameterizedTest(name = "order id {0}, reference \"{1}\": {2}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            nullValues = "-",
            value = {
                "-,T-1,f1 to T-1",
                "-,' T-1\t',f1 to T-1",
                "-,'\u00A0T-1\u202F\n',f1 to T-1", // the blanks of banks and of typographers
                "-,'\uFEFFT-1\u200B',f1 to T-1",
                "-,' T-1/A/INVOICE/1 ',f1 to T-1",
                "-,t-1,f1 to T-1",
                "-,'FACTURE T-1',f1 to T-1",
                "T-2,'FACTURE T-1',f1 to T-2", // the sender's order id stands against a text
                "T-9,'FACTURE T-1',''",
                "-,'',''",
                "-,'   ',''",
                "-,-,''",
                "T-2,-,f1 to T-2",
                "T-2,'',f1 to T-2",
                "T-2,' \t ',f1 to T-2",
                "T-2,T-1,f1 to T-1", // the reference decides against the order id
                "T-2,' T-1 ',f1 to T-1",
                "T-2,'FORMATION DE JANVIER',f1 to T-2", // it names nothing known
                "T-9,'FORMATION DE JANVIER',''",
                "T-9,-,''",
                "T-9,'',''",
                "T-9,T-1,f1 to T-1"
            })
    void aPaymentGoesByItsReferenceElseByItsOrder(@Nullable String order, @Nullable String reference, String expected) {
        assertThat(take(paid("P", order, reference, 10, "10.00"))).isEqualTo(expected);
        assertThat(matching.suspense()).hasSize(expected.isEmpty() ? 1 : 0);
    }

    @Test
    void whicheverNameAppearsFirstReleasesIt() {
        take(paid("P1", "T-8", "T-9", 10, "10.00"));
        take(paid("P2", "T-8", "T-9", 10, "10.00"));
        assertThat(suspense()).containsExactly("f1", "f2");

        assertThat(text(learn("T-8", "T-8"))).isEqualTo("f1 to T-8, f2 to T-8");
        assertThat(text(learn("T-9", "T-9"))).isEmpty();
        assertThat(take(paid("P3", "T-8", "T-9", 10, "10.00"))).isEqualTo("f3 to T-9");
        assertThat(suspense()).isEmpty();
    }

    @Test
    void theFirstMeaningOfANameStands() {
        learn("N-1", "T-1");
        learn("N-1", "T-2");

        assertThat(take(paid("P", "N-1", 10))).isEqualTo("f1 to T-1");
    }

    @Test
    void theSameAgainIsNothingNewAndOtherContentIsRefused() {
        PaymentReceived payment = paid("P", "T-1", 10);
        assertThat(take(payment)).isEqualTo("f1 to T-1");
        assertThat(take(payment)).isEmpty();

        facts = 0;
        assertThat(take(paid("P", null, "T-1", 10, "11.00"))).isEqualTo("f1 CONTRADICTS_EARLIER_FACT");
        assertThat(take(paid("P", "T-1", 10))).isEqualTo("f2 DUPLICATE_PAYMENT");
        assertThat(take(paid("Q", null, "T-1", 10, "0.00"))).isEqualTo("f3 AMOUNT_NOT_POSITIVE");
        assertThat(take(paid("Q", "T-1", 10))).isEqualTo("f4 to T-1"); // a refused one leaves its id free
        facts = 0;
        take(returned("P", 12));
        facts = 5;
        PaymentReturned returned = returned("P", 12);
        assertThat(take(returned)).isEqualTo("f6 to T-1");
        assertThat(take(returned)).isEmpty();
        facts = 5;
        assertThat(take(returned("P", 13))).isEqualTo("f6 CONTRADICTS_EARLIER_FACT");
    }

    /** p: presented, r: returned, on days of March, in the order in which they reach us. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "p10 p20, f2 DUPLICATE_PAYMENT",
        "p10 r12 p20, f3 to T-1",
        "p10 r20 p20, f3 to T-1", // returned on the day of the second: by then
        "p10 r21 p20, f3 DUPLICATE_PAYMENT",
        "p10 r12 p20 p27, f4 DUPLICATE_PAYMENT", // that return was the first one's
        "p10 r12 p20 r22 p27, f5 to T-1",
        "p10 r12 r13 p20 p27, f5 DUPLICATE_PAYMENT", // a return told twice returns nothing twice
        "r12 p10 p20, f3 to T-1",
        "p20 r12 p10, f3 to T-1", // told in another order
        "p10 r12 p20 r22 p15, f5 DUPLICATE_PAYMENT",
        "p10 r12 p10, f3 DUPLICATE_PAYMENT"
    })
    void aDebitThatCameBackMayBePresentedAgain(String received, String expected) {
        String last = "";
        for (String one : received.split(" ")) {
            int on = Integer.parseInt(one.substring(1));
            last = take(one.startsWith("p") ? paid("P", "T-1", on) : returned("P", on));
        }

        assertThat(last).endsWith(expected);
    }

    /** Each a debit that came back and was presented again, so that nothing else refuses them. */
    @Test
    void underOneIdThereAreAHundredFactsAtMost() {
        for (int n = 0; n < 50; n++) {
            LocalDate on = TODAY.plusDays(2L * n);
            take(new PaymentReceived("p" + n, null, on, "P", "A", Money.of("10.00"), Method.SEPA_DEBIT, "T-1"));
            assertThat(take(new PaymentReturned("r" + n, null, on.plusDays(1), "P", "AM04")))
                    .isEqualTo("r" + n + " to T-1");
        }
        LocalDate later = TODAY.plusDays(200);
        PaymentReceived oneMore =
                new PaymentReceived("p50", null, later, "P", "A", Money.of("10.00"), Method.SEPA_DEBIT, "T-1");

        assertThat(take(oneMore)).isEqualTo("p50 TOO_LARGE");
        assertThat(take(new PaymentReturned("r50", null, later, "P", null))).isEqualTo("r50 TOO_LARGE");
        assertThat(take(oneMore)).isEqualTo("p50 TOO_LARGE");
        assertThat(take(new PaymentReturned("r49", null, TODAY.plusDays(99), "P", "AM04")))
                .isEmpty(); // told before
        assertThat(take(paid("Q", "T-1", 10))).isEqualTo("f1 to T-1"); // another id has its own hundred
    }

    @Test
    void aReturnFollowsItsPaymentWithoutAnOrderIdAndWhicheverComesFirst() {
        take(paid("P1", "T-1", 10));
        assertThat(take(returned("P1", 12))).isEqualTo("f2 to T-1");

        assertThat(take(returned("P2", 12))).isEmpty();
        assertThat(suspense()).containsExactly("f3");
        assertThat(take(paid("P2", "T-2", 10))).isEqualTo("f3 to T-2, f4 to T-2"); // never drawn without it
        assertThat(suspense()).isEmpty();
    }

    @Test
    void aReturnFollowsThePresentationThatItTakesBack() {
        take(paid("P", "T-1", 10));
        take(returned("P", 12));
        take(paid("P", "T-2", 20));

        assertThat(take(returned("P", 22))).isEqualTo("f4 to T-2");
        assertThat(take(returned("P", 12))).isEqualTo("f5 to T-1"); // told twice: evidence, without effect
    }

    @Test
    void aReturnStaysWithItsPaymentThatHasNoOrderYet() {
        take(paid("P", "T-9", 10));
        take(returned("P", 12));
        assertThat(suspense()).isEmpty();
        assertThat(announced(TODAY.plusDays(30))).isEmpty(); // there is no money to place

        assertThat(text(learn("T-9", "T-9"))).isEqualTo("f2 to T-9, f1 to T-9");
    }

    @Test
    void aRefundGoesToItsOrderAndItsReturnFollows() {
        assertThat(take(refunded("T-1/A/refund/1", null))).isEqualTo("f1 to T-1");
        assertThat(take(refunded("X/7/A/refund/1", null))).isEqualTo("f2 to X/7");
        assertThat(take(refunded("T-1/OTHER/refund/2", null))).isEqualTo("f3 to T-1"); // paid to another
        assertThat(take(refunded("VIR 12", "T-2"))).isEqualTo("f4 to T-2");
        assertThat(take(refunded("VIR 13", null))).isEqualTo("f5 MALFORMED");

        assertThat(take(returned("T-1/A/refund/1", 12))).isEqualTo("f6 to T-1");
        assertThat(take(returned("VIR 12", 12))).isEqualTo("f7 to T-2");
        assertThat(take(returned("T-1/A/refund/9", 12))).isEmpty(); // never paid, that we know
        assertThat(announced(TODAY.plusDays(4))).containsExactly("unmatched return of null: payment T-1/A/refund/9");
        assertThat(take(refunded("T-1/A/refund/9", null))).isEqualTo("f8 to T-1, f9 to T-1");
    }

    @Test
    void aRefundPaidTwiceUnderOneIdCountsTwice() {
        assertThat(take(refunded("T-1/A/refund/1", "T-1"))).isEqualTo("f1 to T-1");
        assertThat(take(refunded("T-1/A/refund/1", "T-1"))).isEqualTo("f2 to T-1");
    }

    @Test
    void whatWaitsIsAnnouncedOnceOnTheMorningAfterTheThirdDay() {
        take(paid("P", "T-8", "SCHOOL FEES", 10, "10.00"));
        take(new PaymentReturned("r", "T-1", day(10), "p", "MD06"));

        assertThat(announced(TODAY.plusDays(3))).isEmpty();
        assertThat(announced(TODAY.plusDays(4)))
                .containsExactly(
                        "unmatched payment of T-8: A, 10.00, payment P, SCHOOL FEES",
                        "unmatched return of T-1: payment p");
        assertThat(announced(TODAY.plusDays(5))).isEmpty();
        assertThat(suspense()).containsExactly("f1", "r"); // and goes on waiting
    }

    private List<String> announced(LocalDate today) {
        List<String> announced = new ArrayList<>();
        matching.announce(today)
                .forEach(alert -> announced.add(
                        OutputText.what(alert) + " of " + alert.orderId() + ": " + OutputText.details(alert)));
        return announced;
    }
}
