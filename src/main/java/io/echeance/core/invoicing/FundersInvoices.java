package io.echeance.core.invoicing;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.shares.FunderPayments;
import io.echeance.core.terms.VatRate;
import io.echeance.core.vat.Taxation;
import io.echeance.core.vat.Vat;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What funders were invoiced for, and what they have paid of it.
 *
 * @param issued every document of the order so far
 * @param billingDay of the session as it now stands
 */
record FundersInvoices(Situation situation, Map<String, Receipts> receipts, List<Document> issued, LocalDate billingDay)
        implements FunderPayments {

    /**
     * Of what was invoiced for the session as it now stands: one that was moved after its invoice has another invoice.
     */
    @Override
    public @Nullable LocalDate firstDueOn(String funder) {
        List<Document> invoices = issued.stream()
                .filter(document -> document.kind() == Kind.INVOICE
                        && document.payer().equals(funder)
                        && !document.due().isEmpty()
                        && !document.on().isBefore(billingDay))
                .toList();
        return invoices.stream()
                .filter(invoice -> !isCredited(invoice))
                .findFirst()
                .or(() -> invoices.stream().findFirst())
                .map(invoice -> invoice.due().getFirst().on())
                .orElse(null);
    }

    private boolean isCredited(Document invoice) {
        return new CreditNote(invoice, issued).grossTakenBack().equals(invoice.gross());
    }

    @Override
    public Money netPaidBy(String funder, LocalDate day) {
        Receipts ofFunder = receipts.get(funder);
        return ofFunder == null ? Money.ZERO : netOf(funder, ofFunder.keptBy(day));
    }

    /** Net of what a funder has paid; where its invoices are of several rates, of each in proportion. */
    private Money netOf(String funder, Money paid) {
        List<Document> documents =
                issued.stream().filter(one -> one.payer().equals(funder)).toList();
        if (documents.stream().allMatch(one -> one.byRate().isEmpty())) {
            return Vat.netOf(paid, taxation());
        }
        Money net = Money.ZERO;
        Money gross = Money.ZERO;
        for (Document document : documents) {
            boolean isCredit = document.kind() == Kind.CREDIT_NOTE;
            net = net.plus(isCredit ? document.net().negate() : document.net());
            gross = gross.plus(isCredit ? document.gross().negate() : document.gross());
        }
        return gross.isPositive()
                ? net.timesFraction(paid.toBigDecimal(), gross.toBigDecimal())
                : Vat.netOf(paid, taxation());
    }

    private Taxation taxation() {
        return Taxation.of(situation.terms().vat(), VatRate.STANDARD, situation.today());
    }

    @Override
    public List<LocalDate> returnsKnownOn(String funder) {
        Receipts ofFunder = receipts.get(funder);
        return ofFunder == null ? List.of() : ofFunder.returnsKnownOn();
    }
}
