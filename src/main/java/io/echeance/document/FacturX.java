package io.echeance.document;

import io.echeance.core.invoice.Invoice;
import io.echeance.document.page.InvoicePage;

/**
 * Factur-X 1.0, profile EN 16931: a page for people (PDF/A-3b) that carries the same invoice for machines
 * ({@code factur-x.xml}). The same invoice gives the same bytes.
 */
public final class FacturX {

    private FacturX() {}

    /** @param cii what {@code Cii} makes of the same invoice */
    public static byte[] of(Invoice invoice, byte[] cii) {
        return InvoicePage.pdf(invoice, cii);
    }
}
