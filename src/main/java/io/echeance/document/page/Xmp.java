package io.echeance.document.page;

import java.time.LocalDate;

/**
 * What a file says of itself (ISO 16684-1). Factur-X wants four properties of its own there, and PDF/A wants their
 * schema described beside them.
 */
record Xmp(String title, String author, LocalDate on) {

    /** The name that Factur-X gives to the invoice inside. */
    static final String FACTUR_X = "factur-x.xml";

    String text(boolean facturX) {
        return Resource.text("file.xmp")
                .replace("{title}", escaped(title))
                .replace("{author}", escaped(author))
                .replace("{producer}", Pdf.PRODUCER)
                .replace("{day}", on.toString())
                .replace("{invoice}", facturX ? Resource.text("invoice.xmp") : "");
    }

    /** Text of XML 1.0; what that cannot hold, control characters, is left out. Braces would be taken for ours. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("{", "&#123;");
    }
}
