package io.echeance.core.invoice;

import io.echeance.core.Inline;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.VatCategory;
import io.echeance.core.terms.VatRegime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code invoices}: a document with its number, complete as the law wants it, and final. The BT and BG of
 * the comments are those of EN 16931.
 *
 * @param number BT-1, without gap in its series
 * @param series {@code seller/year}
 * @param typeCode BT-3: 380 invoice, 381 credit note, 386 deposit, 503 credit note on a deposit
 * @param process BT-23: S1 services; S4 services, the balance after a deposit
 * @param issuer the seller as it was on the day of issue (BG-4)
 * @param buyer the payer as it was on the day of issue (BG-7)
 * @param client whose order a funder pays for; null where the payer is the customer itself
 * @param serviceFrom first day of the service that is billed (BT-73)
 * @param serviceTo its last day, included (BT-74)
 * @param lines what each item of the document is called, in their order
 * @param vatTotals BG-23
 * @param prepaid what deposits that were invoiced take off (BT-113)
 * @param preceding what it corrects, deducts or follows from (BG-3)
 * @param paymentTerms when to pay, in words (BT-20)
 * @param mentions what the law wants written on it (BG-1)
 * @param language ISO 639-1
 */
public record Invoice(
        String number,
        String series,
        @Inline Document document,
        String typeCode,
        String process,
        PayerKind buyerKind,
        VatRegime vatRegime,
        Party issuer,
        Party buyer,
        @Nullable Party client,
        LocalDate serviceFrom,
        LocalDate serviceTo,
        List<InvoiceLine> lines,
        List<VatTotal> vatTotals,
        Money prepaid,
        List<Preceding> preceding,
        String paymentTerms,
        List<Mention> mentions,
        String language) {

    /**
     * A text with its subject.
     *
     * @param code BT-21, UNTDID 4451
     * @param text BT-22
     */
    public record Mention(String code, String text) {}

    /**
     * What the item at the same place is called.
     *
     * @param name BT-153
     * @param description BT-154
     */
    public record InvoiceLine(String name, @Nullable String description) {}

    /**
     * VAT of one category and rate.
     *
     * @param rate BT-119; null outside VAT
     * @param taxable BT-116
     * @param vat BT-117
     * @param exemptionCode BT-121
     * @param exemptionReason BT-120
     */
    public record VatTotal(
            VatCategory category,
            @Nullable Percent rate,
            Money taxable,
            Money vat,
            @Nullable String exemptionCode,
            @Nullable String exemptionReason) {}

    /**
     * An earlier document.
     *
     * @param number BT-25
     * @param on BT-26
     */
    public record Preceding(DocumentId documentId, Kind kind, String number, LocalDate on, Money gross) {}

    /** The language that it is written in. */
    public Language words() {
        return Language.of(language);
    }

    /** When the first or only part of it falls due (BT-9); empty for a credit note. */
    public Optional<LocalDate> dueOn() {
        return document.due().stream().map(Document.Due::on).findFirst();
    }

    public boolean isCreditNote() {
        return document.kind() == Kind.CREDIT_NOTE;
    }
}
