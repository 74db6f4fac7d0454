package io.echeance.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.decision.Decider;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.CollectionFact.DebtWrittenOff;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact.FundingDecided;
import io.echeance.core.order.FundingFact.Outcome;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.FundingRequest.Mode;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Period;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused at the door, with which reason; orders are of Technolowgic, 20 % VAT. */
class AdmissionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
    private static final Decider DECIDER = new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled());
    private static final Account OPENED = Account.opened("T-1");

    private static Optional<Reason> refusal(Account account, Fact fact) {
        Stream<Output> outputs = DECIDER.take(account, fact, DAY).outputs().stream();
        return outputs.filter(Rejection.class::isInstance)
                .map(output -> ((Rejection) output).reason())
                .findFirst();
    }

    private static Optional<Reason> refusal(Fact fact) {
        return refusal(OPENED, fact);
    }

    private static OrderPlaced order(List<OrderLine> lines, FundingRequest... funding) {
        return order("T-1", "ACME", lines, List.of(), funding);
    }

    private static OrderPlaced order(
            String id, String customer, List<OrderLine> lines, List<Period> periods, FundingRequest... funding) {
        return new OrderPlaced(
                "f1",
                id,
                DAY,
                "technolowgic",
                new Customer(customer, Quality.PROFESSIONAL),
                lines,
                new Service(DAY.plusDays(20), DAY.plusDays(21), periods),
                null,
                null,
                List.of(funding),
                false);
    }

    private static List<OrderLine> lines(String... nets) {
        return Arrays.stream(nets)
                .map(net -> new OrderLine(OrderLine.LineKind.TUITION, "tuition", Money.of(net)))
                .toList();
    }

    private static FundingRequest request(String funder, Mode mode) {
        return new FundingRequest(funder, mode, Money.of("600.00"));
    }

    private static PaymentReceived payment(String factId, String paymentId, String amount, String reference) {
        return new PaymentReceived(factId, "T-1", DAY, paymentId, "ACME", Money.of(amount), Method.TRANSFER, reference);
    }

    private static Account placed(String net) {
        return DECIDER.take(OPENED, order(lines(net)), DAY).account();
    }

    @ParameterizedTest(name = "lines of {0}: {1}")
    @CsvSource({
        "0.00, AMOUNT_NOT_POSITIVE",
        "0.00 0.00, AMOUNT_NOT_POSITIVE",
        "1000.00 -0.01,", // a discount
        "1000.00 -1000.01, AMOUNT_NOT_POSITIVE",
        "1000.00 -1000.00, AMOUNT_NOT_POSITIVE",
        "1000.00 0.00,",
        "83333333.32,",
        "83333333.33, AMOUNT_TOO_LARGE",
        "50000000.00 33333333.33, AMOUNT_TOO_LARGE",
        "99999999.99, AMOUNT_TOO_LARGE",
        "100000000.00, AMOUNT_TOO_LARGE",
        "90000000000000000.00 90000000000000000.00, AMOUNT_TOO_LARGE",
        "90000000000000000.00 -1.00, AMOUNT_TOO_LARGE",
        "1000.00 -92233720368547758.08, AMOUNT_TOO_LARGE",
    })
    void anOrderAsksForSomethingThatOnePaymentCanPay(String nets, Reason reason) {
        List<OrderLine> lines = lines(nets.split(" "));

        assertThat(refusal(order(lines))).isEqualTo(Optional.ofNullable(reason));
        assertThat(refusal(placed("10.00"), new OrderAmended("f2", "T-1", DAY, lines)))
                .as("the same in an amendment")
                .isEqualTo(Optional.ofNullable(reason));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "-1.00, AMOUNT_NOT_POSITIVE",
        "0.00, AMOUNT_NOT_POSITIVE",
        "0.01,",
        "99999999.99,",
        "100000000.00, AMOUNT_TOO_LARGE",
        "-90000000000000000.00, AMOUNT_NOT_POSITIVE",
    })
    void anyOtherAmountIsPositiveAndOneThatCanBePaid(String amount, Reason reason) {
        Account placed = DECIDER.take(OPENED, order(lines("2000.00"), request("AKTO", Mode.SUBROGATION)), DAY)
                .account();
        Money money = Money.of(amount);

        assertThat(List.<Fact>of(
                        payment("f2", "P1", amount, "T-1"),
                        new RefundPaid("f2", "T-1", DAY, "R1", "ACME", money),
                        new FundingDecided("f2", "T-1", DAY, "AKTO", Outcome.GRANTED, money),
                        new DunningHeld("f2", "T-1", DAY, "h1", null, HoldReason.PROMISE, null, money)))
                .allSatisfy(fact -> assertThat(refusal(placed, fact)).isEqualTo(Optional.ofNullable(reason)));
        assertThat(refusal(order(lines("2000.00"), new FundingRequest("AKTO", Mode.SUBROGATION, money))))
                .isEqualTo(Optional.ofNullable(reason));
        assertThat(refusal(order("T-1", "ACME", lines("2000.00"), List.of(new Period(DAY, DAY.plusDays(1), money)))))
                .isEqualTo(Optional.ofNullable(reason));
    }

    @ParameterizedTest(name = "a return of {0}: {1}")
    @CsvSource({
        "0.01,",
        "-0.01,", // of what we had paid
        "0.00, AMOUNT_NOT_POSITIVE",
        "99999999.99,",
        "-99999999.99,",
        "100000000.00, AMOUNT_TOO_LARGE",
        "-100000000.00, AMOUNT_TOO_LARGE",
        "92233720368547758.07, AMOUNT_TOO_LARGE",
        "-92233720368547758.08, AMOUNT_TOO_LARGE",
    })
    void aReturnIsOfSomethingThatOnePaymentCanPay(String amount, Reason reason) {
        var returned = new PaymentReturned("r1", null, DAY, "p1", "", Money.of(amount));

        assertThat(Optional.ofNullable(Amounts.refused(returned, null)).map(Refusal::reason))
                .isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void theFileFeeIsAskedForToo() {
        List<OrderLine> lines = lines("83333333.30");

        assertThat(refusal(order(lines))).isEmpty();
        assertThat(refusal(order(lines, request("AKTO", Mode.SUBROGATION)))).contains(Reason.AMOUNT_TOO_LARGE);
    }

    @Test
    void eachFunderHasOneShareAndNobodyFundsHisOwnOrder() {
        List<OrderLine> lines = lines("2000.00");

        for (Mode one : Mode.values()) {
            assertThat(refusal(order(lines, request("AKTO", one), request("OPCO", one))))
                    .isEmpty();
            assertThat(refusal(order(lines, request("ACME", one)))).contains(Reason.FUNDING_NOT_ALLOWED);
            for (Mode other : Mode.values()) {
                assertThat(refusal(order(lines, request("AKTO", one), request("OPCO", one), request("AKTO", other))))
                        .contains(Reason.FUNDING_NOT_ALLOWED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " T-1", "T-1\t", "T\t1", "T\n1", "T\u0000", "T\uFFFD1", "T\u2028", "T\uD8001"})
    void anIdIsNothingButVisibleText(String id) {
        assertThat(refusal(order(id, "ACME", lines("10.00"), List.of()))).contains(Reason.MALFORMED);
        assertThat(refusal(order("T-1", id, lines("10.00"), List.of()))).contains(Reason.MALFORMED);
        assertThat(refusal(payment(id, "P1", "10.00", "T-1"))).contains(Reason.MALFORMED);
        assertThat(refusal(payment("f1", id, "10.00", "T-1"))).contains(Reason.MALFORMED);
        assertThat(refusal(new PenaltyWaived("f1", "T-1", DAY, id, null, null))).contains(Reason.MALFORMED);
    }

    @Test
    void anIdHasAtMostTwoHundredCharactersAndOneMadeOfOthersFiveHundred() {
        String longest = "é".repeat(200);

        assertThat(refusal(Account.opened(longest), order(longest, longest, lines("10.00"), List.of())))
                .isEmpty();
        assertThat(refusal(order(longest + "1", "ACME", lines("10.00"), List.of())))
                .contains(Reason.MALFORMED);
        assertThat(refusal(new PaymentReturned("f1", "T-1", DAY, longest + "/" + longest + "/refund/1", null)))
                .as("a refund's id")
                .isEmpty();
        assertThat(refusal(new PaymentReturned("f1", "T-1", DAY, "1".repeat(501), null)))
                .contains(Reason.MALFORMED);
    }

    @Test
    void aPayersIdHasNoSlashSinceDocumentsAreNamedAfterHim() {
        assertThat(refusal(order("2026/001", "ACME", lines("10.00"), List.of())))
                .isEmpty();
        assertThat(refusal(order("T-1", "A/ACME", lines("10.00"), List.of()))).contains(Reason.MALFORMED);
        assertThat(refusal(order(lines("2000.00"), request("A/KTO", Mode.SUBROGATION))))
                .contains(Reason.MALFORMED);
    }

    @Test
    void aTextHasAThousandCharactersAndAListAHundredElements() {
        String longest = "é".repeat(1_000);

        assertThat(refusal(new DebtWrittenOff("f1", "T-1", DAY, longest, "me"))).isEmpty();
        assertThat(refusal(new DebtWrittenOff("f1", "T-1", DAY, longest + ".", "me")))
                .contains(Reason.TOO_LARGE);
        assertThat(refusal(order(Collections.nCopies(100, lines("10.00").getFirst()))))
                .isEmpty();
        assertThat(refusal(order(Collections.nCopies(101, lines("10.00").getFirst()))))
                .contains(Reason.TOO_LARGE);
        assertThat(refusal(order("x".repeat(70_000), "ACME", lines("10.00"), List.of())))
                .as("beyond 64 kB nothing else is looked at")
                .contains(Reason.TOO_LARGE);
    }

    @Test
    void anOrderTakesFiveHundredPaymentsAndAThousandFacts() {
        Account account = placed("100000.00");
        for (int n = 0; n < 500; n++) {
            account = DECIDER.take(account, payment("p" + n, "P" + n, "1.00", "T-1"), DAY)
                    .account();
        }
        assertThat(refusal(account, payment("p500", "P500", "1.00", "T-1"))).contains(Reason.TOO_LARGE);
        assertThat(refusal(account, payment("p0", "P0", "1.00", "T-1")))
                .as("one that it has")
                .isEmpty();
        for (int n = 0; n < 499; n++) {
            Fact returned = new PaymentReturned("r" + n, "T-1", DAY, "P" + n, null);
            assertThat(refusal(account, returned)).isEmpty();
            account = DECIDER.take(account, returned, DAY).account();
        }
        assertThat(refusal(account, new DebtWrittenOff("w", "T-1", DAY, null, null)))
                .contains(Reason.TOO_LARGE);
    }

    @Test
    void theFactsOfAnOrderHaveAQuarterOfAMegabyteTogether() {
        Account account = placed("1000.00");
        int taken = 0;
        for (int n = 0; n < 200; n++) {
            Fact waiver = new PenaltyWaived("w" + n, "T-1", DAY, "all", "x".repeat(1_000), "y".repeat(1_000));
            if (refusal(account, waiver).isEmpty()) {
                taken++;
                account = DECIDER.take(account, waiver, DAY).account();
            }
        }
        assertThat(taken).isBetween(100, 130);
        assertThat(refusal(account, payment("p", "P", "1.00", "T-1")))
                .as("a small one still has room")
                .isEmpty();
    }
}
