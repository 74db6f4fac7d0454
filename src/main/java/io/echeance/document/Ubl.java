package io.echeance.document;

import static io.echeance.document.Content.given;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Invoice.Mention;
import io.echeance.core.invoice.Invoice.Preceding;
import io.echeance.core.invoice.Invoice.VatTotal;
import io.echeance.core.invoice.Party;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.terms.VatCategory;
import io.echeance.document.Content.ElectronicAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** An invoice as OASIS UBL 2.1 within EN 16931: an Invoice or a CreditNote. Elements stand in the schema's order. */
public final class Ubl {

    private static final String SCHEMA = "urn:oasis:names:specification:ubl:schema:xsd:";

    /** BT-8 in this syntax, UNTDID 2005: paid to date. */
    private static final String DUE_ON_PAYMENT = "432";

    private final Xml xml;
    private final Invoice invoice;
    private final Content content;
    private final String kind;

    private Ubl(Xml xml, Invoice invoice, String kind) {
        this.xml = xml;
        this.invoice = invoice;
        this.content = new Content(invoice);
        this.kind = kind;
    }

    /** The same invoice gives the same bytes, UTF-8. */
    public static byte[] of(Invoice invoice) {
        String kind = invoice.isCreditNote() ? "CreditNote" : "Invoice";
        Map<String, String> namespaces = new TreeMap<>(Map.of(
                "", SCHEMA + kind + "-2",
                "cac", SCHEMA + "CommonAggregateComponents-2",
                "cbc", SCHEMA + "CommonBasicComponents-2"));
        return Xml.document(kind, namespaces, xml -> new Ubl(xml, invoice, kind).write());
    }

    private void write() throws XMLStreamException {
        xml.put("cbc:CustomizationID", Content.PROFILE);
        xml.put("cbc:ProfileID", invoice.process());
        xml.put("cbc:ID", invoice.number());
        xml.put("cbc:IssueDate", invoice.document().on().toString());
        xml.put("cbc:DueDate", invoice.dueOn().map(LocalDate::toString).orElse(null));
        xml.put("cbc:" + kind + "TypeCode", invoice.typeCode());
        for (Mention mention : invoice.mentions()) {
            xml.put("cbc:Note", note(mention));
        }
        xml.put("cbc:DocumentCurrencyCode", Content.CURRENCY);
        if (content.isForService()) {
            xml.in("cac:InvoicePeriod", this::period);
        }
        for (Preceding preceding : invoice.preceding()) {
            xml.in(
                    "cac:BillingReference",
                    () -> xml.in("cac:InvoiceDocumentReference", () -> {
                        xml.put("cbc:ID", preceding.number());
                        xml.put("cbc:IssueDate", preceding.on().toString());
                    }));
        }
        xml.in(
                "cac:ContractDocumentReference",
                () -> xml.put("cbc:ID", invoice.document().orderId()));
        xml.in("cac:AccountingSupplierParty", () -> xml.in("cac:Party", () -> party(invoice.issuer(), true)));
        xml.in("cac:AccountingCustomerParty", () -> xml.in("cac:Party", () -> party(invoice.buyer(), false)));
        xml.in(
                "cac:Delivery",
                () -> xml.put("cbc:ActualDeliveryDate", content.deliveredOn().toString()));
        if (content.isToBePaid()) {
            xml.in("cac:PaymentMeans", this::paymentMeans);
        }
        xml.in("cac:PaymentTerms", () -> xml.put("cbc:Note", invoice.paymentTerms()));
        xml.in("cac:TaxTotal", this::vat);
        xml.in("cac:LegalMonetaryTotal", this::totals);
        for (Content.Line line : content.lines()) {
            xml.in("cac:" + kind + "Line", () -> line(line));
        }
    }

    /** A note has no place for its code here: it stands before the text, between marks that the text may not have. */
    private static String note(Mention mention) {
        return "#" + mention.code() + "#" + mention.text().replace('#', '\uFF03');
    }

    private void period() throws XMLStreamException {
        xml.put("cbc:StartDate", invoice.serviceFrom().toString());
        xml.put("cbc:EndDate", invoice.serviceTo().toString());
        if (content.isVatDueOnPayment()) {
            xml.put("cbc:DescriptionCode", DUE_ON_PAYMENT);
        }
    }

    private void party(Party party, boolean isSeller) throws XMLStreamException {
        ElectronicAddress address = content.address(party);
        xml.put("cbc:EndpointID", address.value(), "schemeID", address.scheme());
        if (given(party.siret()) != null) {
            xml.in("cac:PartyIdentification", () -> xml.put("cbc:ID", party.siret(), "schemeID", Content.SIRET_SCHEME));
        }
        if (given(party.tradeName()) != null) {
            xml.in("cac:PartyName", () -> xml.put("cbc:Name", party.tradeName()));
        }
        xml.in("cac:PostalAddress", () -> address(party));
        taxScheme("VAT", content.vatId(party));
        if (isSeller) {
            taxScheme("LOC", content.taxRegistration());
        }
        xml.in("cac:PartyLegalEntity", () -> {
            xml.put("cbc:RegistrationName", party.name());
            xml.put("cbc:CompanyID", party.siren(), "schemeID", Content.SIREN_SCHEME);
            if (isSeller) {
                xml.put("cbc:CompanyLegalForm", party.legalForm());
            }
        });
    }

    private void address(Party party) throws XMLStreamException {
        List<String> lines = Content.addressLines(party);
        xml.put("cbc:StreetName", lines.isEmpty() ? null : lines.getFirst());
        xml.put("cbc:AdditionalStreetName", lines.size() < 2 ? null : lines.get(1));
        xml.put("cbc:CityName", party.city());
        xml.put("cbc:PostalZone", party.postalCode());
        if (lines.size() > 2) {
            xml.in("cac:AddressLine", () -> xml.put("cbc:Line", lines.get(2)));
        }
        xml.in("cac:Country", () -> xml.put("cbc:IdentificationCode", party.country()));
    }

    private void taxScheme(String scheme, @Nullable String id) throws XMLStreamException {
        if (id != null) {
            xml.in("cac:PartyTaxScheme", () -> {
                xml.put("cbc:CompanyID", id);
                xml.in("cac:TaxScheme", () -> xml.put("cbc:ID", scheme));
            });
        }
    }

    private void paymentMeans() throws XMLStreamException {
        xml.put("cbc:PaymentMeansCode", content.paymentMeans());
        xml.put("cbc:PaymentID", content.remittance());
        if (content.iban() != null) {
            xml.in("cac:PayeeFinancialAccount", () -> {
                xml.put("cbc:ID", content.iban());
                if (given(invoice.issuer().bic()) != null) {
                    xml.in(
                            "cac:FinancialInstitutionBranch",
                            () -> xml.put("cbc:ID", invoice.issuer().bic()));
                }
            });
        }
    }

    private void vat() throws XMLStreamException {
        amount("cbc:TaxAmount", invoice.document().vat());
        for (VatTotal total : invoice.vatTotals()) {
            xml.in("cac:TaxSubtotal", () -> {
                amount("cbc:TaxableAmount", total.taxable());
                amount("cbc:TaxAmount", total.vat());
                xml.in("cac:TaxCategory", () -> {
                    category(total.category(), total.rate());
                    xml.put("cbc:TaxExemptionReasonCode", total.exemptionCode());
                    xml.put("cbc:TaxExemptionReason", total.exemptionReason());
                    xml.in("cac:TaxScheme", () -> xml.put("cbc:ID", "VAT"));
                });
            });
        }
    }

    private void totals() throws XMLStreamException {
        Money net = invoice.document().net();
        amount("cbc:LineExtensionAmount", net);
        amount("cbc:TaxExclusiveAmount", net);
        amount("cbc:TaxInclusiveAmount", invoice.document().gross());
        if (invoice.prepaid().isPositive()) {
            amount("cbc:PrepaidAmount", invoice.prepaid());
        }
        amount("cbc:PayableAmount", content.payable());
    }

    private void line(Content.Line line) throws XMLStreamException {
        xml.put("cbc:ID", String.valueOf(line.id()));
        xml.put(
                invoice.isCreditNote() ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity",
                String.valueOf(line.quantity()),
                "unitCode",
                Content.UNIT);
        amount("cbc:LineExtensionAmount", line.net());
        xml.in("cac:Item", () -> {
            xml.put("cbc:Description", line.description());
            xml.put("cbc:Name", line.name());
            xml.in("cac:ClassifiedTaxCategory", () -> {
                category(line.category(), line.rate());
                xml.in("cac:TaxScheme", () -> xml.put("cbc:ID", "VAT"));
            });
        });
        xml.in("cac:Price", () -> amount("cbc:PriceAmount", line.price()));
    }

    private void category(VatCategory category, @Nullable Percent rate) throws XMLStreamException {
        xml.put("cbc:ID", category.name());
        xml.put("cbc:Percent", rate == null ? null : rate.toString());
    }

    private void amount(String name, Money amount) throws XMLStreamException {
        xml.put(name, amount.toString(), "currencyID", Content.CURRENCY);
    }
}
