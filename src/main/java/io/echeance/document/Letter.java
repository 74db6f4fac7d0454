package io.echeance.document;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.terms.Terms;
import io.echeance.document.page.LetterPage;
import io.echeance.document.page.Reminded;
import java.util.List;

/**
 * The letter that a dunning step asks for (<i>relance, mise en demeure</i>), as PDF/A-3b. It says what the alert, the
 * invoices and the terms say, and nothing else; the same ones give the same bytes.
 */
public final class Letter {

    private Letter() {}

    /**
     * To the parties as they are on the invoices.
     *
     * @param invoices those that the alert's debts are of, at least; others are passed over
     * @param terms those that the invoices follow from
     * @throws IllegalArgumentException if an invoice is missing, or if the sums of the alert do not add up:
     *     such a letter must not leave
     */
    public static byte[] of(LetterStep alert, List<Invoice> invoices, Terms terms) {
        Reminded reminded = Reminded.of(alert, invoices, terms);
        Invoice first = reminded.invoices().getFirst();
        return LetterPage.pdf(reminded, first.issuer(), first.buyer());
    }

    /** To the parties as they are known now: who moved is written to where he lives. */
    public static byte[] of(LetterStep alert, List<Invoice> invoices, Terms terms, Party creditor, Party debtor) {
        return LetterPage.pdf(Reminded.of(alert, invoices, terms), creditor, debtor);
    }

    /** The same as a page for a browser, for those who look at it before it leaves. */
    public static String html(LetterStep alert, List<Invoice> invoices, Terms terms, Party creditor, Party debtor) {
        return LetterPage.html(Reminded.of(alert, invoices, terms), creditor, debtor);
    }
}
