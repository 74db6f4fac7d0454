package io.echeance.core.lateness;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoicing.Requirement;
import io.echeance.core.money.Money;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.CollectionAlert.RateMissing;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Issued;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Segment;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.settlement.Debts;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.vat.Taxation;
import io.echeance.reference.StatutoryRatesFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 10,000.00 fell due to Technolowgic on 1 March 2026; late days cost 10.75 % a year, 2.945 each. */
class ClosingInvoiceTest {

    private static final Document INVOICE = Debts.document(Kind.INVOICE, AnOrder.CUSTOMER, 1, "10000.00 on 2026-03-01");
    private static final ItemKey INTEREST = new ItemKey.InterestOn(ReceivableKey.parse("O/C/INVOICE/1#1"));

    @ParameterizedTest(name = "{0} paid by value of {1}, {2} of interest invoiced before; on {3}: {4} required")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, 2026-03-31, -", // late: it runs on
                "9999.99, 2026-03-11, -, 2026-03-12, -", // a cent is late
                "10000.00, 2026-03-01, -, 2026-03-12, -", // paid in time
                "10000.00, 2026-03-11, -, 2026-03-12, 29.45", // ten days, that of the payment included
                "10000.00, 2026-03-11, 29.45, 2026-03-12, 29.45", // it stands
                "10000.00, 2026-03-06, 29.45, 2026-03-12, 14.73", // five days after all: the rest is credited
                "5000.00, 2026-03-06, 14.73, 2026-03-31, 14.73", // late again: no more than what stands
                "9000.00, 2026-03-06, 29.45, 2026-03-12, 16.50" // late, but less than what stands: credited at once
            })
    void interestIsInvoicedOnceNothingIsLate(
            @Nullable String paid,
            @Nullable String paidOn,
            @Nullable String invoiced,
            String today,
            @Nullable String required) {
        AnOrder order = AnOrder.of("technolowgic", "2026-01-15");
        if (paid != null && paidOn != null) {
            order.paid("p1", AnOrder.CUSTOMER, paid, paidOn);
        }

        assertThat(text(closing(order.asOf(today), invoiced, Issued.NOTHING)))
                .isEqualTo(required == null ? "" : required);
    }

    @Test
    void saysHowTheInterestComesAbout() {
        AnOrder order = AnOrder.of("technolowgic", "2026-01-15")
                .paid("p1", AnOrder.CUSTOMER, "4000.00", "2026-03-06")
                .paid("p2", AnOrder.CUSTOMER, "6000.00", "2026-03-11");

        ClosingInvoice closing = closing(order.asOf("2026-03-12"), null, Issued.NOTHING);

        assertThat(closing.segments())
                .extracting(ClosingInvoiceTest::text)
                .containsExactly(
                        "2026-03-02 to 2026-03-06, 5 days on 10000.00: 14.73",
                        "2026-03-07 to 2026-03-11, 5 days on 6000.00: 8.84");
        assertThat(text(closing)).isEqualTo("23.57");
    }

    /** Online it is the rate of the European Central Bank and ten points: of each semester its own. */
    @Test
    void waitsForARateThatIsNotKnownYetAndSaysSoOnce() {
        AnOrder order =
                AnOrder.of("alegria-online", "2026-01-15").paid("p1", AnOrder.CUSTOMER, "10000.00", "2031-07-03");
        Situation situation = order.asOf("2031-07-04");

        ClosingInvoice closing = closing(situation, null, Issued.NOTHING);

        assertThat(closing.required()).isEmpty();
        assertThat(closing.announced().outputs()).singleElement().isInstanceOf(RateMissing.class);
        Issued said = Issued.NOTHING.withAnnounced(closing.announced().once().getFirst());
        assertThat(closing(situation, null, said).announced().outputs()).isEmpty();
    }

    private static ClosingInvoice closing(Situation situation, @Nullable String invoiced, Issued issued) {
        List<Document> documents = new ArrayList<>(List.of(INVOICE));
        if (invoiced != null) {
            documents.add(closingInvoice(Money.of(invoiced)));
        }
        Settlement settlement = Settlement.of(situation, Receipts.byPayer(situation), List.of(INVOICE), List.of());
        Interests interests =
                Interests.of(situation, Holds.of(situation), List.of(), settlement, StatutoryRatesFile.bundled());
        return ClosingInvoice.of(situation, settlement, interests, documents, issued);
    }

    private static Document closingInvoice(Money interest) {
        Taxation outside = Taxation.OUTSIDE;
        return new Document(
                day("2026-03-12"),
                AnOrder.ID,
                new DocumentId("O/C/CLOSING/1"),
                Kind.CLOSING,
                AnOrder.CUSTOMER,
                interest,
                Money.ZERO,
                interest,
                interest,
                List.of(),
                List.of(new Item(INTEREST, interest, outside.category(), outside.rate(), List.of())),
                null,
                List.of(),
                "technolowgic",
                "technolowgic@2024-12-02",
                List.of());
    }

    private static String text(ClosingInvoice closing) {
        return closing.required().stream()
                .map(Requirement::net)
                .map(Money::toString)
                .collect(Collectors.joining(", "));
    }

    private static String text(Segment segment) {
        return "%s to %s, %d days on %s: %s"
                .formatted(segment.from(), segment.to(), segment.days(), segment.base(), segment.amount());
    }
}
