package io.echeance.core.invoicing;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.shares.FunderPayments;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What funders were invoiced for, and what they have paid of it: payments go to invoices as everywhere
 * ({@link Settlement}).
 *
 * @param issued every document of the order so far
 * @param from an invoice from before that day was for a session that has been moved since
 */
record FundersInvoices(Situation situation, Map<String, Receipts> receipts, List<Document> issued, LocalDate from)
        implements FunderPayments {

    @Override
    public List<LocalDate> dueOn(String funder) {
        return invoices(funder).map(FundersInvoices::dueOn).sorted().toList();
    }

    @Override
    public AskedAndPaid position(String funder, LocalDate dueBy, LocalDate day) {
        List<Document> then =
                issued.stream().filter(document -> !document.on().isAfter(day)).toList();
        Money asked = Money.ZERO;
        Money paid = Money.ZERO;
        for (AskedAndPaid one : positions(funder, dueBy, day, then).values()) {
            asked = asked.plus(one.asked());
            paid = paid.plus(one.paid());
        }
        return new AskedAndPaid(asked, paid);
    }

    @Override
    public Map<DocumentId, Money> unpaid(String funder, LocalDate dueBy, LocalDate day) {
        Map<DocumentId, Money> unpaid = new LinkedHashMap<>();
        positions(funder, dueBy, day, issued).forEach((invoice, one) -> {
            if (one.asked().exceeds(one.paid())) {
                unpaid.put(invoice, one.asked().minus(one.paid()));
            }
        });
        return unpaid;
    }

    @Override
    public List<LocalDate> returnsKnownOn(String funder) {
        return receiptsOf(funder).returnsKnownOn();
    }

    /** Of what was invoiced for the session as it now stands: one that was moved after its invoice has another. */
    private Stream<Document> invoices(String funder) {
        return issued.stream()
                .filter(document -> document.kind() == Kind.INVOICE
                        && document.payer().equals(funder)
                        && !document.due().isEmpty()
                        && !document.on().isBefore(from));
    }

    private static LocalDate dueOn(Document invoice) {
        return invoice.due().getFirst().on();
    }

    /** By invoice, the oldest first. */
    private Map<DocumentId, AskedAndPaid> positions(
            String funder, LocalDate dueBy, LocalDate day, List<Document> documents) {
        Map<String, Receipts> known = Map.of(funder, receiptsOf(funder).asKnownOn(day));
        Settlement settlement = Settlement.of(situation, known, documents, List.of());
        Map<DocumentId, AskedAndPaid> positions = new LinkedHashMap<>();
        invoices(funder)
                .filter(invoice -> !dueOn(invoice).isAfter(dueBy))
                .forEach(invoice -> positions.put(invoice.id(), position(invoice, day, documents, settlement)));
        return positions;
    }

    /** Net of what was paid: of several rates, of each in proportion; rounded half up. */
    private static AskedAndPaid position(
            Document invoice, LocalDate day, List<Document> documents, Settlement settlement) {
        Money asked = new CreditNote(invoice, documents).netLeft();
        Money gross = Money.ZERO;
        Money paid = Money.ZERO;
        for (Receivable debt : settlement.receivablesOf(invoice.payer())) {
            if (debt.key().document().equals(invoice.id())) {
                gross = gross.plus(debt.principal());
                paid = paid.plus(settlement.paid(debt, day));
            }
        }
        return new AskedAndPaid(
                asked,
                gross.isPositive() ? asked.timesFraction(paid.toBigDecimal(), gross.toBigDecimal()) : Money.ZERO);
    }

    private Receipts receiptsOf(String funder) {
        return receipts.getOrDefault(funder, Receipts.NONE);
    }
}
