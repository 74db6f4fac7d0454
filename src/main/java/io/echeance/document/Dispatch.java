package io.echeance.document;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.mailing.Mailing.MailingSection;
import io.echeance.core.mailing.Mailing.SectionKind;
import io.echeance.core.order.Alert.NamedDebt;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.terms.Terms;
import io.echeance.document.page.MailingPage;
import io.echeance.document.page.MailingPage.Passage;
import io.echeance.document.page.Reminded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a payer is written on one day (<i>envoi</i>), as one PDF/A-3b, in the payer's language. It says what the
 * mailing, the alerts, the invoices and the terms say, and nothing else; the same ones give the same bytes.
 *
 * @param alerts those that the mailing's reminders and notices are of, at least
 * @param invoices those that its debts are of, at least
 * @param terms by pinned id
 */
public record Dispatch(
        Mailing mailing,
        List<LetterStep> alerts,
        List<Invoice> invoices,
        Map<String, Terms> terms,
        Party creditor,
        Party debtor) {

    /** @throws IllegalArgumentException if something is missing, or does not add up: such a letter must not leave */
    public byte[] pdf() {
        List<Passage> shared = new ArrayList<>();
        for (MailingSection section : mailing.shared()) {
            Reminded reminded = section.kind() == SectionKind.REMINDER ? reminded(section) : null;
            shared.add(new Passage(section, invoices(section), reminded));
        }
        List<Reminded> notices = mailing.notices().stream().map(this::reminded).toList();
        return MailingPage.pdf(mailing, shared, notices, creditor, debtor);
    }

    public MailText text() {
        return MailText.of(mailing, creditor, debtor);
    }

    private List<Invoice> invoices(MailingSection section) {
        return section.debts().stream().map(this::invoice).toList();
    }

    private Invoice invoice(NamedDebt debt) {
        return invoices.stream()
                .filter(one -> one.document().id().equals(debt.key().document()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the invoice of " + debt.key() + " is missing"));
    }

    private Reminded reminded(MailingSection section) {
        LetterStep alert = alerts.stream()
                .filter(one -> one.orderId().equals(section.orderId())
                        && one.payer().equals(mailing.payer())
                        && one.on().equals(section.saidOn())
                        && one.step().equals(section.step()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the alert of " + section + " is missing"));
        List<Invoice> named = invoices(section);
        String id = named.getFirst().document().terms();
        @Nullable Terms binding = terms.get(id);
        if (binding == null) {
            throw new IllegalArgumentException("the terms " + id + " are not on the topic terms");
        }
        return Reminded.of(alert, named, binding);
    }
}
