package io.echeance.document.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts right what PDFBox says of the number of objects in a file: one more than the highest number of an object (ISO
 * 32000-1, 7.5.8.2). It counts itself twice; readers that check, such as qpdf, object.
 */
final class XrefSize {

    private static final Pattern DECLARED = Pattern.compile("/Size (\\d+)(\\s+/Index \\[([0-9 ]+)])");

    private XrefSize() {}

    /** The same bytes but for the digits of that number. */
    static byte[] corrected(byte[] pdf) {
        // A letter a byte, so that places in the text are places in the file.
        Matcher declared = DECLARED.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        byte[] corrected = pdf.clone();
        while (declared.find()) {
            int[] index = Arrays.stream(declared.group(3).strip().split(" +"))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            int size = index[index.length - 2] + index[index.length - 1];
            int width = declared.group(1).length();
            String digits = String.format(Locale.ROOT, "%-" + width + "d", size);
            if (digits.length() == width) {
                System.arraycopy(digits.getBytes(StandardCharsets.US_ASCII), 0, corrected, declared.start(1), width);
            }
        }
        return corrected;
    }
}
