package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.matching.CreditorReference;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert.NamedDebt;
import io.echeance.core.order.CollectionAlert.FormalNoticeDue;
import io.echeance.core.order.CollectionAlert.ReminderDue;
import io.echeance.core.order.DocumentId;
import io.echeance.document.PlayedAlerts.Played;
import io.echeance.serde.record.AlertKind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page is drawn, and the square read from it, as a telephone does. */
@DisplayName("The square of a transfer")
class TransferSquareTest {

    private static final int DOTS_PER_INCH = 150;
    private static final byte[] XML = "<invoice/>".getBytes(StandardCharsets.UTF_8);

    /** One of each seller and kind. */
    static Stream<Invoice> invoices() {
        List<Invoice> kinds = new ArrayList<>();
        for (Invoice invoice : PlayedInvoices.ofTheDemo()) {
            if (kinds.stream().noneMatch(one -> isAlike(one, invoice))) {
                kinds.add(invoice);
            }
        }
        return kinds.stream();
    }

    private static boolean isAlike(Invoice one, Invoice other) {
        return one.issuer().equals(other.issuer())
                && one.document().kind() == other.document().kind()
                && one.document().due().isEmpty() == other.document().due().isEmpty();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("invoices")
    @DisplayName(
            "says on an invoice who is paid, what is due next, and the reference; where nothing is due there is none")
    void isOnAnInvoice(Invoice invoice) throws IOException {
        List<String> squares = squares(FacturX.of(invoice, XML));
        if (invoice.document().due().isEmpty()) {
            assertThat(squares).isEmpty();
        } else {
            assertThat(squares)
                    .containsExactly(transfer(
                            invoice,
                            invoice.document().due().getFirst().amount().toString(),
                            CreditorReference.of(invoice.number()).orElseThrow()));
        }
    }

    /** A reminder and a formal notice, about one invoice and about several. */
    static Stream<Played> letters() {
        Map<List<Object>, Played> kinds = new LinkedHashMap<>();
        for (Played played : PlayedAlerts.ofTheScenarios()) {
            kinds.putIfAbsent(
                    List.of(AlertKind.of(played.alert()), documents(played).size() > 1), played);
        }
        return kinds.values().stream();
    }

    private static List<DocumentId> documents(Played played) {
        return played.alert().receivables().stream()
                .map(debt -> debt.key().document())
                .distinct()
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    @DisplayName("asks on a letter for all that the letter asks for, by the order where there are several invoices")
    void isOnALetter(Played played) throws IOException {
        List<DocumentId> documents = documents(played);
        Invoice first = played.invoices().stream()
                .filter(invoice -> invoice.document().id().equals(documents.getFirst()))
                .findFirst()
                .orElseThrow();
        String name = documents.size() > 1 ? played.alert().orderId() : first.number();
        Money asked = switch (played.alert()) {
            case ReminderDue due -> sum(due.receivables());
            case FormalNoticeDue due ->
                sum(due.receivables()).plus(due.recoveryFee()).plus(due.interestToDate());
        };
        assertThat(squares(played.letter()))
                .containsExactly(transfer(
                        first, asked.toString(), CreditorReference.of(name).orElseThrow()));
    }

    private static Money sum(List<NamedDebt> debts) {
        return debts.stream().map(NamedDebt::outstanding).reduce(Money.ZERO, Money::plus);
    }

    /** EPC069-12, line by line. */
    private static String transfer(Invoice invoice, String amount, String reference) {
        return String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                Objects.requireNonNullElse(invoice.issuer().bic(), ""),
                invoice.issuer().name(),
                Objects.requireNonNull(invoice.issuer().iban()).replace(" ", ""),
                "EUR" + amount,
                "",
                reference);
    }

    /** What the squares of all pages say. */
    private static List<String> squares(byte[] pdf) throws IOException {
        List<String> said = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer drawn = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                read(drawn.renderImageWithDPI(page, DOTS_PER_INCH), said);
            }
        }
        return said;
    }

    private static void read(BufferedImage page, List<String> said) {
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        RGBLuminanceSource light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots);
        try {
            said.add(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (NotFoundException e) {
            // There is none on this page.
        } catch (ReaderException e) {
            throw new AssertionError("a square that cannot be read", e);
        }
    }
}
