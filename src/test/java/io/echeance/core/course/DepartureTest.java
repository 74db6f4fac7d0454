package io.echeance.core.course;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.Period;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.Price;
import io.echeance.core.terms.Quality;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a price stays due, and which fee is owed besides, when an order ends early. */
class DepartureTest {

    @ParameterizedTest(name = "{0} days before the start: fee {1}, {2} stay due")
    @CsvSource({
        "60, 0.00, 0.00",
        "31, 0.00, 0.00",
        "30, 810.00, 0.00", // 30 % of 2400.00 and 300.00 of travel
        "20, 810.00, 0.00",
        "19, 1350.00, 0.00",
        "10, 1350.00, 0.00",
        "9, 2025.00, 0.00",
        "7, 2025.00, 0.00",
        "6, 0.00, 2700.00", // the price itself, with its VAT
        "0, 0.00, 2700.00",
        "-1, 0.00, 2700.00"
    })
    void technolowgicCountsByTheDaysOfNotice(int daysBefore, String fee, String due) {
        AnOrder order = AnOrder.of("technolowgic", "2026-01-15")
                .of(OrderLine.LineKind.TUITION, "2400.00")
                .of(OrderLine.LineKind.TRAVEL, "300.00")
                .from("2026-04-20", "2026-04-22");

        Ending ending = ended(
                order,
                day("2026-04-20").minusDays(daysBefore),
                ContractParty.CUSTOMER,
                CancellationReason.CANCELLATION,
                null);

        assertThat(ending.fee()).isEqualTo(Money.of(fee));
        assertThat(ending.remaining().total()).isEqualTo(Money.of(due));
        assertThat(ending.customerOwesAll()).isTrue();
        assertThat(ending.refundDays()).isEqualTo(30);
    }

    @ParameterizedTest(name = "the seller says {0}: what was delivered stays due")
    @EnumSource(names = {"CANCELLATION", "WITHDRAWAL", "HEALTH", "WORK_STUDY_SWITCH"})
    void whateverItCallsItASellerThatLeavesKeepsWhatItDelivered(CancellationReason reason) {
        AnOrder order = AnOrder.of("hexagone-initial", "2026-03-01")
                .by(Quality.CONSUMER)
                .of(OrderLine.LineKind.TUITION, "6000.00")
                .of(OrderLine.LineKind.APPLICATION_FEE, "500.00")
                .from("2026-04-01", "2026-09-30")
                .received(delivered("2026-04-20", "0.10"));

        Ending ending = ended(order, day("2026-05-01"), ContractParty.SELLER, reason, day("2026-05-01"));

        assertThat(ending.remaining()).isEqualTo(price("600.00", "50.00"));
        assertThat(ending.refundDays()).isEqualTo(30);
    }

    @ParameterizedTest(name = "{1} by the {0}: {2} of tuition and {3} of fee stay due")
    @CsvSource({
        "SELLER, EXCLUSION, 6000.00, 500.00",
        "CUSTOMER, EXCLUSION, 6000.00, 500.00",
        "CUSTOMER, VISA_REFUSED, 0.00, 500.00",
        "CUSTOMER, DIPLOMA_NOT_OBTAINED, 0.00, 0.00",
        "CUSTOMER, FRAUD, 0.00, 0.00",
        "CUSTOMER, FORCE_MAJEURE, 600.00, 50.00",
        "SELLER, NOT_ENOUGH_PARTICIPANTS, 600.00, 50.00",
        "CUSTOMER, HEALTH, 6000.00, 500.00", // begun: the one period that there is
        "CUSTOMER, CANCELLATION, 6000.00, 500.00"
    })
    void eachReasonLeavesItsPartDue(ContractParty by, CancellationReason reason, String tuition, String fee) {
        AnOrder order = AnOrder.of("hexagone-initial", "2026-03-01")
                .by(Quality.CONSUMER)
                .of(OrderLine.LineKind.TUITION, "6000.00")
                .of(OrderLine.LineKind.APPLICATION_FEE, "500.00")
                .from("2026-04-01", "2026-09-30")
                .received(delivered("2026-04-20", "0.10"));

        Ending ending = ended(order, day("2026-05-01"), by, reason, null);

        assertThat(ending.remaining()).isEqualTo(price(tuition, fee));
        assertThat(ending.fee()).isEqualTo(Money.ZERO);
        assertThat(ending.customerOwesAll()).isFalse();
    }

    @ParameterizedTest(name = "left on {0}: {1} of the year stay due")
    @CsvSource({
        "2026-08-31, 0.00",
        "2026-09-01, 4000.00", // the first day of a semester begins it
        "2027-01-31, 4000.00",
        "2027-02-01, 6000.00"
    })
    void theSemestersBegunStayDue(LocalDate on, String tuition) {
        AnOrder order = AnOrder.of("hexagone-initial", "2026-03-01")
                .by(Quality.CONSUMER)
                .of(OrderLine.LineKind.TUITION, "6000.00")
                .of(OrderLine.LineKind.APPLICATION_FEE, "500.00")
                .from(
                        "2026-09-01",
                        "2027-06-30",
                        new Period(day("2026-09-01"), day("2027-01-31"), Money.of("4000.00")),
                        new Period(day("2027-02-01"), day("2027-06-30"), Money.of("2000.00")));

        assertThat(ended(order, on, ContractParty.CUSTOMER, CancellationReason.CANCELLATION, null)
                        .remaining())
                .isEqualTo(price(tuition, "500.00"));
    }

    @ParameterizedTest(name = "left on {0}: {1} of one undivided service stay due")
    @CsvSource({"2026-08-31, 0.00", "2026-09-01, 6000.00"})
    void aServiceWithoutPeriodsIsOnePeriod(LocalDate on, String tuition) {
        AnOrder order = AnOrder.of("hexagone-initial", "2026-03-01")
                .by(Quality.CONSUMER)
                .of(OrderLine.LineKind.TUITION, "6000.00")
                .from("2026-09-01", "2027-06-30");

        assertThat(ended(order, on, ContractParty.CUSTOMER, CancellationReason.HEALTH, null)
                        .remaining())
                .isEqualTo(price(tuition, "0.00"));
    }

    @ParameterizedTest(name = "ordered on {0}, withdrawn on {1}: {2}")
    @CsvSource({
        "2026-03-02, 2026-03-16, WITHDRAWAL", // a Monday, the fourteenth day
        "2026-03-02, 2026-03-17, CANCELLATION",
        "2026-02-28, 2026-03-16, WITHDRAWAL", // the fourteenth day is a Saturday: until Monday
        "2026-02-28, 2026-03-17, CANCELLATION",
        "2025-12-11, 2025-12-26, WITHDRAWAL", // Christmas Day: until the day after
        "2025-12-11, 2025-12-27, CANCELLATION"
    })
    void aConsumerWithdrawsUntilTheFourteenthDayRolledToAWorkingDay(
            String orderedOn, LocalDate on, CancellationReason expected) {
        AnOrder order =
                AnOrder.of("alegria-online", orderedOn).by(Quality.CONSUMER).of(OrderLine.LineKind.TUITION, "480.00");

        Ending ending = ended(order, on, ContractParty.CUSTOMER, CancellationReason.WITHDRAWAL, null);

        boolean inTime = expected == CancellationReason.WITHDRAWAL;
        assertThat(ending.reason()).isEqualTo(expected.name());
        assertThat(ending.isWithdrawal()).isEqualTo(inTime);
        assertThat(ending.remaining()).isEqualTo(inTime ? Price.NOTHING : price("480.00", "0.00"));
        assertThat(ending.refundDays()).isEqualTo(inTime ? 14 : 30);
    }

    @Test
    void aProfessionalHasNoRightToWithdraw() {
        AnOrder order = AnOrder.of("alegria-online", "2026-03-02").of(OrderLine.LineKind.TUITION, "480.00");

        assertThat(ended(order, day("2026-03-03"), ContractParty.CUSTOMER, CancellationReason.WITHDRAWAL, null)
                        .reason())
                .isEqualTo("CANCELLATION");
    }

    @Test
    void whoeverAskedToBeginAtOncePaysWhatWasDelivered() {
        AnOrder order = AnOrder.of("alegria-online", "2026-03-02")
                .by(Quality.CONSUMER)
                .of(OrderLine.LineKind.TUITION, "480.00")
                .beginningAtOnce()
                .received(delivered("2026-03-05", "0.25"))
                .received(delivered("2026-03-09", "0.50"));

        assertThat(ended(order, day("2026-03-06"), ContractParty.CUSTOMER, CancellationReason.WITHDRAWAL, null)
                        .remaining())
                .isEqualTo(price("120.00", "0.00"));
        assertThat(ended(order, day("2026-03-04"), ContractParty.CUSTOMER, CancellationReason.WITHDRAWAL, null)
                        .remaining())
                .isEqualTo(Price.NOTHING);
    }

    @ParameterizedTest(name = "asked for on {0}: granted {1}")
    @CsvSource({"2026-03-14, true", "2026-03-15, false", "2026-03-16, false"})
    void moneyComesBackForFourteenPlainDays(LocalDate on, boolean granted) {
        AnOrder order = AnOrder.of("alegria-online", "2026-02-28") // the last day is a Saturday, and stays it
                .by(Quality.CONSUMER)
                .of(OrderLine.LineKind.TUITION, "480.00");

        Ending ending = ended(order, on, ContractParty.CUSTOMER, CancellationReason.MONEY_BACK, null);

        assertThat(ending != null).isEqualTo(granted);
        assertThat(ending == null ? 7 : ending.refundDays()).isEqualTo(7);
    }

    @Test
    void noMoneyComesBackWhereNobodyPromisedIt() {
        AnOrder order = AnOrder.of("technolowgic", "2026-03-02").of(OrderLine.LineKind.TUITION, "480.00");

        assertThat(ended(order, day("2026-03-03"), ContractParty.CUSTOMER, CancellationReason.MONEY_BACK, null))
                .isNull();
    }

    @ParameterizedTest(name = "a work-study contract from {0}: {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "2026-08-20, 0.00", // before the first day
                "2026-09-01, 0.00",
                "2026-09-02, 20.00", // one day of 303
                "2026-10-01, 600.00", // 30 days
                "2026-12-01, 1820.00", // three months: the last day that the terms allow
                "2026-12-02, refused",
                "none, refused"
            })
    void aStudentWhoFindsAContractPaysTheDaysUpToIt(@Nullable LocalDate contractStart, String tuition) {
        AnOrder order = AnOrder.of("hexagone-initial", "2026-03-01")
                .by(Quality.CONSUMER)
                .of(OrderLine.LineKind.TUITION, "6060.00")
                .of(OrderLine.LineKind.APPLICATION_FEE, "500.00")
                .from("2026-09-01", "2027-06-30"); // 303 days, both included

        Ending ending = ended(
                order, day("2026-08-20"), ContractParty.CUSTOMER, CancellationReason.WORK_STUDY_SWITCH, contractStart);

        assertThat(ending == null ? "refused" : ending.remaining().tuition().toString())
                .isEqualTo(tuition);
        assertThat(ending == null ? Money.ZERO : ending.remaining().applicationFee())
                .isEqualTo(Money.ZERO);
    }

    @Test
    void aContractAfterAShortServiceLeavesTheWholeDue() {
        AnOrder order = AnOrder.of("hexagone-initial", "2026-03-01")
                .by(Quality.CONSUMER)
                .of(OrderLine.LineKind.TUITION, "900.00")
                .from("2026-04-01", "2026-04-30");

        assertThat(ended(
                                order,
                                day("2026-04-10"),
                                ContractParty.CUSTOMER,
                                CancellationReason.WORK_STUDY_SWITCH,
                                day("2026-05-20"))
                        .remaining())
                .isEqualTo(price("900.00", "0.00"));
    }

    @Test
    void whereTheTermsHaveNoSuchRightNobodySwitches() {
        AnOrder order = AnOrder.of("technolowgic", "2026-03-02").of(OrderLine.LineKind.TUITION, "480.00");

        assertThat(ended(
                        order,
                        day("2026-03-03"),
                        ContractParty.CUSTOMER,
                        CancellationReason.WORK_STUDY_SWITCH,
                        day("2026-03-10")))
                .isNull();
    }

    @ParameterizedTest(name = "cancelled on {0} by force majeure: {1} stay due")
    @CsvSource({"2026-04-22, 0.00", "2026-04-23, 1000.00"})
    void aServiceThatIsOverIsDeliveredWhole(LocalDate on, String due) {
        AnOrder order = AnOrder.of("technolowgic", "2026-03-02")
                .of(OrderLine.LineKind.TUITION, "1000.00")
                .from("2026-04-20", "2026-04-22");

        assertThat(ended(order, on, ContractParty.CUSTOMER, CancellationReason.FORCE_MAJEURE, null)
                        .remaining())
                .isEqualTo(price(due, "0.00"));
    }

    private static @Nullable Ending ended(
            AnOrder order,
            LocalDate on,
            ContractParty by,
            CancellationReason reason,
            @Nullable LocalDate contractStart) {
        OrderCancelled notice = new OrderCancelled("notice " + on, AnOrder.ID, on, by, reason, contractStart);
        return Course.of(order.received(notice).asOf("2027-12-31")).ending();
    }

    private static ServiceDelivered delivered(String on, String share) {
        return new ServiceDelivered("delivered " + on, AnOrder.ID, day(on), new BigDecimal(share));
    }

    private static Price price(String tuition, String applicationFee) {
        return new Price(Money.of(tuition), Money.ZERO, Money.of(applicationFee));
    }
}
