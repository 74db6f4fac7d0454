package io.echeance.core.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.decision.Decider;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.ledger.Base;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.VatCategory;
import io.echeance.core.vat.Taxation;
import io.echeance.document.PlayedInvoices;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is reported of a period, in tables. */
class EReportTest {

    private static final Decider DECIDER = new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled());
    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    private final List<Arrival> received = new ArrayList<>();

    private static LocalDate day(String text) {
        return LocalDate.parse("2026-" + text);
    }

    private void tell(String knownOn, Fact fact) {
        received.add(new Arrival.Received(day(knownOn), fact));
    }

    private void order(String id, String terms, Quality quality, String on, String net, @Nullable String deposit) {
        tell(
                on,
                new OrderPlaced(
                        "placed-" + id,
                        id,
                        day(on),
                        terms,
                        new Customer("BUYER-" + id, quality),
                        List.of(new OrderLine(OrderLine.LineKind.TUITION, "Reliure", Money.of(net))),
                        new Service(day(on).plusDays(40), day(on).plusDays(41), List.of()),
                        deposit == null ? null : Money.of(deposit),
                        null,
                        List.of(),
                        false));
    }

    private void pay(String knownOn, String on, String id, String order, String amount) {
        tell(
                knownOn,
                new PaymentReceived(
                        "told-" + id, order, day(on), id, "BUYER-" + order, Money.of(amount), Method.TRANSFER, order));
    }

    private EReport report(String seller, String from, String to) {
        Simulation simulation = new Simulation(received, END);
        Book book = new Book(DECIDER);
        simulation.play(book);
        List<Invoice> invoices = PlayedInvoices.of(simulation).stream()
                .filter(invoice -> invoice.document().seller().equals(seller))
                .toList();
        List<Cashed> changes = book.accounts().values().stream()
                .filter(account ->
                        Objects.requireNonNull(account.terms()).seller().equals(seller))
                .map(account -> Cashed.between(account, DECIDER, day(from), day(to)))
                .toList();
        return EReport.of(seller, day(from), day(to), invoices, changes);
    }

    private static List<String> sales(EReport report) {
        return report.sales().stream()
                .map(day -> String.join(
                        " ",
                        day.on().toString(),
                        day.currency(),
                        day.category().name(),
                        day.rate().toString(),
                        day.documents() + "-" + day.creditNotes(),
                        day.net().toString(),
                        day.vat().toString()))
                .toList();
    }

    private static List<String> payments(EReport report) {
        return report.payments().stream()
                .map(payment -> String.join(
                        " ",
                        payment.on().toString(),
                        payment.number(),
                        payment.scope().name(),
                        payment.rate().toString(),
                        payment.net().toString(),
                        payment.vat().toString(),
                        payment.gross() + (payment.correction() ? " corrects" : "")))
                .toList();
    }

    private static List<String> totals(EReport report) {
        return report.cashed().stream()
                .map(total -> total.scope() + " " + total.rate() + " " + total.net() + " " + total.vat() + " "
                        + total.gross())
                .toList();
    }

    private static List<String> left(EReport report) {
        return report.left().stream()
                .map(one -> one.why() + " " + one.documents() + " " + one.sales() + " " + one.cashed())
                .toList();
    }

    @Test
    void theDepositCountsWhenItIsInvoicedAndTheRestWithTheInvoice() {
        order("C1", "ecole-librairie", Quality.CONSUMER, "01-05", "833.33", null);
        order("C2", "ecole-librairie", Quality.CONSUMER, "01-05", "500.00", "100.00");

        assertThat(sales(report("ecole-librairie", "01-01", "01-31")))
                .containsExactly("2026-01-05 EUR S 20.00 1-0 83.33 16.67");
        // 833.33 and 166.67, and 500.00 and 100.00 without the deposit's 83.33 and 16.67.
        assertThat(sales(report("ecole-librairie", "02-01", "02-28")))
                .containsExactly("2026-02-16 EUR S 20.00 2-0 1250.00 250.00");
    }

    @Test
    void threeThirdsOfAnInvoiceAddUpToItsNetAndItsVat() {
        order("C1", "ecole-librairie", Quality.CONSUMER, "01-05", "833.33", null);
        pay("02-10", "02-09", "p1", "C1", "333.33");
        pay("02-20", "02-20", "p2", "C1", "333.33");
        pay("02-27", "02-27", "p3", "C1", "333.34");

        EReport february = report("ecole-librairie", "02-01", "02-28");

        assertThat(payments(february))
                .containsExactly(
                        "2026-02-09 ecole-librairie-2026-000001 CONSUMER 20.00 277.77 55.56 333.33",
                        "2026-02-20 ecole-librairie-2026-000001 CONSUMER 20.00 277.78 55.55 333.33",
                        "2026-02-27 ecole-librairie-2026-000001 CONSUMER 20.00 277.78 55.56 333.34");
        assertThat(totals(february)).containsExactly("CONSUMER 20.00 833.33 166.67 1000.00");
    }

    @Test
    void aPaymentThatIsLearnedLateCorrectsWhatWasReported() {
        order("C1", "ecole-librairie", Quality.CONSUMER, "01-05", "1000.00", null);
        pay("03-03", "02-27", "p1", "C1", "1200.00");

        assertThat(payments(report("ecole-librairie", "02-01", "02-28"))).isEmpty();
        assertThat(payments(report("ecole-librairie", "03-01", "03-31")))
                .containsExactly(
                        "2026-02-27 ecole-librairie-2026-000001 CONSUMER 20.00 1000.00 200.00 1200.00 corrects");
    }

    @Test
    void aReturnedPaymentSubtractsOnTheDayOnWhichItCameBack() {
        order("P1", "ecole-librairie", Quality.PROFESSIONAL, "01-05", "1000.00", null);
        pay("02-16", "02-16", "p1", "P1", "1200.00");
        tell("03-10", new PaymentReturned("back", "P1", day("03-09"), "p1", "no funds"));

        EReport february = report("ecole-librairie", "02-01", "02-28");
        EReport march = report("ecole-librairie", "03-01", "03-31");

        assertThat(sales(february)).isEmpty();
        assertThat(left(february)).containsExactly("E_INVOICE 1 1200.00 0.00");
        assertThat(totals(february)).containsExactly("E_INVOICE 20.00 1000.00 200.00 1200.00");
        assertThat(payments(march))
                .containsExactly("2026-03-09 ecole-librairie-2026-000001 E_INVOICE 20.00 -1000.00 -200.00 -1200.00");
        // The recovery fee of the new delay.
        assertThat(left(march)).containsExactly("OUTSIDE_VAT 1 40.00 0.00");
    }

    @Test
    void theFranchiseIsReportedAtNoRateAndTheExemptSchoolNotAtAll() {
        order("F1", "alegria-online", Quality.CONSUMER, "01-05", "300.00", null);
        pay("01-08", "01-08", "p1", "F1", "300.00");
        order("H1", "hexagone-initial", Quality.CONSUMER, "01-05", "300.00", null);
        pay("01-08", "01-08", "p2", "H1", "300.00");

        EReport franchise = report("alegria", "01-01", "02-28");
        EReport exempt = report("hexagone", "01-01", "02-28");

        assertThat(sales(franchise)).containsExactly("2026-01-05 EUR E 0.00 1-0 300.00 0.00");
        assertThat(payments(franchise))
                .containsExactly("2026-01-08 alegria-2026-000001 CONSUMER 0.00 300.00 0.00 300.00");
        assertThat(sales(exempt)).isEmpty();
        assertThat(payments(exempt)).isEmpty();
        assertThat(left(exempt)).containsExactly("EXEMPT 1 300.00 300.00");
    }

    @Test
    void aCreditNoteSubtractsFromItsDayAndTheMoneyLeavesTheInvoice() {
        order("F1", "alegria-online", Quality.CONSUMER, "01-25", "300.00", null);
        pay("01-26", "01-26", "p1", "F1", "300.00");
        tell(
                "02-02",
                new OrderCancelled(
                        "gone", "F1", day("02-02"), ContractParty.CUSTOMER, CancellationReason.WITHDRAWAL, null));
        tell(
                "02-05",
                new RefundPaid("back", "F1", day("02-05"), "F1/BUYER-F1/refund/1", "BUYER-F1", Money.of("300.00")));

        assertThat(payments(report("alegria", "01-01", "01-31")))
                .containsExactly("2026-01-26 alegria-2026-000001 CONSUMER 0.00 300.00 0.00 300.00");
        EReport february = report("alegria", "02-01", "02-28");
        assertThat(sales(february)).containsExactly("2026-02-02 EUR E 0.00 1-1 -300.00 0.00");
        assertThat(payments(february))
                .containsExactly("2026-01-26 alegria-2026-000001 CONSUMER 0.00 -300.00 0.00 -300.00 corrects");
        assertThat(february.unassigned()).isEqualTo(Money.ZERO);
        assertThat(totals(report("alegria", "01-01", "02-28"))).isEmpty();
    }

    @Test
    void moneyThatIsOnNoDocumentYetIsSaid() {
        order("C1", "ecole-librairie", Quality.CONSUMER, "01-05", "1000.00", null);
        pay("01-08", "01-08", "p1", "C1", "500.00");

        EReport january = report("ecole-librairie", "01-01", "01-31");
        EReport february = report("ecole-librairie", "02-01", "02-28");

        assertThat(payments(january)).isEmpty();
        assertThat(january.unassigned()).isEqualTo(Money.of("500.00"));
        assertThat(february.unassigned()).isEqualTo(Money.of("-500.00"));
        assertThat(payments(february))
                .containsExactly("2026-01-08 ecole-librairie-2026-000001 CONSUMER 20.00 416.67 83.33 500.00 corrects");
    }

    @Test
    void aDocumentThatWaitsForItsNumberIsNamedAsSuch() {
        order("C1", "ecole-librairie", Quality.CONSUMER, "01-05", "1000.00", null);
        Cashed paid = new Cashed(
                new TreeMap<>(Map.of(
                        new Cashed.DocumentDay(new DocumentId("C1/BUYER-C1/INVOICE/1"), day("02-16")),
                        base("1000.00", "1200.00"))),
                Money.ZERO);

        EReport report = EReport.of("ecole-librairie", day("02-01"), day("02-28"), List.of(), List.of(paid));

        assertThat(report.payments()).isEmpty();
        assertThat(left(report)).containsExactly("NOT_NUMBERED 0 0.00 1200.00");
    }

    @ParameterizedTest
    @CsvSource({
        // net, gross, then paid after paid: net of each
        "833.33, 1000.00, 333.33 333.33 333.34, 277.77 277.78 277.78",
        "100.00, 120.00, 0.01 0.01 0.01 119.97, 0.01 0.01 0.01 99.97",
        "0.83, 1.00, 0.50 0.50, 0.42 0.41",
        "1000.00, 1200.00, 1200.00 -1200.00 600.00, 1000.00 -1000.00 500.00",
        "300.00, 300.00, 100.00 200.00, 100.00 200.00"
    })
    void theNetOfAPaymentIsTheDifferenceOfTwoRoundedSums(String net, String gross, String paid, String nets) {
        Base base = base(net, gross);
        Money sum = Money.ZERO;
        List<String> parts = new ArrayList<>();
        for (String amount : paid.split(" ")) {
            Money after = sum.plus(Money.of(amount));
            parts.add(base.first(after).minus(base.first(sum)).net().toString());
            sum = after;
        }

        assertThat(String.join(" ", parts)).isEqualTo(nets);
    }

    private static Base base(String net, String gross) {
        Taxation taxation = new Taxation(VatCategory.S, Percent.of("20.00"));
        return new Base(new TreeMap<>(Map.of(taxation, new Base.Sum(Money.of(net), Money.of(gross)))));
    }
}
