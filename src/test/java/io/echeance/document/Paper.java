package io.echeance.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

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

    /** The characters as they stand from left to right, line by line, each as it is without its joined form. */
    static String seen(byte[] pdf) {
        return Normalizer.normalize(glyphs(pdf), Normalizer.Form.NFKC);
    }

    /** The same, each in its form. */
    static String glyphs(byte[] pdf) {
        StringBuilder seen = new StringBuilder();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            SortedMap<Float, SortedMap<Float, String>> lines = new TreeMap<>();
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition glyph) {
                    lines.computeIfAbsent(glyph.getYDirAdj(), line -> new TreeMap<>())
                            .put(glyph.getXDirAdj(), glyph.getUnicode());
                }
            };
            stripper.setEndPage(1);
            stripper.getText(document);
            lines.values()
                    .forEach(line -> seen.append(String.join("", line.values())).append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seen.toString();
    }

    String text() {
        return String.join("", pages);
    }

    static String compact(String text) {
        return text.replaceAll("[\\s\\u00A0\\u2007\\u202F]+", "");
    }
}
