package io.echeance.core.settlement;

import static io.echeance.core.order.AnOrder.day;
import static io.echeance.core.settlement.Debts.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Payments against 100.00 due in March, a fee of 40.00 and interest of 5.00 due on 10 March, 100.00 due in April.
 */
class SettlementTest {

    private static final List<Document> DOCUMENTS = List.of(
            document(Kind.INVOICE, "C", 1, "100.00 on 2026-03-01"),
            document(Kind.CLOSING, "C", 1, "5.00 on 2026-03-10"),
            document(Kind.RECOVERY_FEE, "C", 1, "40.00 on 2026-03-10"),
            document(Kind.INVOICE, "C", 2, "100.00 on 2026-04-01"),
            document(Kind.INVOICE, "OPCO", 1, "100.00 on 2026-03-01"));

    private static final String MARCH = "O/C/INVOICE/1#1";
    private static final String APRIL = "O/C/INVOICE/2#1";

    @ParameterizedTest(name = "{0} on {1} for {2}: March {3}, fee {4}, interest {5}, April {6}, credit {7}")
    @CsvSource({
        // principal due, then the fee, then interest, then what is not yet due
        "60.00, 2026-03-15, O, 60.00, 0.00, 0.00, 0.00, 0.00",
        "130.00, 2026-03-15, O, 100.00, 30.00, 0.00, 0.00, 0.00",
        "143.00, 2026-03-15, O, 100.00, 40.00, 3.00, 0.00, 0.00",
        "150.00, 2026-03-15, O, 100.00, 40.00, 5.00, 5.00, 0.00",
        "250.00, 2026-03-15, O, 100.00, 40.00, 5.00, 100.00, 5.00",
        // in April the principal of both months comes before the fee
        "150.00, 2026-04-01, O, 100.00, 0.00, 0.00, 50.00, 0.00",
        // on the day before the fee and the interest fall due they are not due: in order of due date, the fee first
        "142.00, 2026-03-09, O, 100.00, 40.00, 2.00, 0.00, 0.00",
        "142.00, 2026-03-10, O, 100.00, 40.00, 2.00, 0.00, 0.00",
        // the debtor's choice comes first: by the document's id or by its number
        "60.00, 2026-03-15, O/C/INVOICE/2, 0.00, 0.00, 0.00, 60.00, 0.00",
        "60.00, 2026-03-15, F-2026-7, 0.00, 0.00, 0.00, 60.00, 0.00",
        "120.00, 2026-03-15, F-2026-7, 20.00, 0.00, 0.00, 100.00, 0.00",
        "60.00, 2026-03-15, thank you, 60.00, 0.00, 0.00, 0.00, 0.00"
    })
    void aPaymentGoesWhereTheLawAndTheTermsSendIt(
            String amount,
            String on,
            String reference,
            String march,
            String fee,
            String interest,
            String april,
            String credit) {
        Settlement settlement =
                settled(AnOrder.of("technolowgic", "2026-01-15").paidFor("p1", "C", amount, on, reference));

        assertThat(paid(settlement, MARCH, on)).isEqualTo(march);
        assertThat(paid(settlement, "O/C/RECOVERY_FEE/1#1", on)).isEqualTo(fee);
        assertThat(paid(settlement, "O/C/CLOSING/1#1", on)).isEqualTo(interest);
        assertThat(paid(settlement, APRIL, on)).isEqualTo(april);
        assertThat(settlement.creditOf("C")).isEqualTo(Money.of(credit));
    }

    @Test
    void aPaymentCountsFromTheEndOfItsValueDate() {
        Settlement settlement =
                settled(AnOrder.of("technolowgic", "2026-01-15").paid("p1", "C", "60.00", "2026-03-15"));

        assertThat(paid(settlement, MARCH, "2026-03-14")).isEqualTo("0.00");
        assertThat(paid(settlement, MARCH, "2026-03-15")).isEqualTo("60.00");
        assertThat(settlement.of(debt(settlement, MARCH), day("2026-03-15"))).isEqualTo(Money.of("40.00"));
        assertThat(settlement.changesAfter(debt(settlement, MARCH), day("2026-03-14")))
                .isEqualTo("2026-03-15");
        assertThat(settlement.changesAfter(debt(settlement, MARCH), day("2026-03-15")))
                .isNull();
    }

    @Test
    void aReturnedPaymentCountsUntilTheDayBeforeItsReturn() {
        Settlement settlement = settled(AnOrder.of("technolowgic", "2026-01-15")
                .paid("p1", "C", "60.00", "2026-03-15")
                .paid("p2", "C", "10.00", "2026-03-16")
                .returned("p1", "2026-03-20")
                .returned("p1", "2026-03-25")); // told twice: the first day counts

        assertThat(paid(settlement, MARCH, "2026-03-19")).isEqualTo("70.00");
        assertThat(paid(settlement, MARCH, "2026-03-20")).isEqualTo("10.00");
    }

    @Test
    void aFunderPaysItsOwnDebtsAndAnyoneElseTheCustomers() {
        Settlement settlement = settled(AnOrder.of("technolowgic", "2026-01-15")
                .fundedBy("OPCO", "100.00")
                .paid("p1", "OPCO", "130.00", "2026-03-15")
                .paid("p2", "AUNT", "20.00", "2026-03-15"));

        assertThat(paid(settlement, "O/OPCO/INVOICE/1#1", "2026-03-15")).isEqualTo("100.00");
        assertThat(paid(settlement, MARCH, "2026-03-15")).isEqualTo("20.00");
        assertThat(settlement.creditOf("OPCO")).isEqualTo(Money.of("30.00"));
        assertThat(settlement.creditOf("C")).isEqualTo(Money.ZERO);
        assertThat(settlement.creditOf("STRANGER")).isEqualTo(Money.ZERO);
        assertThat(settlement.payers()).containsExactly("C", "OPCO");
    }

    @ParameterizedTest(name = "on {0} {1} is unpaid, {2} of it late")
    @CsvSource({
        "2026-03-01, 245.00, 0.00", // the due date itself is not late
        "2026-03-02, 245.00, 100.00",
        "2026-03-15, 185.00, 40.00", // fee and interest are never late
        "2026-04-02, 185.00, 140.00"
    })
    void onlyPrincipalIsLate(String on, String outstanding, String late) {
        Settlement settlement =
                settled(AnOrder.of("technolowgic", "2026-01-15").paid("p1", "C", "60.00", "2026-03-15"));

        assertThat(settlement.outstandingOf("C", day(on))).isEqualTo(Money.of(outstanding));
        assertThat(settlement.lateOf("C", day(on))).isEqualTo(Money.of(late));
    }

    @ParameterizedTest(name = "paid whole on {0}: by {1} it had been late {2}")
    @CsvSource({
        "2026-03-01, 2026-12-31, false", // there is no day of grace, and none less
        "2026-03-02, 2026-03-01, false",
        "2026-03-02, 2026-03-02, true",
        "2026-03-02, 2026-12-31, true"
    })
    void whatIsUnpaidAtTheEndOfItsDueDateHasBeenLate(String paidOn, String by, boolean late) {
        Settlement settlement = settled(AnOrder.of("technolowgic", "2026-01-15").paid("p1", "C", "100.00", paidOn));

        assertThat(settlement.becameLate(debt(settlement, MARCH), day(by))).isEqualTo(late);
        assertThat(settlement.becameLate(debt(settlement, "O/C/RECOVERY_FEE/1#1"), day(by)))
                .as("a fee is never late")
                .isFalse();
    }

    @Test
    void aDebtOfNobodysIsNotAskedAbout() {
        Settlement settlement = settled(AnOrder.of("technolowgic", "2026-01-15"));
        Receivable stranger = Receivables.of(List.of(document(Kind.INVOICE, "X", 1, "1.00 on 2026-03-01")), List.of())
                .getFirst();

        assertThatThrownBy(() -> settlement.of(stranger, day("2026-03-01")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no payer of the order");
    }

    private static Settlement settled(AnOrder order) {
        Situation situation = order.received(new DocumentNumbered(
                        AnOrder.ID, day("2026-01-15"), new DocumentId("O/C/INVOICE/2"), "F-2026-7"))
                .asOf("2026-12-31");
        Map<String, Receipts> receipts = new LinkedHashMap<>();
        receipts.put("C", Receipts.of(situation, "C"));
        receipts.put("OPCO", Receipts.of(situation, "OPCO"));
        return Settlement.of(situation, receipts, DOCUMENTS, List.of());
    }

    private static String paid(Settlement settlement, String key, String on) {
        return settlement.paid(debt(settlement, key), day(on)).toString();
    }

    private static Receivable debt(Settlement settlement, String key) {
        return settlement.receivables().stream()
                .filter(debt -> debt.key().equals(ReceivableKey.parse(key)))
                .findFirst()
                .orElseThrow();
    }
}
