package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A page to be kept ten years")
class PdfaTest {

    private static final byte[] XML = "<invoice/>".getBytes(StandardCharsets.UTF_8);

    /** One of each kind, regime and language; with a schedule, after a deposit, for a funder. */
    static Stream<Named> kinds() {
        Map<String, Invoice> kinds = new LinkedHashMap<>();
        Stream.concat(PlayedInvoices.ofTheDemo().stream(), PlayedInvoices.ofTheScenarios().stream())
                .forEach(invoice -> kinds.putIfAbsent(name(invoice), invoice));
        return kinds.entrySet().stream().map(kind -> new Named(kind.getKey(), kind.getValue()));
    }

    record Named(String name, Invoice invoice) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String name(Invoice invoice) {
        return invoice.document().kind() + " " + invoice.typeCode() + " " + invoice.vatRegime() + " "
                + invoice.language()
                + (invoice.client() == null ? "" : " for a client")
                + (invoice.prepaid().isPositive() ? " after a deposit" : "")
                + (invoice.document().due().size() > 1 ? " in instalments" : "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    @DisplayName("is PDF/A-3b")
    void isPdfa(Named kind) throws Exception {
        assertThat(PdfaCheck.breaches(FacturX.of(kind.invoice(), XML))).isEmpty();
    }

    @Test
    @DisplayName("would not be with a font that it does not carry")
    void aFontFromOutsideIsFoundOut() throws Exception {
        byte[] good = FacturX.of(PlayedInvoices.ofTheDemo().getFirst(), XML);
        ByteArrayOutputStream bad = new ByteArrayOutputStream();
        try (PDDocument pdf = Loader.loadPDF(good)) {
            try (PDPageContentStream text = new PDPageContentStream(pdf, pdf.getPage(0), AppendMode.APPEND, true)) {
                text.beginText();
                text.setFont(new PDType1Font(FontName.HELVETICA), 8);
                text.showText("Lu et approuve");
                text.endText();
            }
            pdf.save(bad);
        }

        assertThat(PdfaCheck.breaches(bad.toByteArray())).anyMatch(breach -> breach.startsWith("6.2.11.4.1"));
    }
}
