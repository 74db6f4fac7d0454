package io.echeance.document.page;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;

/**
 * A page on its way to a PDF/A-3b (ISO 19005-3).
 *
 * @param on the day that it bears as its date; a file has no other
 */
record Pdf(Markup page, String title, String author, LocalDate on) {

    static final String PRODUCER = "Échéance";

    private static final float VERSION = 1.7f;
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // It tells of every font and rule that it loads.
        XRLog.setLoggingEnabled(false);
    }

    /** @param invoice the same invoice in CII, to travel inside as Factur-X has it; null: none does */
    byte[] bytes(byte @Nullable [] invoice) {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        // The renderer asks for XML tools, each time, and would search every jar for them: Java's own do.
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return rendered(invoice);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private byte[] rendered(byte @Nullable [] invoice) {
        try (PDDocument pdf = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .withW3cDocument(page.document(), null)
                    .usePDDocument(pdf)
                    .usePdfVersion(VERSION)
                    .usePdfAConformance(PdfAConformance.PDFA_3_B)
                    .useColorProfile(SRGB);
            Typeface.ofThisThread().useIn(pdf, builder, page.needsEveryScript());
            TransferCode.drawIn(builder);
            if (page.isRightToLeft()) {
                RightToLeft.orderIn(builder);
            }
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                if (invoice != null) {
                    attach(pdf, invoice);
                }
                describe(pdf, invoice != null);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                pdf.save(bytes);
                return XrefSize.corrected(bytes.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void describe(PDDocument pdf, boolean facturX) throws IOException {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setAuthor(author);
        information.setProducer(PRODUCER);
        information.setCreationDate(midnight());
        information.setModificationDate(midnight());
        pdf.setDocumentInformation(information);

        String description = new Xmp(title, author, on).text(facturX);
        PDMetadata metadata =
                new PDMetadata(pdf, new ByteArrayInputStream(description.getBytes(StandardCharsets.UTF_8)));
        pdf.getDocumentCatalog().setMetadata(metadata);
        pdf.getDocumentCatalog()
                .setLanguage(page.document().getDocumentElement().getAttribute("lang"));

        CRC32 id = new CRC32();
        id.update((author + '\n' + title).getBytes(StandardCharsets.UTF_8));
        pdf.setDocumentId(id.getValue());
    }

    private void attach(PDDocument pdf, byte[] invoice) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(pdf, new ByteArrayInputStream(invoice), COSName.FLATE_DECODE);
        file.setSubtype("text/xml");
        file.setSize(invoice.length);
        file.setCreationDate(midnight());
        file.setModDate(midnight());

        PDComplexFileSpecification attached = new PDComplexFileSpecification();
        attached.setFile(Xmp.FACTUR_X);
        attached.setFileUnicode(Xmp.FACTUR_X);
        attached.setFileDescription("Factur-X");
        attached.setEmbeddedFile(file);
        attached.setEmbeddedFileUnicode(file);
        attached.getCOSObject().setName("AFRelationship", "Alternative");

        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(Xmp.FACTUR_X, attached));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        pdf.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(attached);
        pdf.getDocumentCatalog().getCOSObject().setItem("AF", associated);
    }

    private Calendar midnight() {
        return GregorianCalendar.from(on.atStartOfDay(ZoneOffset.UTC));
    }
}
