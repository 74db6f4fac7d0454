package io.echeance.document;

import io.echeance.core.invoice.Invoice;
import java.util.function.Function;

/** The forms in which an invoice leaves the house. The same invoice gives the same bytes in each. */
public enum Form {
    CII("cii.xml", Cii::of),
    UBL("ubl.xml", Ubl::of);

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
}
