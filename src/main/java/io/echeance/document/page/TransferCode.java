package io.echeance.document.page;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import io.echeance.core.invoice.Party;
import io.echeance.core.matching.CreditorReference;
import io.echeance.core.money.Money;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A credit transfer as a square that a bank's application scans (<i>QR code de virement</i>), with amount and reference
 * as they have to be (European Payments Council, EPC069-12, version 2 of its data: UTF-8, error correction M).
 *
 * @param payee at most 70 characters
 * @param amount what is to be paid now, 0.01 to 999,999,999.99 euros
 * @param reference a creditor reference (ISO 11649), else a text of at most 140 characters: never both
 */
record TransferCode(String payee, String iban, @Nullable String bic, Money amount, String reference) {

    private static final String TYPE = "application/x-credit-transfer";
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_TEXT = 140;
    private static final int MOST_BYTES = 331;
    private static final long MOST_CENTS = 99_999_999_999L;
    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\h]+");

    /** The light border that readers need, in modules (ISO/IEC 18004). */
    private static final int QUIET = 4;

    /**
     * @param name document or order that is paid
     * @return empty: the seller has no account that we know, nothing is to be paid, or more than fits
     */
    static Optional<TransferCode> of(Party seller, Money amount, String name) {
        String iban = seller.iban();
        if (iban == null || !amount.isPositive() || amount.cents() > MOST_CENTS) {
            return Optional.empty();
        }
        String bic = seller.bic() == null ? null : compact(seller.bic());
        String payee = cut(seller.name(), LONGEST_NAME);
        String reference = CreditorReference.of(name).orElseGet(() -> cut(name, LONGEST_TEXT));
        return Optional.of(new TransferCode(payee, compact(iban), bic, amount, reference))
                .filter(code -> code.data().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES);
    }

    private static String compact(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String cut(String text, int most) {
        String line = BREAKS.matcher(text).replaceAll(" ").strip();
        int characters = Math.min(most, line.codePointCount(0, line.length()));
        return line.substring(0, line.offsetByCodePoints(0, characters));
    }

    /** Line by line: mark, version, UTF-8, transfer, BIC, payee, IBAN, amount, purpose, reference or text. */
    String data() {
        boolean structured = CreditorReference.isValid(reference);
        return String.join(
                        "\n",
                        List.of(
                                "BCD",
                                "002",
                                "1",
                                "SCT",
                                Objects.requireNonNullElse(bic, ""),
                                payee,
                                iban,
                                "EUR" + amount,
                                "",
                                structured ? reference : "",
                                structured ? "" : reference))
                .stripTrailing();
    }

    void put(Markup page) {
        page.in("object", "scan", () -> {
            page.attribute("type", TYPE);
            page.attribute("data", data());
        });
    }

    /** Lets a renderer draw what {@link #put} puts: as one shape, sharp at any size. */
    static void drawIn(PdfRendererBuilder renderer) {
        FSObjectDrawer drawer = (element, x, y, width, height, device, context, dots) -> {
            device.setColor(FSRGBColor.BLACK);
            device.fill(shape(element.getAttribute("data"), x, y, width));
            return Map.of();
        };
        DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(TYPE, drawer);
        renderer.useObjectDrawerFactory(drawers);
    }

    private static Path2D shape(String data, double left, double top, double width) {
        ByteMatrix modules = modules(data);
        double side = width / (modules.getWidth() + 2 * QUIET);
        Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    shape.append(
                            new Rectangle2D.Double(left + (QUIET + x) * side, top + (QUIET + y) * side, side, side),
                            false);
                }
            }
        }
        return shape;
    }

    private static ByteMatrix modules(String data) {
        try {
            return Encoder.encode(data, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("331 bytes always fit: " + data, e);
        }
    }
}
