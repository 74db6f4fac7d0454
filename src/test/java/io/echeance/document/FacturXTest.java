package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A Factur-X file")
class FacturXTest {

    private static final byte[] XML =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><invoice>œ €</invoice>".getBytes(StandardCharsets.UTF_8);

    private static final Invoice INVOICE = PlayedInvoices.ofTheDemo().getFirst();

    @Test
    @DisplayName("carries the XML unchanged, as another form of what the page says")
    void carriesTheXml() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(FacturX.of(INVOICE, XML))) {
            PDComplexFileSpecification attached = pdf.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("factur-x.xml");
            assertThat(attached.getEmbeddedFile().toByteArray()).isEqualTo(XML);
            assertThat(attached.getEmbeddedFile().getSubtype()).isEqualTo("text/xml");
            assertThat(attached.getCOSObject().getNameAsString("AFRelationship"))
                    .isEqualTo("Alternative");
            COSArray associated = pdf.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
            assertThat(associated).hasSize(1);
            COSDictionary first = associated.get(0) instanceof COSObject object
                    ? (COSDictionary) object.getObject()
                    : (COSDictionary) associated.get(0);
            assertThat(first).isSameAs(attached.getCOSObject());
        }
    }

    @Test
    @DisplayName("is known again by its XML, whoever packed it; an altered invoice is not")
    void isKnownAgain() throws Exception {
        byte[] made = Form.PDF.of(INVOICE);
        ByteArrayOutputStream repacked = new ByteArrayOutputStream();
        try (PDDocument pdf = Loader.loadPDF(made)) {
            pdf.save(repacked, CompressParameters.NO_COMPRESSION);
        }

        assertThat(repacked.toByteArray()).isNotEqualTo(made);
        assertThat(Form.PDF.isSame(repacked.toByteArray(), made)).isTrue();
        assertThat(Form.PDF.isSame(Form.PDF.of(Changed.with(INVOICE, "paymentTerms", "Demain")), made))
                .isFalse();
        assertThat(Form.PDF.isSame("by hand".getBytes(StandardCharsets.UTF_8), made))
                .isFalse();
    }

    @Test
    @DisplayName("declares its profile, its title and its author")
    void declaresItsProfile() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(FacturX.of(INVOICE, XML))) {
            String xmp = new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(xmp)
                    .contains("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>")
                    .contains("<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>")
                    .contains("<pdfaid:part>3</pdfaid:part>")
                    .contains(INVOICE.number());
            assertThat(pdf.getDocumentInformation().getTitle()).endsWith(INVOICE.number());
            assertThat(pdf.getDocumentInformation().getAuthor())
                    .isEqualTo(INVOICE.issuer().name());
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(INVOICE.language());
        }
    }

    @Test
    @DisplayName("is the same, byte for byte, on any machine and from any thread")
    void isTheSameAnywhere() {
        List<Invoice> some = PlayedInvoices.ofTheDemo().subList(0, 12);
        List<byte[]> once =
                some.stream().map(invoice -> FacturX.of(invoice, XML)).toList();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            List<byte[]> again = some.parallelStream()
                    .map(invoice -> FacturX.of(invoice, XML))
                    .toList();
            assertThat(again).usingElementComparator(Arrays::compare).isEqualTo(once);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
