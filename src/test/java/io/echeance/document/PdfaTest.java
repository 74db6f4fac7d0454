package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.echeance.core.invoice.Invoice;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A page to be kept ten years")
class PdfaTest {

    private static final byte[] XML = "<invoice/>".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, byte[]> PAGES = new HashMap<>();

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

    private static byte[] page(Named kind) {
        return PAGES.computeIfAbsent(kind.name(), name -> FacturX.of(kind.invoice(), XML));
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
        assertThat(PdfaCheck.breaches(page(kind))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    @DisplayName("says how many objects it has")
    void saysHowManyObjectsItHas(Named kind) {
        String pdf = new String(page(kind), StandardCharsets.ISO_8859_1);
        Matcher table = Pattern.compile("/Size (\\d+) *\\n/Index \\[0 (\\d+)]").matcher(pdf);

        assertThat(table.find()).isTrue();
        assertThat(table.group(1)).isEqualTo(table.group(2));
    }

    @Test
    @DisplayName("is nothing that qpdf would object to, where there is one")
    void qpdfDoesNotObject(@TempDir Path folder) throws Exception {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "qpdf"))));
        for (Named kind : kinds().toList()) {
            Path pdf = Files.write(folder.resolve("page.pdf"), page(kind));
            Process check = new ProcessBuilder("qpdf", "--check", pdf.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(check.waitFor()).as(kind + ": " + said).isZero();
            assertThat(said).doesNotContain("WARNING");
        }
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
