package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.serde.Approved;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One document of each kind, as somebody has looked at it. */
class EInvoiceGoldenTest {

    private static final Path FOLDER = Approved.FOLDER.resolve("e-invoices");
    private static final String HOW =
            "What was issued before and is rendered again would differ: think of who compares.";

    static Set<String> kinds() {
        return KindsOfInvoice.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itIsWrittenAsApproved(String kind) {
        Invoice invoice = KindsOfInvoice.named(kind);
        Approved.text(FOLDER.resolve(kind + ".cii.xml"), text(Cii.of(invoice)), HOW);
        Approved.text(FOLDER.resolve(kind + ".ubl.xml"), text(Ubl.of(invoice)), HOW);
    }

    @Test
    void theSameInvoiceGivesTheSameBytes() {
        for (Invoice invoice : KindsOfInvoice.all().values()) {
            assertThat(Cii.of(invoice)).isEqualTo(Cii.of(invoice));
            assertThat(Ubl.of(invoice)).isEqualTo(Ubl.of(invoice));
        }
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
