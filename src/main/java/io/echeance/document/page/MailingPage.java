package io.echeance.document.page;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Language;
import io.echeance.core.invoice.Party;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.mailing.Mailing.MailingSection;
import io.echeance.core.mailing.Mailing.SectionKind;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert.NamedDebt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a payer is written on one day as one file: a letter that reminders, thanks and apologies share, with what
 * lies unused of its money; then each formal notice, a letter of its own that begins on a page of its own.
 */
public final class MailingPage {

    private final Mailing mailing;
    private final List<Passage> shared;
    private final List<Reminded> notices;
    private final Party creditor;
    private final Party debtor;
    private final Language language;
    private final Markup page;
    private final Letterhead letterhead;
    private final MailingWords words;

    /**
     * A section, and what it is about.
     *
     * @param invoices of its debts, by the place of the debt
     * @param reminded null: it is no reminder
     */
    public record Passage(
            MailingSection section,
            List<Invoice> invoices,
            @Nullable Reminded reminded) {}

    private MailingPage(Mailing mailing, List<Passage> shared, List<Reminded> notices, Party creditor, Party debtor) {
        this.mailing = mailing;
        this.shared = shared;
        this.notices = notices;
        this.creditor = creditor;
        this.debtor = debtor;
        language = Language.of(debtor.language());
        words = new MailingWords(mailing, language);
        page = new Markup(language, words.title(), Letterhead.style(creditor));
        letterhead = new Letterhead(page, creditor);
    }

    /** As PDF/A-3b. */
    public static byte[] pdf(
            Mailing mailing, List<Passage> shared, List<Reminded> notices, Party creditor, Party debtor) {
        MailingPage made = new MailingPage(mailing, shared, notices, creditor, debtor);
        made.page.in("body", "letter", made::write);
        return new Pdf(made.page, made.words.title() + " " + mailing.mailingId(), creditor.name(), mailing.on())
                .bytes(null);
    }

    public static String subject(Mailing mailing, Language language) {
        return new MailingWords(mailing, language).subject();
    }

    /** The same in a few lines of plain text, for the e-mail that it travels with. */
    public static List<String> summary(Mailing mailing, Language language, String creditor) {
        MailingWords words = new MailingWords(mailing, language);
        List<String> lines = new ArrayList<>();
        lines.add(language.in("Madame, Monsieur,", "Dear Sir or Madam,"));
        lines.add(words.attached());
        lines.add(mailing.sections().stream().map(words::heading).distinct().collect(Collectors.joining("\n")));
        if (mailing.asked().isPositive()) {
            lines.add(language.in("Reste dû\u00A0: ", "Outstanding: ") + language.money(mailing.asked()));
        }
        lines.add(words.closing());
        lines.add(creditor);
        return lines;
    }

    /** A notice alone has no letter before it, but where there is something to say besides. */
    private void write() {
        boolean isShared = !shared.isEmpty() || !mailing.credits().isEmpty() || notices.size() > 1;
        if (isShared) {
            cover();
        }
        for (int n = 0; n < notices.size(); n++) {
            Reminded notice = notices.get(n);
            page.in("div", isShared || n > 0 ? "next" : "", () -> LetterPage.write(notice, creditor, debtor, page));
        }
    }

    private void cover() {
        letterhead.foot(mailing.mailingId(), false);
        letterhead.title(words.title(), language.day(mailing.on()));
        letterhead.parties(debtor, () -> {});
        page.put("h2", "subject", page.say("Objet\u00A0: ", "Subject: ") + words.subject());
        page.put("p", "", page.say("Madame, Monsieur,", "Dear Sir or Madam,"));
        page.put("p", "", words.opening());
        shared.forEach(this::section);
        if (!mailing.credits().isEmpty()) {
            credits();
        }
        if (!notices.isEmpty()) {
            page.put("p", "", words.enclosed());
        }
        Money asked = asked();
        if (asked.isPositive()) {
            page.in("div", "pay edge", () -> {
                String numbers = numbers();
                letterhead.account(words.howToPay(asked), numbers, numbers, asked);
            });
        }
        page.in("div", "prose keep", () -> {
            page.put("p", "", words.closing());
            page.put("p", "signature", page.say("Pour ", "For ") + creditor.name());
        });
    }

    private Stream<Passage> asking() {
        return shared.stream().filter(passage -> passage.section().kind().asks());
    }

    /** Of the sections that share the letter, each debt once. */
    private Money asked() {
        return asking()
                .flatMap(passage -> passage.section().debts().stream())
                .collect(Collectors.toMap(NamedDebt::key, NamedDebt::outstanding, (one, same) -> one))
                .values()
                .stream()
                .reduce(Money.ZERO, Money::plus);
    }

    private String numbers() {
        return asking().flatMap(passage -> passage.invoices().stream())
                .map(Invoice::number)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void section(Passage passage) {
        MailingSection section = passage.section();
        page.in("div", "prose keep", () -> {
            page.put("p", "what", words.heading(section));
            String sentence = passage.reminded() == null
                    ? words.sentence(section)
                    : new LetterWords(passage.reminded(), language).opening();
            page.put("p", "", sentence);
            table(passage);
        });
    }

    private void table(Passage passage) {
        List<NamedDebt> debts = passage.section().debts();
        boolean asks = passage.section().kind().asks();
        page.in("table", "amounts dense", () -> {
            page.in(
                    "thead",
                    "",
                    () -> page.in("tr", "", () -> {
                        page.put("th", "", page.say("Facture", "Invoice"));
                        page.put("th", "", page.say("Échéance", "Due"));
                        page.put("th", "num", asks ? page.say("Reste dû", "Outstanding") : "");
                    }));
            page.in("tbody", "", () -> {
                for (int n = 0; n < debts.size(); n++) {
                    row(
                            debts.get(n),
                            passage.invoices().get(n),
                            passage.section().kind());
                }
            });
        });
    }

    private void row(NamedDebt debt, Invoice invoice, SectionKind kind) {
        int parts = invoice.document().due().size();
        String nth = parts < 2
                ? ""
                : page.say(", échéance ", ", instalment ") + debt.key().n() + " / " + parts;
        page.in("tr", "", () -> {
            page.put(
                    "td",
                    "",
                    invoice.number()
                            + page.say(" du ", " of ")
                            + language.day(invoice.document().on())
                            + nth);
            page.put("td", "whole", language.day(debt.dueOn()));
            page.put(
                    "td",
                    "num",
                    kind.asks()
                            ? language.money(debt.outstanding())
                            : kind == SectionKind.CLEARED ? page.say("réglé", "settled") : "");
        });
    }

    private void credits() {
        page.in("div", "prose keep", () -> {
            page.put("p", "what", page.say("Sommes reçues et non utilisées", "Money received and not used"));
            List<String> lines = new ArrayList<>();
            mailing.credits()
                    .forEach(credit -> lines.add(page.say("commande ", "order ")
                            + credit.orderId()
                            + page.say("\u00A0: ", ": ")
                            + language.money(credit.amount())));
            page.in("ul", "", () -> lines.forEach(line -> page.put("li", "", line)));
            page.put("p", "", words.ofCredits(!notices.isEmpty()));
        });
    }
}
