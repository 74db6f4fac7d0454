package io.echeance.document;

import static io.echeance.document.Content.given;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Invoice.Mention;
import io.echeance.core.invoice.Invoice.Preceding;
import io.echeance.core.invoice.Invoice.VatTotal;
import io.echeance.core.invoice.Party;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.document.Content.ElectronicAddress;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as UN/CEFACT Cross Industry Invoice D16B, within EN 16931. The same bytes stand alone and, as {@code
 * factur-x.xml}, in a PDF. The order of the elements is the schema's.
 */
public final class Cii {

    private static final String DATA = "urn:un:unece:uncefact:data:";

    private static final SequencedMap<String, String> NAMESPACES = new TreeMap<>(Map.of(
            "rsm", DATA + "standard:CrossIndustryInvoice:100",
            "ram", DATA + "standard:ReusableAggregateBusinessInformationEntity:100",
            "qdt", DATA + "standard:QualifiedDataType:100",
            "udt", DATA + "standard:UnqualifiedDataType:100"));

    /** BT-8 in this syntax, UNTDID 2475: date of payment. */
    private static final String DUE_ON_PAYMENT = "72";

    private final Xml xml;
    private final Invoice invoice;
    private final Content content;

    private Cii(Xml xml, Invoice invoice) {
        this.xml = xml;
        this.invoice = invoice;
        this.content = new Content(invoice);
    }

    /** The same invoice gives the same bytes, UTF-8. */
    public static byte[] of(Invoice invoice) {
        return Xml.document("rsm:CrossIndustryInvoice", NAMESPACES, xml -> new Cii(xml, invoice).write());
    }

    private void write() throws XMLStreamException {
        xml.in("rsm:ExchangedDocumentContext", () -> {
            xml.in("ram:BusinessProcessSpecifiedDocumentContextParameter", () -> xml.put("ram:ID", invoice.process()));
            xml.in("ram:GuidelineSpecifiedDocumentContextParameter", () -> xml.put("ram:ID", Content.PROFILE));
        });
        xml.in("rsm:ExchangedDocument", () -> {
            xml.put("ram:ID", invoice.number());
            xml.put("ram:TypeCode", invoice.typeCode());
            date("ram:IssueDateTime", invoice.document().on());
            for (Mention mention : invoice.mentions()) {
                note(mention);
            }
            String further = content.furtherPreceding().orElse(null);
            if (further != null) {
                note(new Mention("AAI", further));
            }
        });
        xml.in("rsm:SupplyChainTradeTransaction", () -> {
            for (Content.Line line : content.lines()) {
                xml.in("ram:IncludedSupplyChainTradeLineItem", () -> line(line));
            }
            xml.in("ram:ApplicableHeaderTradeAgreement", this::agreement);
            xml.in(
                    "ram:ApplicableHeaderTradeDelivery",
                    () -> xml.in(
                            "ram:ActualDeliverySupplyChainEvent",
                            () -> date("ram:OccurrenceDateTime", content.deliveredOn())));
            xml.in("ram:ApplicableHeaderTradeSettlement", this::settlement);
        });
    }

    private void note(Mention mention) throws XMLStreamException {
        xml.in("ram:IncludedNote", () -> {
            xml.put("ram:Content", mention.text());
            xml.put("ram:SubjectCode", mention.code());
        });
    }

    private void line(Content.Line line) throws XMLStreamException {
        xml.in("ram:AssociatedDocumentLineDocument", () -> xml.put("ram:LineID", String.valueOf(line.id())));
        xml.in("ram:SpecifiedTradeProduct", () -> {
            xml.put("ram:Name", line.name());
            xml.put("ram:Description", line.description());
        });
        xml.in(
                "ram:SpecifiedLineTradeAgreement",
                () -> xml.in("ram:NetPriceProductTradePrice", () -> amount("ram:ChargeAmount", line.price())));
        xml.in(
                "ram:SpecifiedLineTradeDelivery",
                () -> xml.put("ram:BilledQuantity", String.valueOf(line.quantity()), "unitCode", Content.UNIT));
        xml.in("ram:SpecifiedLineTradeSettlement", () -> {
            xml.in("ram:ApplicableTradeTax", () -> {
                xml.put("ram:TypeCode", "VAT");
                xml.put("ram:CategoryCode", line.category().name());
                rate(line.rate());
            });
            xml.in(
                    "ram:SpecifiedTradeSettlementLineMonetarySummation",
                    () -> amount("ram:LineTotalAmount", line.net()));
        });
    }

    private void agreement() throws XMLStreamException {
        xml.in("ram:SellerTradeParty", () -> party(invoice.issuer(), true));
        xml.in("ram:BuyerTradeParty", () -> party(invoice.buyer(), false));
        xml.in(
                "ram:ContractReferencedDocument",
                () -> xml.put("ram:IssuerAssignedID", invoice.document().orderId()));
    }

    private void party(Party party, boolean isSeller) throws XMLStreamException {
        xml.put("ram:GlobalID", party.siret(), "schemeID", Content.SIRET_SCHEME);
        xml.put("ram:Name", party.name());
        if (isSeller) {
            xml.put("ram:Description", party.legalForm());
        }
        if (given(party.siren()) != null || given(party.tradeName()) != null) {
            xml.in("ram:SpecifiedLegalOrganization", () -> {
                xml.put("ram:ID", party.siren(), "schemeID", Content.SIREN_SCHEME);
                xml.put("ram:TradingBusinessName", party.tradeName());
            });
        }
        xml.in("ram:PostalTradeAddress", () -> {
            xml.put("ram:PostcodeCode", party.postalCode());
            List<String> lines = Content.addressLines(party);
            for (int n = 0; n < lines.size(); n++) {
                xml.put(List.of("ram:LineOne", "ram:LineTwo", "ram:LineThree").get(n), lines.get(n));
            }
            xml.put("ram:CityName", party.city());
            xml.put("ram:CountryID", party.country());
        });
        ElectronicAddress address = content.address(party);
        xml.in(
                "ram:URIUniversalCommunication",
                () -> xml.put("ram:URIID", address.value(), "schemeID", address.scheme()));
        registration("VA", content.vatId(party));
        if (isSeller) {
            registration("FC", content.taxRegistration());
        }
    }

    private void registration(String scheme, @Nullable String id) throws XMLStreamException {
        if (id != null) {
            xml.in("ram:SpecifiedTaxRegistration", () -> xml.put("ram:ID", id, "schemeID", scheme));
        }
    }

    private void settlement() throws XMLStreamException {
        if (content.isToBePaid()) {
            xml.put("ram:PaymentReference", content.remittance());
        }
        xml.put("ram:InvoiceCurrencyCode", Content.CURRENCY);
        if (content.isToBePaid()) {
            xml.in("ram:SpecifiedTradeSettlementPaymentMeans", this::paymentMeans);
        }
        for (VatTotal total : invoice.vatTotals()) {
            xml.in("ram:ApplicableTradeTax", () -> vat(total));
        }
        if (content.isForService()) {
            xml.in("ram:BillingSpecifiedPeriod", () -> {
                date("ram:StartDateTime", invoice.serviceFrom());
                date("ram:EndDateTime", invoice.serviceTo());
            });
        }
        xml.in("ram:SpecifiedTradePaymentTerms", () -> {
            xml.put("ram:Description", invoice.paymentTerms());
            LocalDate dueOn = invoice.dueOn().orElse(null);
            if (dueOn != null) {
                date("ram:DueDateDateTime", dueOn);
            }
        });
        xml.in("ram:SpecifiedTradeSettlementHeaderMonetarySummation", this::totals);
        if (!invoice.preceding().isEmpty()) {
            Preceding preceding = invoice.preceding().getFirst();
            xml.in("ram:InvoiceReferencedDocument", () -> {
                xml.put("ram:IssuerAssignedID", preceding.number());
                xml.in("ram:FormattedIssueDateTime", () -> day("qdt:DateTimeString", preceding.on()));
            });
        }
    }

    private void paymentMeans() throws XMLStreamException {
        xml.put("ram:TypeCode", content.paymentMeans());
        if (content.iban() != null) {
            xml.in("ram:PayeePartyCreditorFinancialAccount", () -> xml.put("ram:IBANID", content.iban()));
            if (given(invoice.issuer().bic()) != null) {
                xml.in(
                        "ram:PayeeSpecifiedCreditorFinancialInstitution",
                        () -> xml.put("ram:BICID", invoice.issuer().bic()));
            }
        }
    }

    private void vat(VatTotal total) throws XMLStreamException {
        amount("ram:CalculatedAmount", total.vat());
        xml.put("ram:TypeCode", "VAT");
        xml.put("ram:ExemptionReason", total.exemptionReason());
        amount("ram:BasisAmount", total.taxable());
        xml.put("ram:CategoryCode", total.category().name());
        xml.put("ram:ExemptionReasonCode", total.exemptionCode());
        if (content.isVatDueOnPayment()) {
            xml.put("ram:DueDateTypeCode", DUE_ON_PAYMENT);
        }
        rate(total.rate());
    }

    private void totals() throws XMLStreamException {
        Money net = invoice.document().net();
        amount("ram:LineTotalAmount", net);
        amount("ram:TaxBasisTotalAmount", net);
        xml.put("ram:TaxTotalAmount", invoice.document().vat().toString(), "currencyID", Content.CURRENCY);
        amount("ram:GrandTotalAmount", invoice.document().gross());
        if (invoice.prepaid().isPositive()) {
            amount("ram:TotalPrepaidAmount", invoice.prepaid());
        }
        amount("ram:DuePayableAmount", content.payable());
    }

    private void rate(@Nullable Percent rate) throws XMLStreamException {
        xml.put("ram:RateApplicablePercent", rate == null ? null : rate.toString());
    }

    private void amount(String name, Money amount) throws XMLStreamException {
        xml.put(name, amount.toString());
    }

    private void date(String name, LocalDate date) throws XMLStreamException {
        xml.in(name, () -> day("udt:DateTimeString", date));
    }

    private void day(String name, LocalDate day) throws XMLStreamException {
        xml.put(name, day.format(DateTimeFormatter.BASIC_ISO_DATE), "format", "102");
    }
}
