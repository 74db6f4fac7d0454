package io.echeance.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What can be read on the pages of a PDF, without any white space: lines may break anywhere. */
record Paper(List<String> pages) {

    static Paper of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(compact(stripper.getText(document)));
            }
            return new Paper(pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return String.join("", pages);
    }

    static String compact(String text) {
        return text.replaceAll("[\\s\\u00A0\\u2007\\u202F]+", "");
    }
}
