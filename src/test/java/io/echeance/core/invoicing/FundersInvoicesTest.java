package io.echeance.core.invoicing;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Document.VatPart;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.terms.VatCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OPCO was invoiced for 600.00 net, for a course that is billed on 23 April. */
class FundersInvoicesTest {

    @ParameterizedTest(name = "invoiced on {0}, credited: {1}; billed on {2} now: due on {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 2026-04-23, -",
                "2026-04-23, -, 2026-04-23, 2026-05-23",
                "2026-04-23, -, 2026-06-15, -", // the course was moved: another invoice will be the one
                "2026-04-23, 1, 2026-04-23, 2026-05-23", // whole; there is no other
                "2026-04-23 2026-05-04, 1, 2026-04-23, 2026-06-03",
                "2026-04-23 2026-05-04, 2, 2026-04-23, 2026-05-23"
            })
    void isLateByTheInvoiceThatStandsForTheCourse(
            @Nullable String invoicedOn, @Nullable Integer credited, LocalDate billingDay, @Nullable LocalDate dueOn) {
        List<Document> issued = new ArrayList<>();
        for (String on : invoicedOn == null ? new String[0] : invoicedOn.split(" ")) {
            issued.add(document(Kind.INVOICE, issued.size() + 1, day(on), null, List.of()));
        }
        if (credited != null) {
            DocumentId whole = issued.get(credited - 1).id();
            issued.add(document(Kind.CREDIT_NOTE, 1, day("2026-05-05"), whole, List.of()));
        }
        Situation situation = AnOrder.of("technolowgic", "2026-01-15").asOf("2026-05-10");

        assertThat(new FundersInvoices(situation, Receipts.byPayer(situation), issued, billingDay).firstDueOn("OPCO"))
                .isEqualTo(dueOn);
    }

    @ParameterizedTest(name = "{0} paid on 2 May of an invoice at {1}, known on {2}: {3} net")
    @CsvSource({
        "720.00, one rate, 2026-05-01, 0.00",
        "720.00, one rate, 2026-05-02, 600.00",
        "360.00, one rate, 2026-05-02, 300.00",
        "702.60, two rates, 2026-05-02, 600.00",
        "351.30, two rates, 2026-05-02, 300.00" // of each in proportion
    })
    void hasPaidTheNetOfWhatItPaid(String paid, String rates, LocalDate known, String net) {
        List<VatPart> parts = rates.equals("one rate")
                ? List.of()
                : List.of(part("20.00", "480.00", "96.00"), part("5.50", "120.00", "6.60"));
        Situation situation = AnOrder.of("technolowgic", "2026-01-15")
                .fundedBy("OPCO", "600.00")
                .paid("p1", "OPCO", paid, "2026-05-02")
                .asOf("2026-05-10");
        List<Document> issued = List.of(document(Kind.INVOICE, 1, day("2026-04-23"), null, parts));

        assertThat(new FundersInvoices(situation, Receipts.byPayer(situation), issued, day("2026-04-23"))
                        .netPaidBy("OPCO", known))
                .isEqualTo(Money.of(net));
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
                List.of(),
                refersTo,
                List.of(),
                "technolowgic",
                "technolowgic@2024-12-02",
                byRate);
    }
}
