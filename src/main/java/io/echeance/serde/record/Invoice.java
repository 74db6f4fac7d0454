package io.echeance.serde.record;

import io.echeance.core.order.Document;
import io.echeance.serde.binding.Inline;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code invoices}: a document with its number.
 *
 * @param series {@code seller/year}
 * @param refersToNumber number of the document that it refers to
 * @param refersToOn its date
 * @param serviceFrom first day of the service that is billed
 * @param serviceTo its last day, included
 * @param issuer the seller as it was on the day of issue
 * @param buyer the payer as it was on the day of issue
 * @param mentions what the law wants written on it
 * @param language ISO 639-1
 */
public record Invoice(
        String number,
        String series,
        @Inline Document document,
        @Nullable String refersToNumber,
        @Nullable LocalDate refersToOn,
        @Nullable LocalDate serviceFrom,
        @Nullable LocalDate serviceTo,
        @Nullable Party issuer,
        @Nullable Party buyer,
        List<Mention> mentions,
        String language) {

    public Invoice(String number, String series, Document document) {
        this(number, series, document, null, null, null, null, null, null, List.of(), "fr");
    }

    /** @param code subject code of EN 16931, BT-21 */
    public record Mention(String code, String text) {}
}
