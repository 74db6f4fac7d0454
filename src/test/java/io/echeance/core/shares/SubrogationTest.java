package io.echeance.core.shares;

import static io.echeance.core.order.AnOrder.day;
import static io.echeance.core.order.AnOrder.granted;
import static io.echeance.core.order.AnOrder.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.OrderFact.FundingRequest.Mode;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.RevisedConditionsAccepted;
import io.echeance.core.order.Price;
import io.echeance.core.order.Situation;
import io.echeance.core.shares.FunderShare.ShareState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who owes what of 2400.00, of which OPCO was asked for 1500.00; the service runs from 20 to 22 April. At the Ecole the
 * customer has fifteen days to accept what the funder refuses or cuts, and an invoice unpaid for sixty days falls back.
 */
class SubrogationTest {

    private static final FunderPayments NOTHING_INVOICED = new Payments(null, "2026-01-01", "0.00");

    @ParameterizedTest(name = "{0}, granted on {1}, on {2}: {3}")
    @CsvSource(
            nullValues = "never",
            value = {
                "ecole-librairie, never, 2026-04-20, 'OPCO REQUESTED 1500.00, C 900.00; next 2026-04-21'",
                "ecole-librairie, never, 2026-04-21, 'OPCO SILENT 0.00, C 2400.00'",
                "ecole-librairie, 2026-04-20, 2026-04-21, 'OPCO GRANTED 1500.00, C 900.00'",
                "ecole-librairie, 2026-04-21, 2026-04-21, 'OPCO SILENT 0.00, C 2400.00; late [granted]'",
                "technolowgic, never, 2026-04-22, 'OPCO REQUESTED 1500.00, C 900.00; next 2026-04-23'",
                "technolowgic, never, 2026-04-23, 'OPCO SILENT 0.00, C 2400.00'",
                "technolowgic, 2026-04-22, 2026-04-23, 'OPCO GRANTED 1500.00, C 900.00'"
            })
    void aFunderHasUntilTheDeadlineOfTheTerms(String terms, @Nullable String grantedOn, String today, String expected) {
        AnOrder order = order(terms);
        if (grantedOn != null) {
            order.received(granted("granted", "OPCO", grantedOn, "1500.00"));
        }

        assertThat(shares(order, today, NOTHING_INVOICED)).isEqualTo(expected);
    }

    @Test
    void anOrderThatReachesUsAfterTheDeadlineIsJudgedOnTheDayAfterItCame() {
        AnOrder order = order("ecole-librairie").knownOn("2026-05-10");

        assertThat(shares(order, "2026-05-10", NOTHING_INVOICED))
                .isEqualTo("OPCO REQUESTED 1500.00, C 900.00; next 2026-05-11");
        assertThat(shares(order, "2026-05-11", NOTHING_INVOICED)).isEqualTo("OPCO SILENT 0.00, C 2400.00");
    }

    @Test
    void ofTwoDecisionsTheLaterCountsWhicheverReachesUsFirst() {
        AnOrder order = order("technolowgic")
                .received(granted("second", "OPCO", "2026-02-10", "1000.00"))
                .receivedOn(day("2026-03-01"), granted("first", "OPCO", "2026-02-01", "1500.00"));

        assertThat(shares(order, "2026-03-01", NOTHING_INVOICED)).isEqualTo("OPCO GRANTED 1000.00, C 1400.00");
    }

    @ParameterizedTest(name = "{0} granted of 1500.00 asked for and 2400.00 in all: {1}")
    @CsvSource({
        "1000.00, 'OPCO GRANTED 1000.00, C 1400.00'",
        "1800.00, 'OPCO GRANTED 1800.00, C 600.00'",
        "2400.00, 'OPCO GRANTED 2400.00, C 0.00'",
        "2400.01, 'OPCO GRANTED 2400.00, C 0.00; over-funded [granted]'"
    })
    void aGrantIsCutAtThePrice(String amount, String expected) {
        AnOrder order = order("technolowgic").received(granted("granted", "OPCO", "2026-02-01", amount));

        assertThat(shares(order, "2026-02-01", NOTHING_INVOICED)).isEqualTo(expected);
    }

    @Test
    void fundersTakeFromThePriceInTheOrdersSequence() {
        AnOrder order = order("technolowgic").fundedBy("REGION", "1500.00");

        assertThat(shares(order, "2026-02-01", NOTHING_INVOICED))
                .isEqualTo("OPCO REQUESTED 1500.00, REGION REQUESTED 900.00, C 0.00; next 2026-04-23");
        order.received(granted("granted", "REGION", "2026-02-01", "1500.00"));
        assertThat(shares(order, "2026-02-01", NOTHING_INVOICED))
                .isEqualTo("OPCO REQUESTED 1500.00, REGION GRANTED 900.00, C 0.00;"
                        + " over-funded [granted]; next 2026-04-23");
    }

    @Test
    void aFunderThatReimbursesTheCustomerOwesNothing() {
        AnOrder order = AnOrder.of("technolowgic", "2026-01-10")
                .of(OrderLine.LineKind.TUITION, "2400.00")
                .fundedBy("OPCO", Mode.REIMBURSEMENT, "1500.00");

        assertThat(shares(order, "2026-02-01", NOTHING_INVOICED)).isEqualTo("C 2400.00");
    }

    @ParameterizedTest(name = "refused on 1 February, accepted on {0}, on {1}: {2}")
    @CsvSource(
            nullValues = "never",
            value = {
                "never, 2026-02-16, 'OPCO REFUSED 0.00, C 900.00, awaiting 1500.00; next 2026-02-17'",
                "2026-02-01, 2026-02-02, 'OPCO REFUSED 0.00, C 2400.00'",
                "2026-02-16, 2026-02-17, 'OPCO REFUSED 0.00, C 2400.00'"
            })
    void nobodyOwesWhatTheCustomerMayStillAccept(@Nullable String acceptedOn, String today, String expected) {
        AnOrder order = order("ecole-librairie").received(refused("refused", "OPCO", "2026-02-01"));
        if (acceptedOn != null) {
            order.received(new RevisedConditionsAccepted("accepted", AnOrder.ID, day(acceptedOn)));
        }

        assertThat(shares(order, today, NOTHING_INVOICED)).isEqualTo(expected);
    }

    @Test
    void aRefusalThatReachesUsLateIsJudgedOnTheDayAfterItCame() {
        AnOrder order =
                order("ecole-librairie").receivedOn(day("2026-03-01"), refused("refused", "OPCO", "2026-02-01"));

        assertThat(shares(order, "2026-03-01", NOTHING_INVOICED))
                .isEqualTo("OPCO REFUSED 0.00, C 900.00, awaiting 1500.00; next 2026-03-02");
    }

    @Test
    void aRefusalThatReachesUsAfterTheServiceHasBegunLeavesTheCustomerWhatItOwes() {
        AnOrder order =
                order("ecole-librairie").receivedOn(day("2026-04-25"), refused("refused", "OPCO", "2026-02-01"));

        assertThat(shares(order, "2026-04-25", NOTHING_INVOICED))
                .isEqualTo("OPCO REFUSED 0.00, C 2400.00; next 2026-04-26");
        assertThat(shares(order, "2026-04-26", NOTHING_INVOICED))
                .isEqualTo("OPCO REFUSED 0.00, C 2400.00; not accepted [OPCO]");
    }

    @ParameterizedTest(name = "due on 1 March and paid; known on {0} to have come back: on {1} {2}")
    @CsvSource({
        "2026-04-10, 2026-04-10, 'OPCO GRANTED 1500.00, C 900.00; next 2026-04-30'", // in time for the sixtieth day
        "2026-04-10, 2026-04-30, 'OPCO UNPAID 0.00, C 2400.00'",
        "2026-05-15, 2026-05-15, 'OPCO GRANTED 1500.00, C 900.00; next 2026-05-16'",
        "2026-05-15, 2026-05-16, 'OPCO UNPAID 0.00, C 2400.00'"
    })
    void aPaymentThatComesBackLaterFallsBackOnTheNextMorning(LocalDate known, String today, String expected) {
        AnOrder order = order("ecole-librairie").received(granted("granted", "OPCO", "2026-02-01", "1500.00"));

        assertThat(shares(order, today, new ReturnedPayment(known))).isEqualTo(expected);
    }

    /** Due on 1 March, paid whole on that day, and known on a day to have come back. */
    private record ReturnedPayment(LocalDate knownOn) implements FunderPayments {

        @Override
        public List<LocalDate> dueOn(String funder) {
            return List.of(day("2026-03-01"));
        }

        @Override
        public AskedAndPaid position(String funder, LocalDate dueBy, LocalDate on) {
            return new AskedAndPaid(Money.of("1500.00"), on.isBefore(knownOn) ? Money.of("1500.00") : Money.ZERO);
        }

        @Override
        public Map<DocumentId, Money> unpaid(String funder, LocalDate dueBy, LocalDate on) {
            return Map.of();
        }

        @Override
        public List<LocalDate> returnsKnownOn(String funder) {
            return List.of(knownOn);
        }
    }

    @ParameterizedTest(name = "refused on {0}: {1}")
    @CsvSource({
        "2026-04-04, 'OPCO REFUSED 0.00, C 2400.00; not accepted [OPCO]'", // the service begins on the day of the lapse
        "2026-04-20, 'OPCO REFUSED 0.00, C 2400.00; not accepted [OPCO]'"
    })
    void aServiceThatHasBegunDoesNotLapse(String refusedOn, String expected) {
        AnOrder order = order("ecole-librairie").received(refused("refused", "OPCO", refusedOn));

        assertThat(shares(order, "2026-06-01", NOTHING_INVOICED)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} granted, {1} paid by 30 April, on {2}: {3}")
    @CsvSource({
        "1500.00, 500.00, 2026-04-29, 'OPCO GRANTED 1500.00, C 900.00; next 2026-04-30'",
        "1500.00, 500.00, 2026-04-30, 'OPCO UNPAID 500.00, C 1900.00'",
        "1500.00, 1500.00, 2026-04-30, 'OPCO GRANTED 1500.00, C 900.00'",
        "1500.00, 1600.00, 2026-04-30, 'OPCO GRANTED 1500.00, C 900.00'",
        "1000.00, 400.00, 2026-04-30, 'OPCO UNPAID 400.00, C 2000.00'" // the cut had been accepted
    })
    void whatAFunderLeavesUnpaidForSixtyDaysFallsBack(String granted, String paid, String today, String expected) {
        AnOrder order = order("ecole-librairie")
                .received(granted("granted", "OPCO", "2026-02-01", granted))
                .received(new RevisedConditionsAccepted("accepted", AnOrder.ID, day("2026-02-02")));

        assertThat(shares(order, today, new Payments(day("2026-03-01"), "2026-04-29", paid)))
                .isEqualTo(expected);
    }

    @Test
    void aPaymentOfTheMorningItselfComesTooLate() {
        AnOrder order = order("ecole-librairie").received(granted("granted", "OPCO", "2026-02-01", "1500.00"));

        assertThat(shares(order, "2026-04-30", new Payments(day("2026-03-01"), "2026-04-30", "1500.00")))
                .isEqualTo("OPCO UNPAID 0.00, C 2400.00");
    }

    @Test
    void theEarliestOfTwoDaysToComeIsTheNext() {
        AnOrder order = order("ecole-librairie")
                .fundedBy("REGION", "100.00")
                .received(granted("granted", "REGION", "2026-02-01", "100.00"));

        assertThat(shares(order, "2026-02-02", new Payments(day("2026-03-01"), "2026-02-01", "0.00")))
                .endsWith("next 2026-04-21");
        assertThat(shares(order, "2026-02-02", new Payments(day("2026-02-01"), "2026-02-01", "0.00")))
                .endsWith("next 2026-04-02");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void onlyWhatAFunderAgreedToIsInvoicedToIt(ShareState state) {
        FunderShare share = new FunderShare("OPCO", state, Money.of("1.00"), Money.ZERO);

        assertThat(share.isInvoiceable()).isEqualTo(state == ShareState.GRANTED || state == ShareState.UNPAID);
    }

    private static AnOrder order(String terms) {
        return AnOrder.of(terms, "2026-01-10")
                .of(OrderLine.LineKind.TUITION, "2400.00")
                .from("2026-04-20", "2026-04-22")
                .fundedBy("OPCO", "1500.00");
    }

    private static String shares(AnOrder order, String today, FunderPayments payments) {
        Situation situation = order.asOf(today);
        Cost cost = Cost.asAgreed(new Price(Money.of("2400.00"), Money.ZERO, Money.ZERO));
        Shares shares = Subrogation.shares(situation, order.service(), cost, payments);
        StringBuilder text = new StringBuilder();
        for (FunderShare share : shares.funders()) {
            text.append(share.funder() + " " + share.state() + " " + share.net() + ", ");
        }
        text.append("C " + shares.ofCustomer().total());
        text.append(shares.awaitingAcceptance().isZero() ? "" : ", awaiting " + shares.awaitingAcceptance());
        text.append(shares.lateDecisions().isEmpty() ? "" : "; late " + shares.lateDecisions());
        text.append(shares.overFunding().isEmpty() ? "" : "; over-funded " + shares.overFunding());
        text.append(shares.acceptanceMissing().isEmpty() ? "" : "; not accepted " + shares.acceptanceMissing());
        text.append(shares.nextOn() == null ? "" : "; next " + shares.nextOn());
        return text.toString();
    }

    /** Every funder's invoice of its whole share falls due on one day, and so much is paid on another. */
    private record Payments(@Nullable LocalDate due, LocalDate paidOn, Money amount) implements PaymentsThatStay {

        Payments(@Nullable LocalDate due, String paidOn, String amount) {
            this(due, day(paidOn), Money.of(amount));
        }

        @Override
        public List<LocalDate> dueOn(String funder) {
            return due == null ? List.of() : List.of(due);
        }

        @Override
        public AskedAndPaid position(String funder, LocalDate dueBy, LocalDate on) {
            return new AskedAndPaid(Money.of("2400.00"), on.isBefore(paidOn) ? Money.ZERO : amount);
        }
    }
}
