package io.echeance.core.refunds;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoicing.Invoicing;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.Document;
import io.echeance.core.order.Issued;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderLine.LineKind;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentAlert.MoneyOwedBack;
import io.echeance.core.order.PaymentAlert.RefundOverdue;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.Quality;
import io.echeance.reference.StatutoryRatesFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes back of 500.00 ordered on 15 January 2026, to whom and by when. */
class RefundingTest {

    @ParameterizedTest(name = "a consumer pays {0} on {1} and leaves on {2} ({3}): {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 2026-01-20, WITHDRAWAL, ''",
                "500.00, 2026-01-15, 2026-01-20, WITHDRAWAL, '500.00 by 2026-02-03'", // 14 days from the withdrawal
                "500.00, 2026-01-25, 2026-01-20, WITHDRAWAL, '500.00 by 2026-02-08'", // from the payment, which is
                // later
                "500.00, 2026-01-15, 2026-01-20, MONEY_BACK, '500.00 by 2026-01-27'", // 7 days, as the site promises
                "500.00, 2026-01-15, 2026-03-20, CANCELLATION, ''" // the price stays due
            })
    void whatAnEndingLeavesGoesBack(
            @Nullable String paid, @Nullable String paidOn, String leftOn, CancellationReason reason, String expected) {
        AnOrder order = online();
        if (paid != null && paidOn != null) {
            order.paid("p1", AnOrder.CUSTOMER, paid, paidOn);
        }
        order.received(new OrderCancelled("left", AnOrder.ID, day(leftOn), ContractParty.CUSTOMER, reason, null));

        assertThat(text(refunding(order, "2026-03-31", Issued.NOTHING)
                        .refunded()
                        .announced()
                        .outputs()))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of 500.00 paid under {1} on {2}: {3}")
    @CsvSource({
        "499.00, alegria-online, 2026-01-15, ''",
        "500.00, alegria-online, 2026-01-15, ''",
        "600.00, alegria-online, 2026-01-15, '100.00 by 2026-02-14'", // paid without being owed: 30 days
        "700.00, technolowgic, 2026-01-15, ''", // nothing is invoiced yet: all may still absorb it
        "700.00, technolowgic, 2026-02-18, '100.00 by 2026-03-20'" // invoiced: 600.00 with VAT
    })
    void whatNothingMoreCanAbsorbGoesBack(String paid, String terms, String today, String expected) {
        AnOrder order = AnOrder.of(terms, "2026-01-15").of(LineKind.TUITION, "500.00");
        order.paid("p1", AnOrder.CUSTOMER, paid, "2026-01-15");

        assertThat(text(refunding(order, today, Issued.NOTHING)
                        .refunded()
                        .announced()
                        .outputs()))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "500.00 by 3 February, {0} paid back on {1}; at the close before {2}: {3}, next on {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 2026-02-03, '', 2026-02-04", // its last day is not over
                "-, -, 2026-02-04, 'overdue 500.09', -", // a day late: the legal rate of private persons, 6.67 %
                "500.00, 2026-02-03, 2026-02-04, '', -",
                "200.00, 2026-02-03, 2026-02-04, 'overdue 300.05', -",
                "-, -, 2026-02-14, 'overdue 525.00', -", // 11 days: 5 %
                "-, -, 2026-02-24, 'overdue 550.00', -" // 21 days: 10 %
            })
    void aRefundIsOverdueAfterItsLastDay(
            @Nullable String paidBack, @Nullable String on, String today, String expected, @Nullable String nextOn) {
        AnOrder order = withdrawn();
        if (paidBack != null && on != null) {
            order.refunded("O/C/refund/1", AnOrder.CUSTOMER, paidBack, on);
        }
        Refunding refunding = refunding(order, today, Issued.NOTHING);

        var overdue = refunding.overdueAtClose(refunding.refunded());

        assertThat(text(overdue.outputs())).isEqualTo(expected);
        assertThat(overdue.nextOn()).isEqualTo(nextOn == null ? null : day(nextOn));
    }

    @Test
    void aFactAnnouncesNoneAsOverdue() {
        Refunding refunding = refunding(withdrawn(), "2026-02-04", Issued.NOTHING);

        assertThat(refunding.overdueAtFact(refunding.refunded()).outputs()).isEmpty();
    }

    @Test
    void isOverdueOnce() {
        Refunding refunding =
                refunding(withdrawn(), "2026-02-05", Issued.NOTHING.withAnnounced("overdue/O/C/refund/1/2026-02-03"));

        assertThat(refunding.overdueAtClose(refunding.refunded()).outputs()).isEmpty();
    }

    @Test
    void whatWasPaidBackWithoutBeingOwedIsClaimedAgainWheneverItsAmountChanges() {
        AnOrder order = online().refunded("O/C/refund/1", AnOrder.CUSTOMER, "80.00", "2026-02-01");

        assertThat(text(refunding(order, "2026-02-01", Issued.NOTHING)
                        .refunded()
                        .announced()
                        .outputs()))
                .isEqualTo("80.00 owed back");
        assertThat(text(refunding(order, "2026-02-02", Issued.NOTHING.withAnnounced("owed-back/C/80.00"))
                        .refunded()
                        .announced()
                        .outputs()))
                .as("said before")
                .isEmpty();
        assertThat(text(refunding(
                                order.refunded("O/C/refund/2", AnOrder.CUSTOMER, "20.00", "2026-02-03"),
                                "2026-02-03",
                                Issued.NOTHING.withAnnounced("owed-back/C/80.00"))
                        .refunded()
                        .announced()
                        .outputs()))
                .isEqualTo("100.00 owed back");
    }

    private static AnOrder online() {
        return AnOrder.of("alegria-online", "2026-01-15").by(Quality.CONSUMER).of(LineKind.TUITION, "500.00");
    }

    /** Paid whole, and withdrawn from on 20 January: 500.00 have to be back by 3 February. */
    private static AnOrder withdrawn() {
        return online().paid("p1", AnOrder.CUSTOMER, "500.00", "2026-01-15")
                .received(new OrderCancelled(
                        "left",
                        AnOrder.ID,
                        day("2026-01-20"),
                        ContractParty.CUSTOMER,
                        CancellationReason.WITHDRAWAL,
                        null));
    }

    private static Refunding refunding(AnOrder order, String today, Issued issued) {
        Situation situation = order.asOf(today);
        Map<String, Receipts> receipts = Receipts.byPayer(situation);
        Invoicing invoicing = Invoicing.of(situation, receipts, List.of(), false);
        List<Document> documents = invoicing.billing().documents();
        Settlement settlement = Settlement.of(situation, receipts, documents, List.of());
        return new Refunding(
                situation, invoicing, documents, settlement, receipts, issued, StatutoryRatesFile.bundled());
    }

    private static String text(List<Output> outputs) {
        return outputs.stream().map(RefundingTest::text).collect(Collectors.joining(", "));
    }

    private static String text(Output output) {
        return switch (output) {
            case RefundDue refund -> refund.amount() + " by " + refund.dueBy();
            case RefundOverdue overdue -> "overdue " + overdue.amount();
            case MoneyOwedBack owed -> owed.amount() + " owed back";
            default -> output.toString();
        };
    }
}
