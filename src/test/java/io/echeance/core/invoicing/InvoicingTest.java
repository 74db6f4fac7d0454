package io.echeance.core.invoicing;

import static io.echeance.core.order.AnOrder.day;
import static io.echeance.core.order.AnOrder.granted;
import static io.echeance.core.order.AnOrder.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.Document;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderLine.LineKind;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.terms.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 1000.00 of training from 20 to 22 April 2026, ordered on 15 January: who is invoiced for what, and on which day. */
class InvoicingTest {

    private final List<Document> issued = new ArrayList<>();

    @ParameterizedTest(name = "{0}, a {1}, on {2}: {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "technolowgic      | PROFESSIONAL | 2026-04-22 | -", // held until today
                "technolowgic      | PROFESSIONAL | 2026-04-23 | INVOICE/1 to C 1200.00 due 2026-05-23",
                "technolowgic      | PUBLIC_BUYER | 2026-04-23 | INVOICE/1 to C 1200.00 due 2026-05-23",
                "ecole-librairie   | CONSUMER     | 2026-04-22 | -",
                "ecole-librairie   | CONSUMER     | 2026-04-23 | INVOICE/1 to C 1200.00 due 2026-04-23", // in cash
                "alegria-online    | PROFESSIONAL | 2026-01-15 | INVOICE/1 to C 1000.00 due 2026-01-15", // at the order
                "hexagone-initial  | CONSUMER     | 2026-01-15 | INVOICE/1 to C 1000.00 due 2026-01-29" // 1 September
                // is over
            })
    void isInvoicedOnTheDayOfTheTerms(String terms, Quality buyer, String today, @Nullable String expected) {
        assertThat(drawn(course(terms).by(buyer), today)).isEqualTo(text(expected));
    }

    @ParameterizedTest(name = "a deposit of {0} under {1}, on {2}: {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "300.00  | ecole-librairie | 2026-01-15 | DEPOSIT/1 to C 300.00 due 2026-01-15",
                "300.00  | ecole-librairie | 2026-04-23 | DEPOSIT/1 to C 300.00 due 2026-04-23, "
                        + "INVOICE/1 to C 1200.00 (900.00 payable) due 2026-04-23",
                "1500.00 | ecole-librairie | 2026-04-23 | DEPOSIT/1 to C 1200.00 due 2026-04-23, "
                        + "INVOICE/1 to C 1200.00 (0.00 payable)" // no more than the invoice
            })
    void asksForTheDepositThatWasAgreed(String deposit, String terms, String today, @Nullable String expected) {
        assertThat(drawn(course(terms).withDeposit(deposit), today)).isEqualTo(text(expected));
    }

    @Test
    void creditsTheDepositOfAnOrderThatEndsBeforeItsInvoice() {
        AnOrder order = course("ecole-librairie").withDeposit("300.00");
        issue(order, "2026-01-15");

        assertThat(drawn(order.received(cancelled("2026-03-01")), "2026-03-01"))
                .isEqualTo("CREDIT_NOTE/1 to C 300.00 on O/C/DEPOSIT/1");
    }

    @ParameterizedTest(name = "cancelled on {0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2026-03-20 | -", // 31 days before: free
                "2026-03-21 | CANCELLATION_FEE/1 to C 300.00 due 2026-04-20", // 30 days: 30 %, an indemnity without VAT
                "2026-04-01 | CANCELLATION_FEE/1 to C 500.00 due 2026-05-01", // 19 days: 50 %
                "2026-04-15 | INVOICE/1 to C 1200.00 due 2026-05-15" // 5 days: the price, with its VAT
            })
    void asksForWhatACancellationLeavesDue(String cancelledOn, @Nullable String expected) {
        AnOrder order = course("technolowgic").received(cancelled(cancelledOn));

        assertThat(drawn(order, cancelledOn)).isEqualTo(text(expected));
    }

    @ParameterizedTest(name = "OPCO, asked for 600.00, says {0} on 1 February; on {1}: {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-       | 2026-04-23 | INVOICE/1 to C 1320.00 due 2026-05-23", // silent: all is the customer's, and
                // the file fee
                "600.00  | 2026-04-22 | -",
                "600.00  | 2026-04-23 | INVOICE/1 to C 600.00 due 2026-05-23, INVOICE/1 to OPCO 720.00 due 2026-05-23",
                "400.00  | 2026-04-23 | INVOICE/1 to C 840.00 due 2026-05-23, INVOICE/1 to OPCO 480.00 due 2026-05-23",
                "refused | 2026-04-23 | INVOICE/1 to C 1320.00 due 2026-05-23"
            })
    void sharesThePriceWithWhoHasAgreed(@Nullable String decision, String today, @Nullable String expected) {
        assertThat(drawn(decided(course("technolowgic"), decision), today)).isEqualTo(text(expected));
    }

    @ParameterizedTest(
            name = "OPCO, asked for 600.00, says {0} on 1 February; on {1} fully billed: {2}, still to be billed {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "600.00, 2026-04-22, false, 600.00", // 400.00 and the file fee of 100.00, with VAT
                "600.00, 2026-04-23, true, 0.00",
                "refused, 2026-04-22, false, 1320.00",
                "refused, 2026-04-23, true, 0.00"
            })
    void tellsWhatIsStillToBeBilled(@Nullable String decision, String today, boolean isFullyBilled, String toBeBilled) {
        Invoicing invoicing =
                invoicing(decided(course("technolowgic"), decision).asOf(today));

        assertThat(invoicing.isFullyBilled()).isEqualTo(isFullyBilled);
        assertThat(invoicing.notBilledToCustomer(List.of())).isEqualTo(Money.of(toBeBilled));
    }

    @Test
    void theEcoleInvoicesAFunderOnceItsEvidenceIsIn() {
        AnOrder order = decided(course("ecole-librairie"), "600.00");

        assertThat(drawn(order, "2026-04-23")).isEqualTo("INVOICE/1 to C 480.00 due 2026-04-23");
        assertThat(invoicing(order.asOf("2026-04-23")).isFullyBilled()).isFalse();
    }

    @Test
    void whatStandsInvoicedIsNotInvoicedAgain() {
        AnOrder order = course("technolowgic");
        issue(order, "2026-04-23");

        assertThat(drawn(order, "2026-04-24")).isEmpty();
    }

    private static AnOrder course(String terms) {
        return AnOrder.of(terms, "2026-01-15").of(LineKind.TUITION, "1000.00").from("2026-04-20", "2026-04-22");
    }

    private static AnOrder decided(AnOrder order, @Nullable String decision) {
        order.fundedBy("OPCO", "600.00");
        if (decision == null) {
            return order;
        }
        return order.received(
                decision.equals("refused")
                        ? refused("decided", "OPCO", "2026-02-01")
                        : granted("decided", "OPCO", "2026-02-01", decision));
    }

    private static OrderCancelled cancelled(String on) {
        return new OrderCancelled(
                "cancelled", AnOrder.ID, day(on), ContractParty.CUSTOMER, CancellationReason.CANCELLATION, null);
    }

    private void issue(AnOrder order, String today) {
        issued.addAll(invoicing(order.asOf(today)).billing().drawn());
    }

    private String drawn(AnOrder order, String today) {
        return invoicing(order.asOf(today)).billing().drawn().stream()
                .map(InvoicingTest::text)
                .collect(Collectors.joining(", "));
    }

    private Invoicing invoicing(Situation situation) {
        return Invoicing.of(situation, Receipts.byPayer(situation), issued, false);
    }

    private static String text(@Nullable String expected) {
        return expected == null ? "" : expected;
    }

    private static String text(Document document) {
        String id = document.id().text();
        String dues = document.due().stream().map(due -> " due " + due.on()).collect(Collectors.joining());
        boolean isPartly = document.payable() != null && !document.payable().equals(document.gross());
        return id.substring(id.indexOf('/', 2) + 1) + " to " + document.payer() + " " + document.gross()
                + (isPartly ? " (" + document.payable() + " payable)" : "")
                + dues
                + (document.refersTo() == null ? "" : " on " + document.refersTo());
    }
}
