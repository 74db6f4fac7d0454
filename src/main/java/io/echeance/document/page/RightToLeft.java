package io.echeance.document.page;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Text from right to left in the renderer's hands (Unicode Standard Annex 9), and Arabic letters joined.
 *
 * <p>The renderer puts the stretches of a line one behind the other and turns round each that runs from right to left.
 * So a stretch is all that is not plainly left to right, numbers between Hebrew words too: it is put in order as a
 * whole, once it is known what of it stands on the line.
 */
final class RightToLeft {

    private RightToLeft() {}

    /** Whether the algorithm would change the order of anything. */
    static boolean isIn(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    static void orderIn(PdfRendererBuilder renderer) {
        renderer.useUnicodeBidiSplitter(Stretches::new)
                .useUnicodeBidiReorderer(new Order())
                .defaultTextDirection(TextDirection.LTR);
    }

    /** Stretches of one direction, as they follow one another in the text. */
    private static final class Stretches implements BidiSplitter {
        private final List<BidiTextRun> runs = new ArrayList<>();

        @Override
        public void setParagraph(String paragraph, byte defaultDirection) {
            runs.clear();
            Bidi bidi = new Bidi(paragraph, defaultDirection);
            boolean whole = bidi.getParaLevel() == Bidi.RTL;
            int from = 0;
            for (int at = 1; at <= paragraph.length(); at++) {
                if (at == paragraph.length() || isTurned(bidi, at, whole) != isTurned(bidi, from, whole)) {
                    byte direction = isTurned(bidi, from, whole) ? BidiSplitter.RTL : BidiSplitter.LTR;
                    runs.add(new BidiTextRun(from, at - from, direction));
                    from = at;
                }
            }
        }

        private static boolean isTurned(Bidi bidi, int at, boolean whole) {
            return whole || bidi.getLevelAt(at) > 0;
        }

        @Override
        public int countTextRuns() {
            return runs.size();
        }

        @Override
        public BidiTextRun getVisualRun(int run) {
            return runs.get(run);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            byte direction = Bidi.getBaseDirection(paragraph);
            return direction == Bidi.NEUTRAL ? BidiSplitter.NEUTRAL : direction;
        }
    }

    private static final class Order implements BidiReorderer {
        private static final ArabicShaping JOIN = new ArabicShaping(ArabicShaping.LETTERS_SHAPE);
        private static final ArabicShaping PART = new ArabicShaping(ArabicShaping.LETTERS_UNSHAPE);

        @Override
        public String reorderRTLTextToLTR(String text) {
            return new Bidi(text, Bidi.RTL).writeReordered(Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING);
        }

        @Override
        public String shapeText(String text) {
            return shaped(text, JOIN);
        }

        @Override
        public String deshapeText(String text) {
            return shaped(text, PART);
        }

        private static String shaped(String text, ArabicShaping shaping) {
            try {
                return shaping.shape(text);
            } catch (ArabicShapingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
