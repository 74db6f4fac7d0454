package io.echeance.core.invoice;

import io.echeance.core.invoice.Invoice.InvoiceLine;
import io.echeance.core.invoice.Invoice.Preceding;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.OrderFact;
import io.echeance.core.order.Price;
import io.echeance.core.terms.VatRate;
import io.echeance.core.terms.VatRegime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the items of a document are called, and when it is to be paid, in the buyer's language. */
record Wording(Draft draft, List<Preceding> preceding, Language language) {

    List<InvoiceLine> lines() {
        return draft.document().items().stream().map(this::line).toList();
    }

    private InvoiceLine line(Item item) {
        ItemKey key = item.key();
        return switch (key) {
            case ItemKey.ShareOf share ->
                new InvoiceLine(ordered(OrderFact.OrderLine.LineKind.TUITION, share.rate()), share(item, share.rate()));
            case ItemKey.Travel travel ->
                new InvoiceLine(ordered(OrderFact.OrderLine.LineKind.TRAVEL, travel.rate()), null);
            case ItemKey.ApplicationFee fee ->
                new InvoiceLine(ordered(OrderFact.OrderLine.LineKind.APPLICATION_FEE, fee.rate()), null);
            case ItemKey.FileFee fee ->
                said("Frais de dossier de subrogation", "Handling fee for direct funding", VatRate.STANDARD);
            case ItemKey.DepositAt deposit -> said("Acompte", "Deposit", deposit.rate());
            case ItemKey.CancellationFee fee ->
                said("Dédit pour annulation de la commande", "Fee for the cancellation of the order", VatRate.STANDARD);
            case ItemKey.RecoveryFeeOf fee -> new InvoiceLine(fee(), about(fee));
            case ItemKey.RecoveryFeeOfEach fee -> new InvoiceLine(fee(), about(fee));
            case ItemKey.InterestOn interest ->
                new InvoiceLine(language.in("Intérêts de retard", "Interest for late payment"), about(interest));
        };
    }

    private InvoiceLine said(String french, String english, VatRate rate) {
        return new InvoiceLine(language.in(french, english), ordered(OrderFact.OrderLine.LineKind.TUITION, rate));
    }

    /** As the order describes it; a discount with its amount, which an invoice has to show (C. com., L441-9). */
    private String ordered(OrderFact.OrderLine.LineKind kind, VatRate rate) {
        String described = draft.ordered().stream()
                .filter(line -> Price.rate(line) == rate && (line.kind() == kind || isSpent(line)))
                .map(line -> line.net().isNegative()
                        ? (line.description() + " " + language.money(line.net())).strip()
                        : line.description())
                .filter(description -> !description.isBlank())
                .collect(Collectors.joining(" ; "));
        if (!described.isEmpty()) {
            return described;
        }
        return switch (kind) {
            case TUITION -> language.in("Formation", "Training");
            case TRAVEL -> language.in("Frais de déplacement", "Travel expenses");
            case APPLICATION_FEE -> language.in("Frais de dossier", "Application fee");
        };
    }

    /** A discount that took more than its own kind had: it shows with what else it was taken from. */
    private boolean isSpent(OrderFact.OrderLine line) {
        return line.net().isNegative()
                && Price.of(draft.ordered())
                        .of(new Price.Part(line.kind(), Price.rate(line)))
                        .isZero();
    }

    /** That it is not the whole, where several pay or only a part is due. */
    private @Nullable String share(Item item, VatRate rate) {
        Money whole = draft.isForFunder() ? draft.price(rate) : draft.tuition(rate);
        if (draft.document().kind() == Kind.CREDIT_NOTE || item.net().equals(whole)) {
            return null;
        }
        boolean taxed = draft.terms().vat() == VatRegime.STANDARD;
        String price = language.money(draft.price()) + (taxed ? language.in(" HT", " before VAT") : "");
        return draft.isForFunder()
                ? language.in(
                        "Part prise en charge, sur un prix de " + price,
                        "The part that you fund, of a price of " + price)
                : language.in("Part à votre charge, sur un prix de " + price, "Your part, of a price of " + price);
    }

    private String fee() {
        return language.in("Indemnité forfaitaire pour frais de recouvrement", "Fixed compensation for recovery costs");
    }

    /** The invoice that it is about, by its number. */
    private @Nullable String about(ItemKey.Penalty penalty) {
        return preceding.stream()
                .filter(earlier -> earlier.documentId().equals(penalty.document()))
                .map(earlier -> language.in("Facture ", "Invoice ")
                        + earlier.number()
                        + language.in(" du ", " of ")
                        + language.day(earlier.on()))
                .findFirst()
                .orElse(null);
    }

    /** BT-20. A schedule stands here: EN 16931 has no more than one due date. */
    String paymentTerms() {
        Document document = draft.document();
        List<Due> due = document.due();
        if (document.kind() == Kind.CREDIT_NOTE) {
            return language.in("Avoir sur la facture ", "Credit on invoice ")
                    + preceding.getFirst().number();
        }
        if (due.isEmpty()) {
            return language.in("Rien à payer : les acomptes couvrent tout.", "Nothing to pay: deposits cover it.");
        }
        if (due.size() > 1) {
            return language.in("Payable en ", "Payable in ")
                    + due.size()
                    + language.in(" échéances : ", " instalments: ")
                    + due.stream()
                            .map(one ->
                                    language.money(one.amount()) + language.in(" le ", " on ") + language.day(one.on()))
                            .collect(Collectors.joining(", "));
        }
        return due.getFirst().on().equals(document.on())
                ? language.in("Payable à réception", "Payable on receipt")
                : language.in("Payable au plus tard le ", "Payable by ")
                        + language.day(due.getFirst().on());
    }
}
