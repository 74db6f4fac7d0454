package io.echeance.document.page;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The families that pages are set in, read once: Liberation Sans, and DejaVu Sans for what it lacks, which has Arabic,
 * Armenian, Georgian and more. A character that neither has is written {@value #NO_GLYPH}, never left out.
 *
 * <p>The renderer asks for glyphs while it lays out and would print a character of its own choice where there is none,
 * so what cannot be written is replaced before; see {@link #written}.
 */
final class Typeface {

    /** As the stylesheet calls them: the renderer prints nothing at all in a family that it does not know. */
    static final String FAMILY = "Liberation Sans";

    static final String OTHER_SCRIPTS = "DejaVu Sans";

    /** Stands where the fonts have no glyph. */
    static final String NO_GLYPH = "\u25A1";

    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    /** A font reads its tables from one stream, as they are needed: not for two threads at once. */
    private static final ThreadLocal<Typeface> OF_THIS_THREAD = ThreadLocal.withInitial(Typeface::new);

    private static final String LIBERATION = "/liberation/LiberationSans-";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";

    private final TrueTypeFont regular = read(LIBERATION + "Regular");
    private final TrueTypeFont bold = read(LIBERATION + "Bold");
    private final TrueTypeFont otherRegular = read(DEJAVU);
    private final TrueTypeFont otherBold = read(DEJAVU + "-Bold");
    private final CmapLookup glyphs = glyphs(regular);
    private final CmapLookup others = glyphs(otherRegular);
    private final CmapLookup boldOthers = glyphs(otherBold);

    private Typeface() {}

    private static CmapLookup glyphs(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Typeface ofThisThread() {
        return OF_THIS_THREAD.get();
    }

    private static TrueTypeFont read(String file) {
        String name = file + ".ttf";
        try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(name), name)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // Ligatures would be looked up for every run of text, and there are none that we need.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Embeds in {@code pdf} what its text will use of both weights.
     *
     * @param everyScript {@linkplain #needsOtherScripts some of it} needs the second family
     */
    void useIn(PDDocument pdf, PdfRendererBuilder renderer, boolean everyScript) throws IOException {
        renderer.useFont(supplier(pdf, regular), FAMILY, NORMAL, FontStyle.NORMAL, true);
        renderer.useFont(supplier(pdf, bold), FAMILY, BOLD, FontStyle.NORMAL, true);
        if (everyScript) {
            renderer.useFont(supplier(pdf, otherRegular), OTHER_SCRIPTS, NORMAL, FontStyle.NORMAL, true);
            renderer.useFont(supplier(pdf, otherBold), OTHER_SCRIPTS, BOLD, FontStyle.NORMAL, true);
        }
    }

    private static PDFontSupplier supplier(PDDocument pdf, TrueTypeFont font) throws IOException {
        return new PDFontSupplier(PDType0Font.load(pdf, font, true));
    }

    /**
     * {@code text} in characters that can be printed: composed where that helps, line ends and tabs as spaces, without
     * what is invisible, and {@link #NO_GLYPH} for each character that the fonts lack.
     */
    String written(String text) {
        StringBuilder written = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(character -> append(character, written));
        return written.toString();
    }

    /** Whether {@code written} text has characters that the first family lacks. */
    boolean needsOtherScripts(String written) {
        return written.codePoints().anyMatch(character -> glyphs.getGlyphId(character) == 0);
    }

    private boolean isInEveryWeight(int character) {
        return glyphs.getGlyphId(character) != 0
                || others.getGlyphId(character) != 0 && boldOthers.getGlyphId(character) != 0;
    }

    private void append(int character, StringBuilder written) {
        if (Character.isWhitespace(character)) {
            written.append(' ');
        } else if (Character.getType(character) == Character.FORMAT || Character.isISOControl(character)) {
            return;
        } else if (isInEveryWeight(character)) {
            written.appendCodePoint(character);
        } else {
            written.append(character == '\u2011' ? "-" : NO_GLYPH);
        }
    }
}
