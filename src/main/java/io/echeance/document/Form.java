package io.echeance.document;

import io.echeance.core.invoice.Invoice;
import java.util.Arrays;
import java.util.function.Function;

/**
 * The forms in which an invoice leaves the house. The same invoice gives the same bytes in each, with one exception:
 * another release of Java or of the PDF library may pack a PDF otherwise.
 */
public enum Form {
    CII("cii.xml", Cii::of),
    UBL("ubl.xml", Ubl::of),
    /** Factur-X: a page, and the CII in it. */
    PDF("pdf", invoice -> FacturX.of(invoice, Cii.of(invoice))) {
        @Override
        public boolean isSame(byte[] there, byte[] made) {
            return Arrays.equals(there, made) || Arrays.equals(FacturX.xml(there), FacturX.xml(made));
        }
    };

    private final String extension;
    private final Function<Invoice, byte[]> writer;

    Form(String extension, Function<Invoice, byte[]> writer) {
        this.extension = extension;
        this.writer = writer;
    }

    /** Of its files' names, without the dot before it. */
    public String extension() {
        return extension;
    }

    public byte[] of(Invoice invoice) {
        return writer.apply(invoice);
    }

    /** Whether what lies there is this form of the same invoice as what was made now. */
    public boolean isSame(byte[] there, byte[] made) {
        return Arrays.equals(there, made);
    }
}
