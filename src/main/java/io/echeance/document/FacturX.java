package io.echeance.document;

import io.echeance.core.invoice.Invoice;
import io.echeance.document.page.InvoicePage;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;

/**
 * Factur-X 1.0, profile EN 16931: a page for people (PDF/A-3b) that carries the same invoice for machines
 * ({@code factur-x.xml}). The same invoice gives the same bytes.
 */
public final class FacturX {

    private static final String NAME = "factur-x.xml";
    private static final byte[] NONE = {};

    private FacturX() {}

    /** @param cii what {@code Cii} makes of the same invoice */
    public static byte[] of(Invoice invoice, byte[] cii) {
        return InvoicePage.pdf(invoice, cii);
    }

    /** The XML that a file carries; empty if it is no Factur-X file. */
    static byte[] xml(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            if (names == null || names.getEmbeddedFiles() == null) {
                return NONE;
            }
            Map<String, PDComplexFileSpecification> files =
                    names.getEmbeddedFiles().getNames();
            PDComplexFileSpecification file = files == null ? null : files.get(NAME);
            return file == null ? NONE : file.getEmbeddedFile().toByteArray();
        } catch (IOException e) {
            return NONE;
        }
    }
}
