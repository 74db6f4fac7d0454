package io.echeance.document.page;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Language;
import io.echeance.core.invoice.Party;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionAlert.FormalNoticeDue;
import io.echeance.core.order.CollectionAlert.ReminderDue;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.LateTerms.RecoveryFeeClause;
import io.echeance.document.page.Reminded.InvoicedDebt;
import io.echeance.document.page.Reminded.Tone;
import java.util.stream.Collectors;

/** A reminder or a formal notice as it is sent, with the look of the invoices that it is about. */
public final class LetterPage {

    /** A page of a browser has no edges of its own, and no feet that repeat. */
    private static final String SHEET = "html { background: #fff } body { display: flex; flex-direction: column;"
            + " margin: 12mm auto; padding: 0 8mm; max-width: 174mm } .foot { order: 1; margin-top: 8mm }"
            + " .page-number { display: none }";

    private final Reminded about;
    private final Party creditor;
    private final Party debtor;
    private final Language language;
    private final LetterWords words;
    private final Markup page;
    private final Letterhead letterhead;

    private LetterPage(Reminded about, Party creditor, Party debtor, Markup page) {
        this.about = about;
        this.creditor = creditor;
        this.debtor = debtor;
        this.page = page;
        language = page.language();
        words = new LetterWords(about, language);
        letterhead = new Letterhead(page, creditor);
    }

    /** The letter as PDF/A-3b. */
    public static byte[] pdf(Reminded about, Party creditor, Party debtor) {
        LetterPage made = alone(about, creditor, debtor);
        String title = made.words.title() + " " + made.reference();
        return new Pdf(made.page, title, creditor.name(), about.alert().on()).bytes(null);
    }

    /** The letter as a page for a browser, looking as its PDF does; in the debtor's language. */
    public static String html(Reminded about, Party creditor, Party debtor) {
        return alone(about, creditor, debtor).page.html(SHEET);
    }

    private static LetterPage alone(Reminded about, Party creditor, Party debtor) {
        Language language = Language.of(debtor.language());
        String subject = new LetterWords(about, language).subject();
        LetterPage made =
                new LetterPage(about, creditor, debtor, new Markup(language, subject, Letterhead.style(creditor)));
        made.page.in("body", "letter", made::write);
        return made;
    }

    /** Of a formal notice its id, by which its service is reported; of a reminder the order and the step. */
    private String reference() {
        return switch (about.alert()) {
            case FormalNoticeDue due -> due.noticeId();
            case ReminderDue due -> due.orderId() + " " + due.step();
        };
    }

    /** A letter of its own among those of one dispatch. */
    static void write(Reminded about, Party creditor, Party debtor, Markup page) {
        new LetterPage(about, creditor, debtor, page).write();
    }

    private void write() {
        letterhead.foot(reference(), false);
        head();
        facts();
        page.put("h2", "subject", page.say("Objet\u00A0: ", "Subject: ") + words.subject());
        page.put("p", "", page.say("Madame, Monsieur,", "Dear Sir or Madam,"));
        page.put("p", "", words.opening());
        debts();
        if (about.isFormalNotice()) {
            sums();
            page.put("p", "demand", words.demand());
        }
        page.in("div", "pay edge", () -> {
            String numbers = about.invoices().stream().map(Invoice::number).collect(Collectors.joining(", "));
            boolean isOne = about.invoices().size() == 1;
            letterhead.account(
                    page.say("Pour régler", "How to pay"),
                    isOne ? numbers : about.alert().orderId(),
                    numbers,
                    about.total());
        });
        prose();
        new InterestTable(page, new InvoiceWords("", language), this::debt).write(about.segments());
    }

    private void head() {
        letterhead.title(words.title(), language.day(about.alert().on()));
        letterhead.parties(debtor, () -> {
            if (about.isFormalNotice()) {
                channel();
            }
        });
    }

    /** By hand: the number is known at the counter. */
    private void channel() {
        page.put(
                "div",
                "channel",
                page.say(
                        "Lettre recommandée avec avis de réception n°\u00A0",
                        "By registered letter with advice of delivery, No. "));
        page.in("div", "blank", () -> {});
    }

    private void facts() {
        page.in(
                "div",
                "facts edge",
                () -> page.in(
                        "table",
                        "",
                        () -> page.in("tr", "", () -> {
                            fact(
                                    "first",
                                    page.say("Contrat (commande)", "Contract (order)"),
                                    about.alert().orderId());
                            fact("", page.say("Qualité du débiteur", "The debtor is a"), words.quality());
                            fact("last", page.say("Référence", "Reference"), reference());
                        })));
    }

    private void fact(String classes, String label, String value) {
        page.in("td", classes, () -> page.labelled(label, value));
    }

    private void debts() {
        page.in("table", "amounts dense", () -> {
            page.in(
                    "thead",
                    "",
                    () -> page.in("tr", "", () -> {
                        page.put("th", "", page.say("Facture", "Invoice"));
                        page.put("th", "", page.say("Échéance", "Due"));
                        page.put(
                                "th",
                                "num",
                                about.isOfPenalties()
                                        ? page.say("Montant", "Amount")
                                        : page.say("Montant TTC", "Amount with VAT"));
                        page.put("th", "num", page.say("Réglé ou crédité", "Paid or credited"));
                        page.put("th", "num", page.say("Reste dû", "Outstanding"));
                    }));
            page.in("tbody", "", () -> {
                about.debts().forEach(this::debt);
                if (!about.isFormalNotice()) {
                    sum(page.say("À payer", "To pay"), about.principal());
                }
            });
        });
    }

    private void debt(InvoicedDebt debt) {
        page.in("tr", "", () -> {
            Invoice invoice = debt.invoice();
            page.in("td", "", () -> {
                page.put("div", "", invoice.number());
                page.put(
                        "div",
                        "fine",
                        page.say("du ", "of ") + language.day(invoice.document().on()) + nth(debt));
            });
            page.put("td", "whole", language.day(debt.claim().dueOn()));
            page.put("td", "num", language.money(debt.amount()));
            page.put("td", "num", language.money(debt.settled()));
            page.put("td", "num", language.money(debt.claim().outstanding()));
        });
    }

    /** Which instalment a debt is, where there are several. */
    private String nth(InvoicedDebt debt) {
        int parts = debt.invoice().document().due().size();
        return parts < 2 ? "" : page.say(", échéance ", ", instalment ") + debt.nth() + " / " + parts;
    }

    private void sum(String label, Money amount) {
        page.in("tr", "sum", () -> {
            page.put("td", "", label);
            for (int empty = 0; empty < 3; empty++) {
                page.put("td", "", "");
            }
            page.put("td", "num", language.money(amount));
        });
    }

    private void sums() {
        page.in(
                "table",
                "sums",
                () -> page.in("tr", "", () -> {
                    page.in("td", "by-rate", () -> {});
                    page.in(
                            "td",
                            "",
                            () -> page.in("table", "totals", () -> {
                                total(page.say("Principal", "Principal"), about.principal());
                                if (about.fees().isPositive()) {
                                    fees();
                                }
                                total(
                                        page.say("Intérêts au ", "Interest to ")
                                                + language.day(about.alert().on()),
                                        about.interest());
                                page.in("tr", "due fill", () -> {
                                    page.put("td", "edge-in", page.say("Total dû", "Total due"));
                                    page.put("td", "num", language.money(about.total()));
                                });
                            }));
                }));
    }

    private void total(String label, Money amount) {
        page.in("tr", "", () -> {
            page.put("td", "edge-in", label);
            page.put("td", "num", language.money(amount));
        });
    }

    private void fees() {
        page.in("tr", "", () -> {
            page.in("td", "edge-in", () -> {
                page.put("div", "", page.say("Indemnité de recouvrement", "Recovery compensation"));
                Long count = about.feeCount();
                RecoveryFeeClause fee = about.terms().late().recoveryFee();
                if (count != null && fee != null) {
                    page.put("div", "fine", count + "\u00A0×\u00A0" + language.money(fee.amount()));
                }
            });
            page.put("td", "num", language.money(about.fees()));
        });
    }

    private String debt(Segment segment) {
        return about.debts().stream()
                .filter(debt -> debt.claim().key().equals(segment.receivable()))
                .map(debt -> debt.invoice().number() + nth(debt))
                .findFirst()
                .orElseGet(() -> segment.receivable().toString());
    }

    private void prose() {
        if (about.tone() == Tone.FIRM || about.isFormalNotice()) {
            page.in("div", "prose keep", () -> {
                if (!words.conditions().isEmpty()) {
                    page.put("p", "what", page.say("Rappel des conditions", "The conditions"));
                }
                words.conditions().forEach(condition -> page.put("p", "", condition));
                if (!about.alert().basis().isEmpty()) {
                    page.put("p", "small", words.basis());
                }
            });
        }
        // Together, so that no signature stands alone on a page.
        page.in("div", "prose keep", () -> {
            if (about.isFormalNotice() && !words.sequel().isEmpty()) {
                page.put("p", "what", page.say("Suites à défaut de paiement\u00A0:", "What follows without payment:"));
                page.in("ul", "", () -> words.sequel().forEach(line -> page.put("li", "", line)));
            }
            page.put("p", "", words.closing());
            page.put("p", "signature", page.say("Pour ", "For ") + creditor.name());
        });
    }
}
