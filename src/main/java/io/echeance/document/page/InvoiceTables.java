package io.echeance.document.page;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Invoice.InvoiceLine;
import io.echeance.core.invoice.Invoice.Preceding;
import io.echeance.core.invoice.Invoice.VatTotal;
import io.echeance.core.invoice.Language;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.VatCategory;
import java.util.List;
import java.util.Objects;

/** The tables of an invoice. */
record InvoiceTables(Invoice invoice, Markup page, InvoiceWords words) {

    private static final String MINUS = "\u2212\u00A0";

    void lines() {
        page.in("table", "amounts", () -> {
            page.in(
                    "thead",
                    "",
                    () -> page.in("tr", "", () -> {
                        page.put("th", "", page.say("Désignation", "Description"));
                        page.put("th", "num", page.say("Quantité", "Quantity"));
                        page.put("th", "num", isTaxed() ? page.say("Prix unitaire HT", "Unit price") : unitPrice());
                        page.put("th", "num", page.say("TVA", "VAT"));
                        page.put("th", "num", isTaxed() ? page.say("Montant HT", "Net amount") : amount());
                    }));
            page.in("tbody", "", () -> {
                List<Item> items = invoice.document().items();
                for (int n = 0; n < items.size(); n++) {
                    line(invoice.lines().get(n), items.get(n), words.vat(taxation(items.get(n)), invoice.vatRegime()));
                }
            });
        });
    }

    private VatTotal taxation(Item item) {
        return invoice.vatTotals().stream()
                .filter(total -> total.category() == item.vatCategory() && Objects.equals(total.rate(), item.vatRate()))
                .findFirst()
                .orElseGet(() -> invoice.vatTotals().getFirst());
    }

    private void line(InvoiceLine line, Item item, String vat) {
        page.in("tr", "", () -> {
            page.in("td", "", () -> {
                page.put("div", "what", line.name());
                if (line.description() != null) {
                    page.put("div", "small", line.description());
                }
            });
            page.put("td", "num", "1");
            page.put("td", "num", money(item.net()));
            page.put("td", "num", vat);
            page.put("td", "num", money(item.net()));
        });
    }

    /** VAT by category and rate, and why none is charged where none is. */
    void vat() {
        if (isTaxed()) {
            page.in("table", "amounts dense", () -> {
                page.in(
                        "thead",
                        "",
                        () -> page.in("tr", "", () -> {
                            page.put("th", "", page.say("Taux de TVA", "VAT rate"));
                            page.put("th", "num", page.say("Base HT", "Taxable"));
                            page.put("th", "num", page.say("TVA", "VAT"));
                        }));
                page.in(
                        "tbody",
                        "",
                        () -> invoice.vatTotals()
                                .forEach(total -> page.in("tr", "", () -> {
                                    page.put("td", "", words.vat(total, invoice.vatRegime()));
                                    page.put("td", "num", money(total.taxable()));
                                    page.put("td", "num", money(total.vat()));
                                })));
            });
        }
        for (VatTotal total : invoice.vatTotals()) {
            if (total.exemptionReason() != null) {
                page.put("div", "reason", total.exemptionReason());
            }
        }
    }

    void totals() {
        Document document = invoice.document();
        page.in("table", "totals", () -> {
            if (isTaxed()) {
                total(page.say("Total HT", "Total before VAT"), money(document.net()));
                for (VatTotal total : invoice.vatTotals()) {
                    String rate = invoice.vatTotals().size() > 1 ? " " + words.vat(total, invoice.vatRegime()) : "";
                    total(page.say("TVA", "VAT") + rate, money(total.vat()));
                }
                total(page.say("Total TTC", "Total with VAT"), money(document.gross()));
            } else {
                total(page.say("Total", "Total"), money(document.gross()));
            }
            if (invoice.prepaid().isPositive()) {
                deducted();
            }
            page.in("tr", "due fill", () -> {
                Money asked = document.payable() == null ? document.gross() : document.payable();
                page.put("td", "edge-in", asked());
                page.put("td", "num", money(asked));
            });
        });
    }

    private void total(String label, String amount) {
        page.in("tr", "", () -> {
            page.put("td", "edge-in", label);
            page.put("td", "num", amount);
        });
    }

    private String asked() {
        return invoice.isCreditNote()
                ? page.say("Montant de l'avoir", "Amount credited")
                : page.say("Net à payer", "Amount due");
    }

    /** The deposits by number and day, as the law wants them named on the balance. */
    private void deducted() {
        page.in("tr", "", () -> {
            page.in("td", "edge-in", () -> {
                page.put("div", "", page.say("Acompte déduit", "Deposit deducted"));
                deposits().forEach(deposit -> page.put("div", "fine", dated(deposit)));
            });
            page.put("td", "num", MINUS + money(invoice.prepaid()));
        });
    }

    private String dated(Preceding earlier) {
        return page.say("n°\u00A0", "No. ")
                + earlier.number()
                + page.say(" du ", " of ")
                + language().day(earlier.on());
    }

    private List<Preceding> deposits() {
        return invoice.preceding().stream()
                .filter(earlier -> earlier.kind() == Kind.DEPOSIT)
                .toList();
    }

    /** What this document corrects or is about; deposits stand where they are deducted. */
    void preceding() {
        if (invoice.preceding().isEmpty() || invoice.document().kind() == Kind.INVOICE) {
            return;
        }
        page.in("div", "", () -> {
            page.put("h2", "ink", aboutWhat());
            page.in("table", "amounts dense", () -> {
                page.in(
                        "thead",
                        "",
                        () -> page.in("tr", "", () -> {
                            page.put("th", "", page.say("Document", "Document"));
                            page.put("th", "", page.say("Numéro", "Number"));
                            page.put("th", "", page.say("Date", "Date"));
                            page.put("th", "num", page.say("Montant TTC", "Amount with VAT"));
                        }));
                page.in(
                        "tbody",
                        "",
                        () -> invoice.preceding()
                                .forEach(earlier -> page.in("tr", "", () -> {
                                    page.put("td", "", words.kind(earlier.kind()));
                                    page.put("td", "whole", earlier.number());
                                    page.put("td", "whole", language().day(earlier.on()));
                                    page.put("td", "num", money(earlier.gross()));
                                })));
            });
        });
    }

    private String aboutWhat() {
        return switch (invoice.document().kind()) {
            case CREDIT_NOTE -> page.say("Document crédité", "Document credited");
            case RECOVERY_FEE, CLOSING -> page.say("Factures en retard de paiement", "Invoices paid late");
            case DEPOSIT, INVOICE, CANCELLATION_FEE -> page.say("Documents antérieurs", "Earlier documents");
        };
    }

    /** How the interest comes about, day by day. */
    void interest() {
        new InterestTable(page, words, this::debt).write(invoice.document().segments());
    }

    /** A receivable by the number of its invoice, and which of its instalments it is. */
    private String debt(Segment segment) {
        DocumentId documentId = segment.receivable().document();
        return invoice.preceding().stream()
                        .filter(earlier -> earlier.documentId().equals(documentId))
                        .map(Preceding::number)
                        .findFirst()
                        .orElse(documentId.text())
                + page.say(", échéance ", ", instalment ")
                + segment.receivable().n();
    }

    /** When to pay what, where there is more than one day. */
    void schedule() {
        List<Due> due = invoice.document().due();
        if (due.size() < 2) {
            return;
        }
        page.put("h2", "ink", page.say("Échéancier", "Payment schedule"));
        page.in("table", "amounts dense", () -> {
            page.in(
                    "thead",
                    "",
                    () -> page.in("tr", "", () -> {
                        page.put("th", "", page.say("Échéance", "Instalment"));
                        page.put("th", "", page.say("À payer au plus tard le", "To be paid by"));
                        page.put("th", "num", page.say("Montant", "Amount"));
                    }));
            page.in("tbody", "", () -> {
                for (int n = 0; n < due.size(); n++) {
                    instalment(n + 1, due);
                }
            });
        });
    }

    private void instalment(int nth, List<Due> due) {
        page.in("tr", "", () -> {
            page.put("td", "", nth + " / " + due.size());
            page.put("td", "whole", language().day(due.get(nth - 1).on()));
            page.put("td", "num", money(due.get(nth - 1).amount()));
        });
    }

    private boolean isTaxed() {
        return invoice.vatTotals().stream().anyMatch(total -> total.category() == VatCategory.S);
    }

    private String unitPrice() {
        return page.say("Prix unitaire", "Unit price");
    }

    private String amount() {
        return page.say("Montant", "Amount");
    }

    private Language language() {
        return words.language();
    }

    private String money(Money amount) {
        return language().money(amount);
    }
}
