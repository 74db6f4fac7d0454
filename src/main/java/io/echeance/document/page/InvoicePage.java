package io.echeance.document.page;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Invoice.Mention;
import io.echeance.core.invoice.Language;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.terms.VatCategory;
import io.echeance.core.terms.VatRegime;
import java.util.List;

/** An invoice as people read it: in the words and amounts of the XML, without what only machines need. */
public final class InvoicePage {

    /** Tells machines where to route the invoice; says nothing to people. */
    private static final String ROUTING = "BAR";

    /** Characters of a title beyond which it is set smaller, to stay on its line. */
    private static final int LONG_TITLE = 26;

    private final Invoice invoice;
    private final Language language;
    private final InvoiceWords words;
    private final Markup page;
    private final Letterhead letterhead;
    private final InvoiceTables tables;

    private InvoicePage(Invoice invoice) {
        this.invoice = invoice;
        language = invoice.words();
        words = new InvoiceWords(invoice.typeCode(), language);
        page = new Markup(language, title(), Letterhead.style(invoice.issuer()));
        letterhead = new Letterhead(page, invoice.issuer());
        tables = new InvoiceTables(invoice, page, words);
    }

    /**
     * The invoice as PDF/A-3b.
     *
     * @param cii the same invoice in CII, to travel inside
     */
    public static byte[] pdf(Invoice invoice, byte[] cii) {
        InvoicePage made = new InvoicePage(invoice);
        made.write();
        return new Pdf(
                        made.page,
                        made.title(),
                        invoice.issuer().name(),
                        invoice.document().on())
                .bytes(cii);
    }

    private String title() {
        return words.kind(invoice.document().kind()) + " " + invoice.number();
    }

    private void write() {
        page.in("body", "", () -> {
            letterhead.foot(invoice.number(), showsVatIds());
            head();
            parties();
            facts();
            tables.lines();
            page.in(
                    "table",
                    "sums",
                    () -> page.in("tr", "", () -> {
                        page.in("td", "by-rate", tables::vat);
                        page.in("td", "", tables::totals);
                    }));
            tables.preceding();
            tables.interest();
            tables.schedule();
            if (!invoice.isCreditNote()) {
                payment();
            }
            mentions();
        });
    }

    private void head() {
        page.in(
                "table",
                "head",
                () -> page.in("tr", "", () -> {
                    page.in("td", "", letterhead::brand);
                    page.in("td", "title", () -> {
                        String kind = words.kind(invoice.document().kind());
                        page.put("h1", kind.length() > LONG_TITLE ? "long ink" : "ink", kind);
                        page.put("div", "number", page.say("N°\u00A0", "No. ") + invoice.number());
                        String subtitle = subtitle();
                        if (!subtitle.isEmpty()) {
                            page.put("div", "subtitle", subtitle);
                        }
                    });
                }));
    }

    private String subtitle() {
        if (invoice.document().kind() == Kind.CLOSING) {
            return page.say("Intérêts de retard", "Interest for late payment");
        }
        if (invoice.document().kind() == Kind.CREDIT_NOTE) {
            return invoice.paymentTerms();
        }
        return invoice.prepaid().isPositive() ? page.say("Solde après acompte", "Balance after deposit") : "";
    }

    private void parties() {
        page.in(
                "table",
                "parties",
                () -> page.in("tr", "", () -> {
                    page.in("td", "from", () -> {
                        page.put("div", "label", page.say("Émetteur", "From"));
                        letterhead.address(invoice.issuer());
                        letterhead.identity(invoice.issuer(), showsVatIds());
                        if (invoice.issuer().email() != null) {
                            page.put("div", "small", invoice.issuer().email());
                        }
                    });
                    page.in("td", "", () -> {
                        page.put("div", "label", page.say("Adressé à", "To"));
                        letterhead.address(invoice.buyer());
                        letterhead.identity(invoice.buyer(), showsVatIds());
                    });
                }));
    }

    /** Not where none is charged for want of being subject to it: beside 293 B a VAT number would contradict. */
    private boolean showsVatIds() {
        return invoice.vatRegime() != VatRegime.FRANCHISE_293_B && !isOutsideVat();
    }

    private boolean isOutsideVat() {
        return invoice.vatTotals().stream().allMatch(total -> total.category() == VatCategory.O);
    }

    private void facts() {
        page.in(
                "div",
                "facts edge",
                () -> page.in("table", "", () -> {
                    page.in("tr", "", () -> {
                        fact(
                                "first",
                                page.say("Date", "Date"),
                                language.day(invoice.document().on()));
                        fact("", page.say("Échéance", "Due"), due());
                        fact(
                                "last",
                                page.say("Commande", "Order"),
                                invoice.document().orderId());
                    });
                    page.in("tr", "", () -> {
                        fact("", page.say("Période de la prestation", "Period of service"), period());
                        fact("", page.say("Catégorie de l'opération", "Category of operation"), category());
                        Party client = invoice.client();
                        fact(
                                "",
                                page.say("Client", "Client"),
                                client == null ? invoice.buyer().name() : client.name());
                    });
                }));
    }

    private String period() {
        return page.say("du\u00A0", "")
                + language.day(invoice.serviceFrom()).replace(' ', '\u00A0')
                + page.say(" au\u00A0", " to\u00A0")
                + language.day(invoice.serviceTo()).replace(' ', '\u00A0');
    }

    /** As CGI, annexe II, 242 nonies A wants it said; an indemnity is none. */
    private String category() {
        return isOutsideVat()
                ? page.say("Indemnité", "Indemnity")
                : page.say("Prestation de services", "Supply of services");
    }

    private void fact(String classes, String label, String value) {
        page.in("td", classes, () -> page.labelled(label, value));
    }

    private String due() {
        List<Due> due = invoice.document().due();
        if (due.isEmpty()) {
            return "–";
        }
        String first = language.day(due.getFirst().on());
        return due.size() == 1
                ? first
                : page.say("1re de ", "1st of ") + due.size() + page.say("\u00A0: ", ": ") + first;
    }

    private void payment() {
        page.in("div", "pay edge", () -> {
            boolean inParts = invoice.document().due().size() > 1;
            String what = inParts ? payInParts() : invoice.paymentTerms();
            if (invoice.document().due().isEmpty()) {
                page.put("div", "what", what);
            } else {
                letterhead.account(
                        what,
                        invoice.number(),
                        invoice.number(),
                        invoice.document().due().getFirst().amount());
            }
        });
    }

    private String payInParts() {
        return page.say("Règlement selon l'échéancier ci-dessus", "Payment as scheduled above");
    }

    private void mentions() {
        page.in("div", "mentions keep", () -> {
            for (Mention mention : invoice.mentions()) {
                if (!mention.code().equals(ROUTING)) {
                    page.put("p", "", mention.text());
                }
            }
            if (page.isLossy()) {
                page.put(
                        "p",
                        "",
                        page.say(
                                Typeface.NO_GLYPH + " : caractère que la police de cette page n'a pas ; le fichier "
                                        + "joint factur-x.xml le contient.",
                                Typeface.NO_GLYPH + ": a character that the font of this page lacks; the attached "
                                        + "file factur-x.xml has it."));
            }
        });
    }
}
