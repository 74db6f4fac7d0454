package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of an order, as it is answered.
 *
 * @param number null: it has none yet
 * @param refersTo the document that it credits or completes; null: none
 */
public record DocumentLine(
        String id,
        @Nullable String number,
        String kind,
        String payer,
        LocalDate on,
        Money net,
        Money vat,
        Money gross,
        boolean heldBack,
        @Nullable String refersTo,
        List<ItemLine> items) {

    /** @param basis clauses and articles that it rests on */
    public record ItemLine(String key, Money net, String vatCategory, String vatRate, List<String> basis) {}

    static DocumentLine of(JsonNode document) {
        List<ItemLine> items = new ArrayList<>();
        for (JsonNode item : document.path("items")) {
            List<String> basis = new ArrayList<>();
            item.path("basis").forEach(ground -> basis.add(ground.asText()));
            items.add(new ItemLine(
                    item.path("key").asText(),
                    Money.of(item.path("net").asText()),
                    item.path("vatCategory").asText(),
                    item.path("vatRate").asText(),
                    basis));
        }
        return new DocumentLine(
                document.path("id").asText(),
                document.hasNonNull("number") ? document.path("number").asText() : null,
                document.path("kind").asText(),
                document.path("payer").asText(),
                LocalDate.parse(document.path("on").asText()),
                Money.of(document.path("net").asText()),
                Money.of(document.path("vat").asText()),
                Money.of(document.path("gross").asText()),
                document.path("heldBack").asBoolean(),
                document.hasNonNull("refersTo") ? document.path("refersTo").asText() : null,
                items);
    }

    /** Its number, or its id while it has none. */
    public String name() {
        return number == null ? id : number;
    }
}
