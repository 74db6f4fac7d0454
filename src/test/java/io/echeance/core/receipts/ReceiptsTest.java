package io.echeance.core.receipts;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a payer paid, got back and was refunded, on any day. */
class ReceiptsTest {

    private static final AnOrder ORDER = AnOrder.of("technolowgic", "2026-01-15")
            .fundedBy("OPCO", "500.00")
            .paid("p1", "C", "100.00", "2026-03-01")
            .paid("p2", "AUNT", "200.00", "2026-03-10")
            .paid("p3", "C", "400.00", "2026-03-20")
            .paid("p4", "OPCO", "500.00", "2026-03-25")
            .returned("p3", "2026-03-24");

    @ParameterizedTest(name = "by {0} the customer had paid {1}, of it since 10 March {2}")
    @CsvSource({
        "2026-02-28, 0.00, 0.00",
        "2026-03-01, 100.00, 0.00",
        "2026-03-09, 100.00, 0.00",
        "2026-03-10, 300.00, 200.00",
        "2026-03-20, 700.00, 600.00",
        "2026-03-23, 700.00, 600.00",
        "2026-03-24, 300.00, 200.00", // the day of a return no longer counts it
        "2026-12-31, 300.00, 200.00"
    })
    void countFromTheValueDateToTheReturn(LocalDate on, String paid, String sinceTheTenth) {
        Receipts receipts = Receipts.of(ORDER.asOf("2026-12-31"), "C");

        assertThat(receipts.paidBy(on)).isEqualTo(Money.of(paid));
        assertThat(receipts.paidBetween(day("2026-03-10"), on)).isEqualTo(Money.of(sinceTheTenth));
    }

    @Test
    void theLastPaymentIsTheLastThatStayed() {
        assertThat(Receipts.of(ORDER.asOf("2026-12-31"), "C").lastPaymentOn()).isEqualTo("2026-03-10");
        assertThat(Receipts.of(ORDER.asOf("2026-12-31"), "OPCO").lastPaymentOn())
                .isEqualTo("2026-03-25");
        assertThat(Receipts.of(ORDER.asOf("2026-02-01"), "C").lastPaymentOn()).isEqualTo(LocalDate.MIN);
    }

    @Test
    void refundsAreCountedByPayerAndById() {
        AnOrder order = AnOrder.of("technolowgic", "2026-01-15")
                .fundedBy("OPCO", "500.00")
                .refunded("O/C/refund/1", "C", "10.00", "2026-03-01")
                .refunded("O/C/refund/1", "C", "20.00", "2026-03-02")
                .refunded("O/C/refund/2", "C", "40.00", "2026-03-03")
                .refunded("O/OPCO/refund/1", "OPCO", "80.00", "2026-03-04");
        Receipts receipts = Receipts.of(order.asOf("2026-12-31"), "C");

        assertThat(receipts.refunded()).isEqualTo(Money.of("70.00"));
        assertThat(receipts.refunded("O/C/refund/1")).isEqualTo(Money.of("30.00"));
        assertThat(receipts.isEmpty()).isFalse();
        assertThat(receipts.breaks()).containsExactly(day("2026-03-01"), day("2026-03-02"), day("2026-03-03"));
    }

    @Test
    void nothingPaidAndNothingRefundedIsNothing() {
        assertThat(Receipts.of(ORDER.asOf("2026-02-01"), "C").isEmpty()).isTrue();
        assertThat(Receipts.of(ORDER.asOf("2026-03-01"), "C").isEmpty()).isFalse();
    }

    @ParameterizedTest(name = "{0} refunded on 15 March leaves {1}")
    @CsvSource({
        "30.00, 'p1 100.00, p2 170.00, p3 400.00'", // the latest payment valued by then
        "200.00, 'p1 100.00, p2 0.00, p3 400.00'",
        "250.00, 'p1 50.00, p2 0.00, p3 400.00'",
        "350.00, 'p1 0.00, p2 0.00, p3 350.00'", // beyond all of these: the next one
        "900.00, 'p1 0.00, p2 0.00, p3 0.00'"
    })
    void aRefundTakesItsMoneyFromTheLatestPayments(String amount, String left) {
        AnOrder order = AnOrder.of("technolowgic", "2026-01-15")
                .paid("p1", "C", "100.00", "2026-03-01")
                .paid("p2", "C", "200.00", "2026-03-15")
                .paid("p3", "C", "400.00", "2026-03-20")
                .refunded("O/C/refund/1", "C", amount, "2026-03-15");
        Receipts receipts = Receipts.of(order.asOf("2026-12-31"), "C");

        assertThat(text(receipts.countingIn(day("2026-03-15"), LocalDate.MAX))).isEqualTo(left);
        assertThat(text(receipts.countingIn(LocalDate.MIN, day("2026-03-15")))).isEqualTo("p1 100.00");
    }

    @Test
    void aPaymentCountsInEveryStretchThatItBeginsBeforeTheEndOfAndIsNotReturnedBeforeTheStartOf() {
        Receipts receipts = Receipts.of(ORDER.asOf("2026-12-31"), "C");

        assertThat(receipts.breaks()).containsExactly(day("2026-03-24"));
        assertThat(text(receipts.countingIn(LocalDate.MIN, day("2026-03-24"))))
                .isEqualTo("p1 100.00, p2 200.00, p3 400.00");
        assertThat(text(receipts.countingIn(day("2026-03-24"), LocalDate.MAX))).isEqualTo("p1 100.00, p2 200.00");
    }

    private static String text(List<PaymentReceived> payments) {
        return String.join(
                ", ",
                payments.stream()
                        .map(payment -> payment.paymentId() + " " + payment.amount())
                        .toList());
    }
}
