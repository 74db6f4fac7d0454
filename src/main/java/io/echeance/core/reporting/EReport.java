package io.echeance.core.reporting;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.ledger.Base;
import io.echeance.core.ledger.Deduction;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.terms.VatCategory;
import io.echeance.core.vat.Taxation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures that a seller reports of a period.
 *
 * @param to last day, included
 * @param sales to consumers, by day, category and rate
 * @param payments on services, where VAT falls due on receipt
 * @param cashed totals of the payments, by how they are reported and by rate
 * @param left documents and money of the period that are in neither part, and why
 * @param unassigned by how much what is received and on no document yet has changed
 */
public record EReport(
        String seller,
        LocalDate from,
        LocalDate to,
        List<Sales> sales,
        List<PaymentReported> payments,
        List<CashedTotal> cashed,
        List<Left> left,
        Money unassigned) {

    /**
     * Sales of a day. A deposit counts on its day, and what deducts it only with the rest; credit notes subtract.
     *
     * @param documents credit notes included
     * @param rate percent; 0.00 under the franchise
     */
    public record Sales(
            LocalDate on,
            String currency,
            VatCategory category,
            Percent rate,
            int documents,
            int creditNotes,
            Money net,
            Money vat) {}

    /**
     * Money collected of an invoice on a day.
     *
     * @param on the day of collection; before the period: what was reported of that day is corrected
     * @param gross negative: returned, or moved to another document
     */
    public record PaymentReported(
            Scope scope,
            String number,
            LocalDate invoicedOn,
            LocalDate on,
            boolean correction,
            Percent rate,
            Money net,
            Money vat,
            Money gross) {}

    public record CashedTotal(Scope scope, Percent rate, Money net, Money vat, Money gross) {}

    /**
     * @param why {@code NOT_NUMBERED}: documents that wait for a party are not issued yet
     * @param sales gross of documents, credit notes deducted
     * @param cashed collected of such documents
     */
    public record Left(String why, int documents, Money sales, Money cashed) {}

    static final String NOT_NUMBERED = "NOT_NUMBERED";
    private static final String EURO = "EUR";

    /**
     * @param invoices all of the seller, whenever issued, each order's in the order of issue
     * @param changes of each order: all that is known at the end of the period, less what was before it
     */
    public static EReport of(
            String seller, LocalDate from, LocalDate to, List<Invoice> invoices, Collection<Cashed> changes) {
        Compilation drawing = new Compilation(from, invoices);
        invoices.stream()
                .filter(invoice -> !invoice.document().on().isBefore(from)
                        && !invoice.document().on().isAfter(to))
                .forEach(drawing::sell);
        Money unassigned = Money.ZERO;
        for (Cashed change : changes) {
            change.parts().forEach(drawing::cash);
            unassigned = unassigned.plus(change.unassigned());
        }
        return new EReport(
                seller,
                from,
                to,
                List.copyOf(drawing.sales.values()),
                drawing.payments(),
                List.copyOf(drawing.cashed.values()),
                List.copyOf(drawing.left.values()),
                unassigned);
    }

    /** A report in the making. */
    private static final class Compilation {

        private final LocalDate from;
        private final Map<DocumentId, Invoice> byId = new HashMap<>();
        private final Map<String, List<Document>> byOrder = new HashMap<>();
        private final Map<String, Sales> sales = new TreeMap<>();
        private final List<PaymentReported> payments = new ArrayList<>();
        private final Map<String, CashedTotal> cashed = new TreeMap<>();
        private final Map<String, Left> left = new TreeMap<>();

        Compilation(LocalDate from, List<Invoice> invoices) {
            this.from = from;
            for (Invoice invoice : invoices) {
                Document document = invoice.document();
                byId.put(document.id(), invoice);
                byOrder.computeIfAbsent(document.orderId(), order -> new ArrayList<>())
                        .add(document);
            }
        }

        void sell(Invoice invoice) {
            Document document = invoice.document();
            List<Document> ofOrder = Objects.requireNonNull(byOrder.get(document.orderId()));
            Base sold = Base.of(document).minus(Deduction.of(document, ofOrder));
            Base signed = invoice.isCreditNote() ? sold.negated() : sold;
            Scope scope = Scope.of(invoice);
            if (scope != Scope.CONSUMER) {
                leave(scope.name(), new Left(scope.name(), 1, signed.gross(), Money.ZERO));
                return;
            }
            SortedMap<Taxation, Base.Sum> parts = new TreeMap<>(signed.parts());
            // A document that deposits cover is one of the day all the same.
            parts.putIfAbsent(Taxation.of(document.vatParts().getFirst()), new Base.Sum(Money.ZERO, Money.ZERO));
            parts.forEach((taxation, part) -> {
                Sales one = new Sales(
                        document.on(),
                        EURO,
                        taxation.category(),
                        taxation.rateOrZero(),
                        1,
                        invoice.isCreditNote() ? 1 : 0,
                        part.net(),
                        part.vat());
                sales.merge(
                        document.on() + " " + taxation.category() + " " + taxation.rateOrZero(),
                        one,
                        Compilation::plus);
            });
        }

        private static Sales plus(Sales one, Sales other) {
            return new Sales(
                    one.on,
                    one.currency,
                    one.category,
                    one.rate,
                    one.documents + other.documents,
                    one.creditNotes + other.creditNotes,
                    one.net.plus(other.net),
                    one.vat.plus(other.vat));
        }

        void cash(Cashed.DocumentDay place, Base part) {
            Optional<Invoice> invoice = Optional.ofNullable(byId.get(place.documentId()));
            String why = invoice.map(known -> Scope.of(known).name()).orElse(NOT_NUMBERED);
            if (invoice.isEmpty() || !Scope.of(invoice.get()).tellsPayments()) {
                leave(why, new Left(why, 0, Money.ZERO, part.gross()));
                return;
            }
            Scope scope = Scope.of(invoice.get());
            part.parts().forEach((taxation, sum) -> cash(scope, invoice.get(), place.on(), taxation.rateOrZero(), sum));
        }

        private void cash(Scope scope, Invoice invoice, LocalDate on, Percent rate, Base.Sum part) {
            payments.add(new PaymentReported(
                    scope,
                    invoice.number(),
                    invoice.document().on(),
                    on,
                    on.isBefore(from),
                    rate,
                    part.net(),
                    part.vat(),
                    part.gross()));
            CashedTotal one = new CashedTotal(scope, rate, part.net(), part.vat(), part.gross());
            cashed.merge(scope + " " + rate, one, Compilation::plus);
        }

        private static CashedTotal plus(CashedTotal one, CashedTotal other) {
            return new CashedTotal(
                    one.scope, one.rate, one.net.plus(other.net), one.vat.plus(other.vat), one.gross.plus(other.gross));
        }

        private void leave(String why, Left one) {
            left.merge(
                    why,
                    one,
                    (some, more) -> new Left(
                            why,
                            some.documents + more.documents,
                            some.sales.plus(more.sales),
                            some.cashed.plus(more.cashed)));
        }

        List<PaymentReported> payments() {
            return payments.stream()
                    .sorted(Comparator.comparing(PaymentReported::on).thenComparing(PaymentReported::number))
                    .toList();
        }
    }
}
