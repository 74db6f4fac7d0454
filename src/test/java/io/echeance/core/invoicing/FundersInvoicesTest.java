package io.echeance.core.invoicing;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Document.VatPart;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.shares.FunderPayments.AskedAndPaid;
import io.echeance.core.terms.VatCategory;
import io.echeance.core.terms.VatRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OPCO was invoiced for 600.00 net, for a course that is billed on 23 April. */
class FundersInvoicesTest {

    private static final LocalDate LAST = day("2026-12-31");

    @ParameterizedTest(name = "invoiced on {0}; billed on {1} now: due on {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 2026-04-23, []",
                "2026-04-23, 2026-04-23, [2026-05-23]",
                "2026-04-23, 2026-06-15, []", // the course was moved: another invoice will be the one
                "2026-04-23 2026-05-04, 2026-04-23, '[2026-05-23, 2026-06-03]'"
            })
    void eachInvoiceThatIsForTheCourseAsItStandsFallsDue(
            @Nullable String invoicedOn, LocalDate billingDay, String dueOn) {
        List<Document> issued = new ArrayList<>();
        for (String on : invoicedOn == null ? new String[0] : invoicedOn.split(" ")) {
            issued.add(document(Kind.INVOICE, issued.size() + 1, day(on), null, List.of()));
        }

        assertThat(funders(AnOrder.of("technolowgic", "2026-01-15"), issued, billingDay)
                        .dueOn("OPCO"))
                .hasToString(dueOn);
    }

    @ParameterizedTest(name = "{0} paid on 2 May of an invoice at {1}, known on {2}: {3} net of 600.00")
    @CsvSource({
        "720.00, one rate, 2026-05-01, 0.00",
        "720.00, one rate, 2026-05-02, 600.00",
        "360.00, one rate, 2026-05-02, 300.00",
        "702.60, two rates, 2026-05-02, 600.00",
        "351.30, two rates, 2026-05-02, 300.00", // of each in proportion
        "800.00, one rate, 2026-05-02, 600.00"
    })
    void hasPaidTheNetOfWhatItPaid(String paid, String rates, LocalDate known, String net) {
        List<VatPart> parts = rates.equals("one rate")
                ? List.of()
                : List.of(part("20.00", "480.00", "96.00"), part("5.50", "120.00", "6.60"));
        List<Document> issued = List.of(document(Kind.INVOICE, 1, day("2026-04-23"), null, parts));
        FundersInvoices funders = funders(paid(paid, AnOrder.ID), issued, day("2026-04-23"));

        assertThat(funders.position("OPCO", LAST, known))
                .isEqualTo(new AskedAndPaid(Money.of("600.00"), Money.of(net)));
    }

    @ParameterizedTest(name = "{0} paid for {1} of two: of the first, due on 23 May, {2}, of both {3}; unpaid {4}")
    @CsvSource({
        "360.00, O, 300.00, 300.00, '{O/OPCO/INVOICE/1=300.00, O/OPCO/INVOICE/2=600.00}'",
        "1080.00, O, 600.00, 900.00, {O/OPCO/INVOICE/2=300.00}",
        "720.00, O/OPCO/INVOICE/2, 0.00, 600.00, {O/OPCO/INVOICE/1=600.00}",
        "1440.00, O, 600.00, 1200.00, {}"
    })
    void ofTwoInvoicesTheOlderIsPaidFirstUnlessThePaymentNamesTheOther(
            String paid, String reference, String ofFirst, String ofBoth, String unpaid) {
        List<Document> issued = List.of(
                document(Kind.INVOICE, 1, day("2026-04-23"), null, List.of()),
                document(Kind.INVOICE, 2, day("2026-05-01"), null, List.of()));
        FundersInvoices funders = funders(paid(paid, reference), issued, day("2026-04-23"));

        assertThat(funders.position("OPCO", day("2026-05-23"), LAST).paid()).isEqualTo(Money.of(ofFirst));
        assertThat(funders.position("OPCO", LAST, LAST).paid()).isEqualTo(Money.of(ofBoth));
        assertThat(funders.unpaid("OPCO", LAST, LAST)).hasToString(unpaid);
    }

    @Test
    void aCreditNoteCountsFromItsDay() {
        Document invoice = document(Kind.INVOICE, 1, day("2026-04-23"), null, List.of());
        Document note = document(Kind.CREDIT_NOTE, 1, day("2026-05-05"), invoice.id(), List.of());
        FundersInvoices funders =
                funders(AnOrder.of("technolowgic", "2026-01-15"), List.of(invoice, note), day("2026-04-23"));

        assertThat(funders.position("OPCO", LAST, day("2026-05-04")).asked()).isEqualTo(Money.of("600.00"));
        assertThat(funders.position("OPCO", LAST, day("2026-05-05")).asked()).isEqualTo(Money.ZERO);
        assertThat(funders.unpaid("OPCO", LAST, day("2026-05-04"))).isEmpty(); // credited since
    }

    private static AnOrder paid(String amount, String reference) {
        return AnOrder.of("technolowgic", "2026-01-15")
                .fundedBy("OPCO", "600.00")
                .paidFor("p1", "OPCO", amount, "2026-05-02", reference);
    }

    private static FundersInvoices funders(AnOrder order, List<Document> issued, LocalDate billingDay) {
        Situation situation = order.asOf("2026-05-10");
        return new FundersInvoices(situation, Receipts.byPayer(situation), issued, billingDay);
    }

    private static VatPart part(String rate, String net, String vat) {
        return new VatPart(VatCategory.S, Percent.of(rate), Money.of(net), Money.of(vat));
    }

    private static Document document(
            Kind kind, int n, LocalDate on, @Nullable DocumentId refersTo, List<VatPart> byRate) {
        Money net = Money.of("600.00");
        Money vat = byRate.stream().map(VatPart::vat).reduce(Money::plus).orElse(Money.of("120.00"));
        Money gross = net.plus(vat);
        return new Document(
                on,
                AnOrder.ID,
                DocumentId.of(AnOrder.ID, "OPCO", kind, n),
                kind,
                "OPCO",
                net,
                vat,
                gross,
                refersTo == null ? gross : null,
                refersTo == null ? List.of(new Due(on.plusDays(30), gross)) : List.of(),
                List.of(new Item(
                        new ItemKey.ShareOf("OPCO", VatRate.STANDARD),
                        net,
                        VatCategory.S,
                        Percent.of("20.00"),
                        List.of())),
                refersTo,
                List.of(),
                "technolowgic",
                "technolowgic@2024-12-02",
                byRate);
    }
}
