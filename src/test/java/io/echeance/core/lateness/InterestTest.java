package io.echeance.core.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.lateness.Calculator.PartialPayment;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Outstanding;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.WrittenRate;
import io.echeance.reference.StatutoryRatesFile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interest at 10 % on 1,000.00 due on 1 March 2026 and unpaid on the 31st: 30 days, 8.22. */
class InterestTest {

    private static final LocalDate DUE_ON = LocalDate.of(2026, 3, 1);

    @ParameterizedTest(name = "insolvent from {0} to {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, '03-02 to 03-31: 30 days, 8.22'",
                "2026-03-11, -, '03-02 to 03-10: 9 days, 2.47'",
                "2026-03-11, 2026-03-20, '03-02 to 03-10: 9 days, 2.47; 03-21 to 03-31: 11 days, 3.01'",
                "2026-03-11, 2026-03-11, '03-02 to 03-10: 9 days, 2.47; 03-12 to 03-31: 20 days, 5.48'",
                "2026-03-31, -, '03-02 to 03-30: 29 days, 7.95'",
                "2026-04-01, -, '03-02 to 03-31: 30 days, 8.22'",
                "2026-03-02, -, ''",
                "2026-02-10, 2026-03-30, '03-31 to 03-31: 1 days, 0.27'",
                "2026-02-10, 2026-03-31, ''"
            })
    void bearsNoneWhileTheDebtorIsInsolvent(@Nullable LocalDate from, @Nullable LocalDate until, String expected) {
        assertThat(text(interest(stops(from, until), null))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "insolvent from 11 to 20 March, and from {0} to {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-03-25, -, '03-02 to 03-10: 9 days, 2.47; 03-21 to 03-24: 4 days, 1.10'",
                "2026-03-18, 2026-03-25, '03-02 to 03-10: 9 days, 2.47; 03-26 to 03-31: 6 days, 1.64'", // they overlap
                "2026-03-21, 2026-03-25, '03-02 to 03-10: 9 days, 2.47; 03-26 to 03-31: 6 days, 1.64'",
                "2026-03-13, 2026-03-14, '03-02 to 03-10: 9 days, 2.47; 03-21 to 03-31: 11 days, 3.01'", // inside
                "2026-03-05, 2026-03-04, '03-02 to 03-10: 9 days, 2.47; 03-21 to 03-31: 11 days, 3.01'" // never
            })
    void eachOfSeveralInsolvenciesStopsIt(LocalDate from, @Nullable LocalDate until, String expected) {
        Delay.Stop first = new Delay.Stop(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 20));
        Delay.Stop second = new Delay.Stop(from, until);

        assertThat(text(interest(List.of(first, second), null))).isEqualTo(expected);
        assertThat(text(interest(List.of(second, first), null))).isEqualTo(expected);
    }

    private static List<Delay.Stop> stops(@Nullable LocalDate from, @Nullable LocalDate until) {
        return from == null ? List.of() : List.of(new Delay.Stop(from, until));
    }

    @ParameterizedTest(name = "400.00 paid on {0}: {1}")
    @CsvSource({
        "2026-03-10, '9 days of 1000.00; 11 days of 600.00'",
        "2026-03-15, '9 days of 1000.00; 11 days of 600.00'",
        "2026-03-20, '9 days of 1000.00; 11 days of 600.00'",
        "2026-03-21, '9 days of 1000.00; 1 days of 1000.00; 10 days of 600.00'",
        "2026-03-05, '4 days of 1000.00; 5 days of 600.00; 11 days of 600.00'"
    })
    void aPaymentCountsWhileInterestIsStopped(LocalDate paidOn, String expected) {
        Interest interest = interest(stops(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 20)), paidOn);

        assertThat(String.join(
                        "; ",
                        interest.segments().stream()
                                .map(segment -> segment.days() + " days of " + segment.base())
                                .toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} comes from: {1}")
    @CsvSource({
        "10, 'stipulated'",
        "legal, 'legal rate 2026-S1'",
        "legal*3, '3 x legal rate 2026-S1'",
        "legal-individual, 'legal rate of private individuals 2026-S1'",
        "ecb+10, 'ECB 2026-S1 + 10.00'",
        "ecb+8-public, 'ECB 2026-S1 + 8.00'"
    })
    void saysWhereTheRateComesFrom(String rate, String source) {
        Calculator calculator = new Calculator(Money.of("1000.00"), DUE_ON, List.of(), WrittenRate.parse(rate));

        assertThat(calculator
                        .until(LocalDate.of(2026, 3, 31), StatutoryRatesFile.bundled())
                        .segments())
                .extracting(Segment::source)
                .containsExactly(source);
    }

    @Test
    void daysOfTwoSemestersAtOneRateNameBoth() {
        // 2.15 + 10 in 2025-S2 and in 2026-S1
        Calculator calculator =
                new Calculator(Money.of("1000.00"), LocalDate.of(2025, 12, 20), List.of(), WrittenRate.parse("ecb+10"));

        assertThat(calculator
                        .until(LocalDate.of(2026, 1, 10), StatutoryRatesFile.bundled())
                        .segments())
                .extracting(Segment::source)
                .containsExactly("ECB 2025-S2 + 10.00, ECB 2026-S1 + 10.00");
    }

    @Test
    void paymentsCountByTheirDatesInWhateverOrderTheyAreReceived() {
        PartialPayment first = new PartialPayment(LocalDate.of(2026, 3, 11), Money.of("400.00"));
        PartialPayment second = new PartialPayment(LocalDate.of(2026, 3, 21), Money.of("500.00"));
        Calculator received =
                new Calculator(Money.of("1000.00"), DUE_ON, List.of(second, first), WrittenRate.parse("10"));

        assertThat(text(received.until(LocalDate.of(2026, 3, 31), StatutoryRatesFile.bundled())))
                .isEqualTo(
                        "03-02 to 03-11: 10 days, 2.74; 03-12 to 03-21: 10 days, 1.64; 03-22 to 03-31: 10 days, 0.27");
    }

    private static Interest interest(List<Delay.Stop> stops, @Nullable LocalDate paidOn) {
        Money principal = Money.of("1000.00");
        Receivable debt = new Receivable(
                ReceivableKey.parse("debt#1"), Kind.INVOICE, "debtor", principal, principal, DUE_ON, DUE_ON, DUE_ON);
        Delay delay = new Delay(debt, WrittenRate.parse("10"), DUE_ON.plusDays(1), stops, new PaidOnce(paidOn));
        return Interest.of(delay, LocalDate.of(2026, 3, 31), StatutoryRatesFile.bundled());
    }

    private static String text(Interest interest) {
        return String.join(
                "; ", interest.segments().stream().map(InterestTest::text).toList());
    }

    private static String text(Segment segment) {
        return segment.from().toString().substring(5) + " to "
                + segment.to().toString().substring(5) + ": " + segment.days() + " days, " + segment.amount();
    }

    /** 400.00 on one day, or never. */
    private record PaidOnce(@Nullable LocalDate paidOn) implements Outstanding {

        @Override
        public Money of(Receivable receivable, LocalDate day) {
            return receivable.principal().minus(paid(receivable, day));
        }

        @Override
        public Money paid(Receivable receivable, LocalDate day) {
            return paidOn == null || day.isBefore(paidOn) ? Money.ZERO : Money.of("400.00");
        }

        @Override
        public @Nullable LocalDate changesAfter(Receivable receivable, LocalDate day) {
            return paidOn != null && day.isBefore(paidOn) ? paidOn : null;
        }
    }
}
