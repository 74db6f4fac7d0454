package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Invoice.Mention;
import io.echeance.core.invoice.Invoice.Preceding;
import io.echeance.core.invoice.Party;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ItemKey;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the demo does not have: odd texts, odd parties, odd amounts. All of it still keeps the official rules. */
class AwkwardInvoiceTest {

    private static final Invoice TAXED = KindsOfInvoice.named("taxed");

    @Test
    void textsMayHoldWhatXmlDoesNot() {
        Invoice invoice = named("A & B <\"SARL\"> 🎓 \u0007\uD800 fin\u00A0]]>");

        assertThat(cii(invoice)).contains("A &amp; B &lt;\"SARL\"&gt; 🎓  fin\u00A0]]&gt;");
        assertThat(ubl(invoice)).contains("A &amp; B &lt;\"SARL\"&gt; 🎓  fin\u00A0]]&gt;");
    }

    @Test
    void theMarkThatSeparatesTheCodesOfNotesInUblDoesNotStandInATextThere() {
        List<Mention> mentions = new ArrayList<>(TAXED.mentions());
        mentions.add(new Mention("AAI", "Prise en charge pour C# #PMT# École"));
        Invoice invoice = Changed.with(TAXED, "mentions", mentions);

        assertThat(ubl(invoice)).contains("<cbc:Note>#AAI#Prise en charge pour C＃ ＃PMT＃ École</cbc:Note>");
        assertThat(cii(invoice)).contains("C# #PMT# École");
    }

    @Test
    void anExemptSellerWithoutVatNumberIsKnownByItsSiren() {
        Invoice exempt = KindsOfInvoice.named("exempt");
        Invoice invoice = Changed.with(exempt, "issuer", Changed.with(exempt.issuer(), "vatId", null));

        assertThat(cii(exempt)).contains("<ram:ID schemeID=\"VA\">FR65000001214</ram:ID>");
        assertThat(cii(invoice)).contains("<ram:ID schemeID=\"FC\">000001214</ram:ID>");
        assertThat(ubl(invoice)).contains("<cbc:CompanyID>000001214</cbc:CompanyID>", "<cbc:ID>LOC</cbc:ID>");
    }

    @Test
    void aSellerUnderTheFranchiseShowsItsSirenAndNoVatNumber() {
        Invoice franchise = KindsOfInvoice.named("franchise");

        assertThat(franchise.issuer().vatId()).isEqualTo("FR96000001289");
        assertThat(cii(franchise))
                .contains("<ram:ID schemeID=\"FC\">000001289</ram:ID>")
                .doesNotContain("FR96000001289");
        assertThat(ubl(franchise))
                .contains("<cbc:CompanyID>000001289</cbc:CompanyID>")
                .doesNotContain("FR96000001289");
    }

    @Test
    void aSellerWithoutAccountNamesNoMeansOfPayment() {
        Invoice invoice = Changed.with(TAXED, "issuer", Changed.with(TAXED.issuer(), "iban", " "));

        assertThat(cii(invoice)).contains("<ram:TypeCode>1</ram:TypeCode>").doesNotContain("IBANID", "BICID");
        assertThat(ubl(invoice)).contains("<cbc:PaymentMeansCode>1<").doesNotContain("PayeeFinancialAccount");
    }

    @Test
    void anAccountIsWrittenAsMachinesReadIt() {
        Invoice invoice = Changed.with(
                TAXED, "issuer", Changed.with(TAXED.issuer(), "iban", "fr76 3000 6000 0112 3456 7890 189"));

        assertThat(cii(invoice)).contains("<ram:IBANID>FR7630006000011234567890189</ram:IBANID>");
        assertThat(ubl(invoice)).contains("<cbc:ID>FR7630006000011234567890189</cbc:ID>");
    }

    @Test
    void partiesHaveTradeNamesAndLongAddressesAndNoNumbersOfAnyRegister() {
        Party buyer = new Party(
                "X",
                "Nordlicht GmbH",
                "Nordlicht",
                "GmbH",
                List.of("Hinterhaus", "", "3. Stock", "Weg 1", "Tor 5"),
                null,
                "Hamburg",
                "DE",
                null,
                null,
                "DE123456788",
                "post@nordlicht.example",
                null,
                null,
                null,
                "en");
        List<Mention> mentions = new ArrayList<>(TAXED.mentions());
        mentions.replaceAll(mention -> mention.code().equals("BAR") ? new Mention("BAR", "B2BINT") : mention);
        Invoice invoice = Changed.with(Changed.with(TAXED, "buyer", buyer), "mentions", mentions);

        assertThat(cii(invoice))
                .contains("<ram:LineThree>Weg 1, Tor 5</ram:LineThree>", "schemeID=\"EM\">post@nordlicht.example<")
                .contains("<ram:TradingBusinessName>Nordlicht</ram:TradingBusinessName>", "DE123456788");
        assertThat(ubl(invoice)).contains("<cbc:Line>Weg 1, Tor 5</cbc:Line>", "<cbc:Name>Nordlicht</cbc:Name>");
    }

    @Test
    void aNegativeItemHasANegativeQuantityAndNoNegativePrice() {
        Item item = TAXED.document().items().getFirst();
        Item more = Changed.with(Changed.with(item, "net", Money.of("2500.00")), "key", ItemKey.parse("travel"));
        Item less =
                Changed.with(Changed.with(item, "net", Money.of("-100.00")), "key", ItemKey.parse("application-fee"));
        Invoice invoice = Changed.with(
                Changed.with(TAXED, "document", Changed.with(TAXED.document(), "items", List.of(more, less))),
                "lines",
                List.of(new Invoice.InvoiceLine("Formation", null), new Invoice.InvoiceLine("Geste", null)));

        assertThat(cii(invoice))
                .contains(
                        "<ram:BilledQuantity unitCode=\"C62\">-1</ram:BilledQuantity>",
                        "<ram:ChargeAmount>100.00</ram:ChargeAmount>",
                        "<ram:LineTotalAmount>-100.00</ram:LineTotalAmount>");
        assertThat(ubl(invoice)).contains("<cbc:InvoicedQuantity unitCode=\"C62\">-1</cbc:InvoicedQuantity>");
    }

    @Test
    void earlierDocumentsForWhichCiiHasNoPlaceStandInANote() {
        Preceding one =
                new Preceding(new DocumentId("a"), Kind.DEPOSIT, "T-1", LocalDate.of(2025, 5, 1), Money.of("10.00"));
        Preceding two =
                new Preceding(new DocumentId("b"), Kind.DEPOSIT, "T-2", LocalDate.of(2025, 6, 2), Money.of("20.00"));
        Invoice invoice = Changed.with(TAXED, "preceding", List.of(one, two));

        assertThat(cii(invoice))
                .contains("<ram:IssuerAssignedID>T-1</ram:IssuerAssignedID>", "Voir aussi : T-2 du 2 juin 2025")
                .doesNotContain("<ram:IssuerAssignedID>T-2<");
        assertThat(ubl(invoice)).contains("<cbc:ID>T-1</cbc:ID>", "<cbc:ID>T-2</cbc:ID>");
    }

    @Test
    void interestSaysItsDaysBaseRateAndAmount() {
        assertThat(cii(KindsOfInvoice.named("interest")))
                .containsPattern("<ram:Description>.+ du .+ ; du .+ au .+, \\d+ jours?, .+\u00A0€ à .+\u00A0% l'an :"
                        + " .+\u00A0€<");
    }

    private static Invoice named(String name) {
        return Changed.with(TAXED, "buyer", Changed.with(TAXED.buyer(), "name", name));
    }

    private static String cii(Invoice invoice) {
        return valid(Cii.of(invoice), OfficialRules.CII);
    }

    private static String ubl(Invoice invoice) {
        return valid(Ubl.of(invoice), OfficialRules.UBL);
    }

    private static String valid(byte[] document, OfficialRules rules) {
        assertThat(rules.findings(document)).isEmpty();
        return new String(document, StandardCharsets.UTF_8);
    }
}
