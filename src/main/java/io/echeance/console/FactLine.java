package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact that reached us, in a line.
 *
 * @param amount null: it has none
 * @param payment the payment that it is, which may be moved; null: none
 * @param detail what else it says, as it says it: who, until when, why; last of all, that it is about nothing
 */
public record FactLine(
        String id,
        String type,
        LocalDate on,
        LocalDate knownOn,
        @Nullable Money amount,
        @Nullable String payment,
        List<String> detail) {

    private static final List<String> DETAILS = List.of(
            "payerId",
            "funderId",
            "by",
            "method",
            "reference",
            "outcome",
            "reason",
            "until",
            "receivable",
            "number",
            "noticeId",
            "channel",
            "note",
            "to",
            "termsId",
            "idle");
    private static final List<String> AMOUNTS = List.of("amount", "granted");

    /** In order of arrival; that a document has its number is said where documents are listed. */
    static List<FactLine> all(JsonNode answer) {
        List<FactLine> lines = new ArrayList<>();
        for (JsonNode fact : answer.path("facts")) {
            if (!fact.path("type").asText().equals("DocumentNumbered")) {
                lines.add(of(fact));
            }
        }
        return lines;
    }

    static FactLine of(JsonNode fact) {
        Money amount = null;
        for (String name : AMOUNTS) {
            amount = fact.hasNonNull(name) ? Money.of(fact.path(name).asText()) : amount;
        }
        List<String> detail = DETAILS.stream()
                .filter(fact::hasNonNull)
                .map(name -> fact.path(name).asText())
                .distinct()
                .toList();
        LocalDate on = LocalDate.parse(fact.path("on").asText());
        LocalDate knownOn = fact.hasNonNull("knownOn")
                ? LocalDate.parse(fact.path("knownOn").asText())
                : on;
        return new FactLine(
                fact.path("factId").asText(), fact.path("type").asText(), on, knownOn, amount, payment(fact), detail);
    }

    /** Of a part of one, the whole. */
    private static @Nullable String payment(JsonNode fact) {
        return fact.path("type").asText().equals("PaymentReceived")
                ? fact.path("paymentId").asText().replaceFirst("#\\d+$", "")
                : null;
    }

    /** Whether it reached us after the day that it is about. */
    public boolean isBackdated() {
        return knownOn.isAfter(on);
    }
}
