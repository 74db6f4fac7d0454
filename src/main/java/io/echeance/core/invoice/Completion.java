package io.echeance.core.invoice;

import io.echeance.core.invoice.Draft.Earlier;
import io.echeance.core.invoice.Invoice.Preceding;
import io.echeance.core.invoice.Invoice.VatTotal;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes an invoice of a draft, once the parties are known and the number is given. */
public final class Completion {

    private Completion() {}

    /**
     * @param client whose order a funder pays for; null where the buyer is the customer
     * @param numberOf from the id of an earlier document of this seller to its number and day
     */
    public static Invoice of(
            Draft draft,
            String number,
            String series,
            Party issuer,
            Party buyer,
            @Nullable Party client,
            Function<DocumentId, Numbered> numberOf) {
        Document document = draft.document();
        Language language = Language.of(buyer.language());
        Mentions mentions = new Mentions(draft, buyer, client, language);
        List<Preceding> preceding = draft.preceding().stream()
                .map(earlier -> preceding(earlier, numberOf.apply(earlier.documentId())))
                .toList();
        Wording wording = new Wording(draft, preceding, language);
        Money prepaid =
                document.payable() == null ? Money.ZERO : document.gross().minus(document.payable());
        return new Invoice(
                number,
                series,
                document,
                typeCode(draft),
                prepaid.isPositive() ? "S4" : "S1",
                draft.payerKind(),
                draft.terms().vat(),
                issuer,
                buyer,
                client,
                draft.serviceFrom(),
                draft.serviceTo(),
                wording.lines(),
                vatTotals(document, mentions),
                prepaid,
                preceding,
                wording.paymentTerms(),
                mentions.all(),
                language.code());
    }

    /** It bears the day on which it was numbered, which the account may not have known yet. */
    private static Preceding preceding(Earlier earlier, Numbered numbered) {
        return new Preceding(earlier.documentId(), earlier.kind(), numbered.number(), numbered.on(), earlier.gross());
    }

    /** UNTDID 1001. */
    private static String typeCode(Draft draft) {
        boolean credit = draft.document().kind() == Kind.CREDIT_NOTE;
        return switch (draft.kind()) {
            case DEPOSIT -> credit ? "503" : "386";
            case INVOICE, CANCELLATION_FEE, RECOVERY_FEE, CLOSING, CREDIT_NOTE -> credit ? "381" : "380";
        };
    }

    /** What is outside VAT or exempt has documents of its own; what is taxed may bear several rates. */
    private static List<VatTotal> vatTotals(Document document, Mentions mentions) {
        return document.vatParts().stream()
                .map(part -> new VatTotal(
                        part.category(),
                        part.rate(),
                        part.net(),
                        part.vat(),
                        mentions.exemptionCode(),
                        mentions.exemption()))
                .toList();
    }
}
