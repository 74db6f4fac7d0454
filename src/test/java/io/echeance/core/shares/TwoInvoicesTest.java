package io.echeance.core.shares;

import static io.echeance.core.order.AnOrder.day;
import static io.echeance.core.order.AnOrder.granted;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.Price;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OPCO owes 1500.00 of 2400.00, and was invoiced for them twice; unpaid for sixty days each falls back by itself. */
class TwoInvoicesTest {

    @ParameterizedTest(
            name = "900.00 due on 1 March, the rest on 1 April; {0} paid of the one, {1} of the other, on {2}: {3}")
    @CsvSource({
        "900.00, 0.00, 2026-04-30, 'GRANTED 1500.00, C 900.00, next 2026-05-31'",
        "900.00, 0.00, 2026-05-31, 'UNPAID 900.00, C 1500.00, next null'",
        "400.00, 0.00, 2026-04-30, 'UNPAID 1000.00, C 1400.00, next 2026-05-31'",
        "400.00, 600.00, 2026-05-31, 'UNPAID 1000.00, C 1400.00, next null'", // the first one's 500.00 are credited
        "400.00, 250.00, 2026-05-31, 'UNPAID 650.00, C 1750.00, next null'"
    })
    void eachInvoiceHasItsOwnSixtyDays(String first, String second, String today, String expected) {
        AnOrder order = AnOrder.of("ecole-librairie", "2026-01-10")
                .of(OrderLine.LineKind.TUITION, "2400.00")
                .from("2026-04-20", "2026-04-22")
                .fundedBy("OPCO", "1500.00")
                .received(granted("granted", "OPCO", "2026-02-01", "1500.00"));

        Shares shares = Subrogation.shares(
                order.asOf(today),
                order.service(),
                Cost.asAgreed(new Price(Money.of("2400.00"), Money.ZERO, Money.ZERO)),
                new TwoInvoices(Money.of(first), Money.of(second)));

        FunderShare opco = shares.funders().getFirst();
        assertThat(opco.state() + " " + opco.net() + ", C "
                        + shares.ofCustomer().total() + ", next " + shares.nextOn())
                .isEqualTo(expected);
    }

    /** What the first one leaves unpaid on the sixtieth day is credited that day. */
    private record TwoInvoices(Money paidOfFirst, Money paidOfSecond) implements PaymentsThatStay {

        @Override
        public List<LocalDate> dueOn(String funder) {
            return List.of(day("2026-03-01"), day("2026-04-01"));
        }

        @Override
        public AskedAndPaid position(String funder, LocalDate dueBy, LocalDate on) {
            return dueBy.isBefore(day("2026-04-01"))
                    ? new AskedAndPaid(Money.of("900.00"), paidOfFirst)
                    : new AskedAndPaid(paidOfFirst.plus(Money.of("600.00")), paidOfFirst.plus(paidOfSecond));
        }
    }
}
