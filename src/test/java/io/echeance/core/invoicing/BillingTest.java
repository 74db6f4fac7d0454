package io.echeance.core.invoicing;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Segment;
import io.echeance.core.order.Situation;
import io.echeance.core.terms.VatCategory;
import io.echeance.core.vat.Taxation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents of Technolowgic (VAT 20 %, thirty days), drawn until what stands invoiced is what is required. */
class BillingTest {

    private static final Situation TODAY =
            AnOrder.of("technolowgic", "2026-01-15").asOf("2026-03-01");

    private final List<Document> issued = new ArrayList<>();

    @Test
    void whatIsMissingGoesOnOneInvoiceOfItsPayer() {
        assertThat(drawn(required("C", "share/C", "2400.00"), required("C", "travel", "300.00")))
                .containsExactly(
                        "O/C/INVOICE/1: 2700.00 + 540.00 = 3240.00, payable 3240.00 [share/C 2400.00, travel 300.00]");
        assertThat(drawn(required("C", "share/C", "2400.00"), required("C", "travel", "300.00")))
                .as("nothing is missing any more")
                .isEmpty();
        assertThat(drawn(required("C", "share/C", "2500.00"), required("C", "travel", "300.00")))
                .containsExactly("O/C/INVOICE/2: 100.00 + 20.00 = 120.00, payable 120.00 [share/C 100.00]");
    }

    @Test
    void payersDoNotShareADocument() {
        assertThat(drawn(required("C", "share/C", "1000.00"), required("OPCO", "share/C", "500.00")))
                .containsExactly(
                        "O/C/INVOICE/1: 1000.00 + 200.00 = 1200.00, payable 1200.00 [share/C 1000.00]",
                        "O/OPCO/INVOICE/1: 500.00 + 100.00 = 600.00, payable 600.00 [share/C 500.00]");
    }

    @Test
    void whatIsTooMuchIsCreditedToTheYoungestInvoiceFirst() {
        drawn(required("C", "share/C", "1000.00"));
        drawn(required("C", "share/C", "1300.00"));

        assertThat(drawn(required("C", "share/C", "900.00")))
                .containsExactly(
                        "O/C/CREDIT_NOTE/1 of O/C/INVOICE/2: 300.00 + 60.00 = 360.00 [share/C 300.00]",
                        "O/C/CREDIT_NOTE/2 of O/C/INVOICE/1: 100.00 + 20.00 = 120.00 [share/C 100.00]");
        assertThat(drawn(required("C", "share/C", "850.00")))
                .as("what is credited is not credited twice")
                .containsExactly("O/C/CREDIT_NOTE/3 of O/C/INVOICE/1: 50.00 + 10.00 = 60.00 [share/C 50.00]");
        assertThat(drawn(required("C", "share/C", "950.00")))
                .as("what was credited can be asked for anew")
                .containsExactly("O/C/INVOICE/3: 100.00 + 20.00 = 120.00, payable 120.00 [share/C 100.00]");
    }

    @Test
    void whatIsNoLongerRequiredIsCreditedWhole() {
        drawn(required("C", "share/C", "1000.00"), required("C", "travel", "200.00"));

        assertThat(drawn())
                .containsExactly(
                        "O/C/CREDIT_NOTE/1 of O/C/INVOICE/1: 1200.00 + 240.00 = 1440.00 [share/C 1000.00, travel"
                                + " 200.00]");
    }

    @Test
    void theVatOfCreditNotesAddsUpToTheInvoices() {
        drawn(required("C", "share/C", "0.09")); // VAT 0.02

        assertThat(drawn(required("C", "share/C", "0.06"))) // VAT of what is left: 0.01
                .containsExactly("O/C/CREDIT_NOTE/1 of O/C/INVOICE/1: 0.03 + 0.01 = 0.04 [share/C 0.03]");
        assertThat(drawn(required("C", "share/C", "0.03"))) // still 0.01
                .containsExactly("O/C/CREDIT_NOTE/2 of O/C/INVOICE/1: 0.03 + 0.00 = 0.03 [share/C 0.03]");
        assertThat(drawn()).containsExactly("O/C/CREDIT_NOTE/3 of O/C/INVOICE/1: 0.03 + 0.01 = 0.04 [share/C 0.03]");
    }

    /** An invoice at the rate of its day; today the rate is 20 %. */
    @ParameterizedTest(name = "{1} at {0} %, then {2}: {3}")
    @CsvSource({
        "19.60, 1000.00, 600.00, 400.00 + 78.40 = 478.40", // the standard rate until 2013
        "19.60, 1000.00, 0.00, 1000.00 + 196.00 = 1196.00",
        "19.60, 0.09, 0.06, 0.03 + 0.01 = 0.04", // 0.02 less the 0.01 of what is left
        "20.60, 1000.00, 999.99, 0.01 + 0.00 = 0.01", // until March 2000
        "20.60, 1000.00, 999.97, 0.03 + 0.01 = 0.04",
        "5.50, 1000.00, 900.00, 100.00 + 5.50 = 105.50",
        "21.00, 1000.00, 400.00, 600.00 + 126.00 = 726.00",
        "20.00, 1000.00, 400.00, 600.00 + 120.00 = 720.00",
        "0.00, 1000.00, 400.00, 600.00 + 0.00 = 600.00"
    })
    void aCreditNoteBearsTheRateOfItsInvoiceNotThatOfToday(String rate, String net, String left, String credited) {
        issued.add(invoice(rate, net));

        assertThat(drawn(required("C", "share/C", left)))
                .singleElement()
                .asString()
                .startsWith("O/C/CREDIT_NOTE/1 of O/C/INVOICE/1: " + credited + " ");
        assertThat(issued.getLast().items()).extracting(Document.Item::vatRate).containsExactly(Percent.of(rate));
    }

    @Test
    void whatIsAddedAfterTheRateHasChangedBearsTheNewOneAndEachIsCreditedAtItsOwn() {
        issued.add(invoice("19.60", "1000.00"));

        assertThat(drawn(required("C", "share/C", "1300.00")))
                .containsExactly("O/C/INVOICE/2: 300.00 + 60.00 = 360.00, payable 360.00 [share/C 300.00]");
        assertThat(drawn(required("C", "share/C", "900.00")))
                .containsExactly(
                        "O/C/CREDIT_NOTE/1 of O/C/INVOICE/2: 300.00 + 60.00 = 360.00 [share/C 300.00]",
                        "O/C/CREDIT_NOTE/2 of O/C/INVOICE/1: 100.00 + 19.60 = 119.60 [share/C 100.00]");
        assertThat(drawn())
                .containsExactly("O/C/CREDIT_NOTE/3 of O/C/INVOICE/1: 900.00 + 176.40 = 1076.40 [share/C 900.00]");
    }

    /** Issued when category S bore another rate. */
    private static Document invoice(String rate, String net) {
        Money vat = Money.of(net).percent(Percent.of(rate));
        Money gross = Money.of(net).plus(vat);
        return new Document(
                day("2026-02-01"),
                "O",
                new DocumentId("O/C/INVOICE/1"),
                Kind.INVOICE,
                "C",
                Money.of(net),
                vat,
                gross,
                gross,
                List.of(),
                List.of(new Document.Item(
                        ItemKey.parse("share/C"), Money.of(net), VatCategory.S, Percent.of(rate), List.of())),
                null,
                List.of(),
                "technolowgic",
                "technolowgic@2024-12-02",
                List.of());
    }

    @Test
    void aDepositIsDeductedOnceAndOnlyFromItsPayersInvoices() {
        assertThat(drawn(deposit("C", "500.00")))
                .containsExactly("O/C/DEPOSIT/1: 416.67 + 83.33 = 500.00, payable 500.00 [deposit 416.67]");

        assertThat(drawn(
                        deposit("C", "500.00"),
                        required("OPCO", "share/C", "100.00"),
                        required("C", "share/C", "250.00")))
                .containsExactly(
                        "O/OPCO/INVOICE/1: 100.00 + 20.00 = 120.00, payable 120.00 [share/C 100.00]",
                        "O/C/INVOICE/1: 250.00 + 50.00 = 300.00, payable 0.00 [share/C 250.00]");
        assertThat(drawn(
                        deposit("C", "500.00"),
                        required("OPCO", "share/C", "100.00"),
                        required("C", "share/C", "1250.00")))
                .as("200.00 of the deposit were left")
                .containsExactly("O/C/INVOICE/2: 1000.00 + 200.00 = 1200.00, payable 1000.00 [share/C 1000.00]");
        assertThat(drawn(
                        deposit("C", "500.00"),
                        required("OPCO", "share/C", "100.00"),
                        required("C", "share/C", "1350.00")))
                .as("nothing of it is left")
                .containsExactly("O/C/INVOICE/3: 100.00 + 20.00 = 120.00, payable 120.00 [share/C 100.00]");
    }

    @Test
    void aDepositIsAskedForAsAgreedThoughItsNetIsRounded() {
        assertThat(drawn(deposit("C", "500.01"))) // 20 % of 416.68 would be 83.34, and a cent too much
                .containsExactly("O/C/DEPOSIT/1: 416.68 + 83.33 = 500.01, payable 500.01 [deposit 416.68]");
    }

    @Test
    void aCreditedDepositIsNotDeducted() {
        drawn(deposit("C", "600.00"));
        drawn();

        assertThat(drawn(required("C", "share/C", "1000.00")))
                .containsExactly("O/C/INVOICE/1: 1000.00 + 200.00 = 1200.00, payable 1200.00 [share/C 1000.00]");
    }

    @Test
    void aClosingCarriesTheSegmentsOfItsOwnDebts() {
        Segment first = segment("O/C/INVOICE/1#1");
        Segment second = segment("O/C/INVOICE/2#1");

        Billing billing = billing()
                .meet(
                        Set.of(Kind.CLOSING),
                        List.of(interest("O/C/INVOICE/2#1"), interest("O/C/INVOICE/3#1")),
                        List.of(first, second));

        assertThat(billing.drawn()).hasSize(1);
        assertThat(billing.drawn().getFirst().segments()).containsExactly(second);
        assertThat(billing.drawn().getFirst().vat()).isEqualTo(Money.ZERO);
    }

    @Test
    void anInvoiceCarriesNoSegments() {
        Billing billing = billing()
                .meet(Set.of(Kind.INVOICE), List.of(required("C", "interest/x#1", "10.00")), List.of(segment("x#1")));

        assertThat(billing.drawn().getFirst().segments()).isEmpty();
    }

    /** Draws what makes the order's invoices and deposits meet these, and keeps it as issued. */
    private List<String> drawn(Requirement... required) {
        Billing billing = billing().meet(EnumSet.of(Kind.INVOICE, Kind.DEPOSIT), List.of(required), List.of());
        issued.addAll(billing.drawn());
        return billing.drawn().stream().map(BillingTest::text).toList();
    }

    private Billing billing() {
        return Billing.of(TODAY, dueDates(), issued);
    }

    private static String text(Document document) {
        String of = document.refersTo() == null ? "" : " of " + document.refersTo();
        String payable = document.payable() == null ? "" : ", payable " + document.payable();
        List<String> items = document.items().stream()
                .map(item -> item.key() + " " + item.net())
                .toList();
        return document.id() + of + ": " + document.net() + " + " + document.vat() + " = " + document.gross() + payable
                + " " + items;
    }

    private static final Taxation TAXED = new Taxation(VatCategory.S, VatCategory.S.rate());

    private static Requirement required(String payer, String key, String net) {
        return Requirement.of(payer, Kind.INVOICE, ItemKey.parse(key), Money.of(net), TAXED, List.of());
    }

    private static Requirement deposit(String payer, String gross) {
        return Requirement.deposit(payer, ItemKey.parse("deposit"), Money.of(gross), TAXED, List.of());
    }

    private static Requirement interest(String receivable) {
        return Requirement.of(
                "C",
                Kind.CLOSING,
                ItemKey.parse("interest/" + receivable),
                Money.of("1.00"),
                Taxation.OUTSIDE,
                List.of());
    }

    private static Segment segment(String receivable) {
        LocalDate day = day("2026-02-01");
        return new Segment(
                ReceivableKey.parse(receivable),
                day,
                day,
                1,
                Money.of("100.00"),
                Percent.of("10"),
                Money.of("0.03"),
                "stipulated");
    }

    private static DueDates dueDates() {
        return DueDates.of(TODAY.terms().payment(), "C", null, day("2026-04-20"), false);
    }
}
