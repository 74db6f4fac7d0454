package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Invoice.InvoiceLine;
import io.echeance.core.invoice.Invoice.Preceding;
import io.echeance.core.invoice.Invoice.VatTotal;
import io.echeance.core.invoice.Language;
import io.echeance.core.invoice.Party;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.VatCategory;
import io.echeance.house.Everything;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page may look whole and say nothing: what it says is read back from the file. */
@DisplayName("An invoice on paper")
class InvoicePageTest {

    private static final byte[] XML = "<invoice/>".getBytes(StandardCharsets.UTF_8);

    private static final List<Invoice> DEMO = PlayedInvoices.ofTheDemo();

    private static final List<Invoice> ALL = Stream.concat(DEMO.stream(), PlayedInvoices.ofTheScenarios().stream())
            .toList();

    static List<Invoice> demo() {
        return Everything.orOneOfEach(
                one -> List.of(
                        one.issuer().id(),
                        one.document().kind(),
                        one.language(),
                        one.buyerKind(),
                        one.document().due().size(),
                        one.document().segments().size()),
                DEMO);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("demo")
    @DisplayName("says all that its record holds")
    void saysAllThatItsRecordHolds(Invoice invoice) {
        String text = paper(invoice).text();

        assertThat(said(invoice)).allSatisfy(said -> assertThat(text).contains(Paper.compact(said)));
    }

    /** Everything that a reader must find, as it is written in the language of the invoice. */
    private static List<String> said(Invoice invoice) {
        Language words = invoice.words();
        List<String> said = new ArrayList<>(List.of(
                invoice.number(),
                invoice.document().orderId(),
                words.day(invoice.document().on()),
                words.day(invoice.serviceFrom()),
                words.day(invoice.serviceTo()),
                words.money(asked(invoice))));
        for (Party party : Stream.of(invoice.issuer(), invoice.buyer()).toList()) {
            said.add(party.name());
            said.addAll(party.address());
            Stream.of(party.postalCode(), party.city(), party.siren(), party.siret(), party.legalForm())
                    .filter(Objects::nonNull)
                    .forEach(said::add);
        }
        if (invoice.client() != null) {
            said.add(invoice.client().name());
        }
        for (InvoiceLine line : invoice.lines()) {
            said.add(line.name());
            said.add(Objects.requireNonNullElse(line.description(), ""));
        }
        for (Item item : invoice.document().items()) {
            said.add(words.money(item.net()));
        }
        for (VatTotal total : invoice.vatTotals()) {
            said.add(words.money(total.taxable()));
            said.add(Objects.requireNonNullElse(total.exemptionReason(), ""));
            if (total.category() == VatCategory.S) {
                said.add(words.money(total.vat()));
                said.add(Objects.requireNonNull(invoice.issuer().vatId()));
            }
        }
        for (Preceding earlier : invoice.preceding()) {
            said.add(earlier.number());
            said.add(words.day(earlier.on()));
        }
        for (Due due : invoice.document().due()) {
            said.add(words.money(due.amount()));
            said.add(words.day(due.on()));
        }
        for (Segment segment : invoice.document().segments()) {
            said.add(words.money(segment.base()));
            said.add(words.percent(segment.rate()));
            said.add(words.money(segment.amount()));
        }
        invoice.mentions().stream()
                .filter(mention -> !mention.code().equals("BAR"))
                .forEach(mention -> said.add(mention.text()));
        if (!invoice.document().due().isEmpty()) {
            said.add(Objects.requireNonNull(invoice.issuer().iban()));
        }
        return said;
    }

    private static Money asked(Invoice invoice) {
        Money payable = invoice.document().payable();
        return payable == null ? invoice.document().gross() : payable;
    }

    @Test
    @DisplayName("is called by its kind, in both languages")
    void isCalledByItsKind() {
        assertThat(paper(first(Kind.DEPOSIT, "fr")).text()).contains("Factured'acompte");
        assertThat(paper(first(Kind.INVOICE, "en")).text())
                .contains("InvoiceNo.")
                .contains("Amountdue");
        assertThat(paper(first(Kind.CREDIT_NOTE, "fr")).text())
                .contains("AvoirN°")
                .contains("Montantdel'avoir");
        assertThat(paper(first(Kind.RECOVERY_FEE, "fr")).text()).contains("IndemnitéforfaitairederecouvrementN°");
        assertThat(paper(first(Kind.CLOSING, "fr")).text()).contains("FacturedesoldeN°");
        assertThat(paper(first(Kind.CANCELLATION_FEE, "fr")).text()).contains("FacturededéditN°");
    }

    @Test
    @DisplayName("shows no VAT number where 293 B says that none is charged")
    void noVatNumberBeside293B() {
        Invoice franchise = DEMO.stream()
                .filter(invoice -> invoice.vatTotals().stream()
                        .anyMatch(total -> "VATEX-FR-FRANCHISE".equals(total.exemptionCode())))
                .findFirst()
                .orElseThrow();

        assertThat(paper(franchise).text())
                .contains(franchise.language().equals("fr") ? "nonapplicable" : "notapplicable")
                .doesNotContain(Objects.requireNonNull(franchise.issuer().vatId()));
    }

    @Test
    @DisplayName("says in French where a rate comes from")
    void namesRatesInFrench() {
        List<Invoice> closings = ALL.stream()
                .filter(invoice -> invoice.document().kind() == Kind.CLOSING)
                .filter(invoice -> invoice.words() == Language.FR)
                .toList();

        assertThat(closings).hasSizeGreaterThan(5);
        assertThat(closings)
                .allSatisfy(closing -> assertThat(paper(closing).text())
                        .containsAnyOf("tauxconvenu", "tauxlégal", "BCE20")
                        .doesNotContain("stipulated")
                        .doesNotContain("legalrate")
                        .doesNotContain("ECB"));
    }

    private static Invoice first(Kind kind, String language) {
        return ALL.stream()
                .filter(invoice ->
                        invoice.document().kind() == kind && invoice.language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    private static Paper paper(Invoice invoice) {
        return Paper.of(FacturX.of(invoice, XML));
    }
}
