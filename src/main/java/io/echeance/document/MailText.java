package io.echeance.document;

import io.echeance.core.invoice.Language;
import io.echeance.core.invoice.Party;
import io.echeance.core.mailing.Mailing;
import io.echeance.document.page.MailingPage;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The e-mail that a mailing travels with, in the payer's language: what is enclosed, in a few lines. It is no letter by
 * itself.
 *
 * @param paragraphs plain text
 */
public record MailText(Language language, String subject, List<String> paragraphs) {

    public static MailText of(Mailing mailing, Party creditor, Party debtor) {
        Language language = Language.of(debtor.language());
        return new MailText(
                language,
                creditor.name() + " – " + MailingPage.subject(mailing, language),
                MailingPage.summary(mailing, language, creditor.name()));
    }

    public String text() {
        return String.join("\n\n", paragraphs) + "\n";
    }

    public String html() {
        return "<!DOCTYPE html><html lang=\"" + language.code() + "\"><head><meta charset=\"UTF-8\"><title>"
                + escaped(subject) + "</title></head><body>"
                + paragraphs.stream()
                        .map(paragraph -> "<p>" + escaped(paragraph).replace("\n", "<br>") + "</p>")
                        .collect(Collectors.joining())
                + "</body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
