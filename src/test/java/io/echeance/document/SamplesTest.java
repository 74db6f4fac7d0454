package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.CollectionAlert.FormalNoticeDue;
import io.echeance.document.PlayedAlerts.Played;
import io.echeance.serde.Approved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With {@code -Dapprove=again} the samples are made anew: look at them before committing. */
@DisplayName("The samples in the documentation")
class SamplesTest {

    private static final Path FOLDER = Path.of("topology-docs", "samples");
    private static final int DOTS_PER_INCH = 84;

    @Test
    @DisplayName("show an invoice in instalments as it is made today")
    void invoice() throws IOException {
        Invoice most = PlayedInvoices.ofTheDemo().stream()
                .filter(invoice -> invoice.language().equals("fr"))
                .max(Comparator.comparingInt(invoice -> invoice.document().due().size()))
                .orElseThrow();

        approve("invoice", Form.PDF.of(most));
    }

    @Test
    @DisplayName("show a formal notice as it is made today")
    void formalNotice() throws IOException {
        Played notice = PlayedAlerts.ofTheDemo().stream()
                .filter(played -> played.alert() instanceof FormalNoticeDue due
                        && !due.segments().isEmpty())
                .findFirst()
                .orElseThrow();

        approve("formal-notice", notice.letter());
    }

    /** By what can be read: bytes and pixels are another Java's, or another machine's. */
    private static void approve(String name, byte[] pdf) throws IOException {
        Path file = FOLDER.resolve(name + ".pdf");
        if (Approved.isAsked()) {
            Files.createDirectories(FOLDER);
            Files.write(file, pdf);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB),
                        "png",
                        FOLDER.resolve(name + ".png").toFile());
            }
        }
        assertThat(Paper.of(Files.readAllBytes(file)))
                .as("%s differs: run with -Dapprove=again, and look at it", file)
                .isEqualTo(Paper.of(pdf));
    }
}
