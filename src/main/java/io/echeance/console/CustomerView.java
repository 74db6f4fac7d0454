package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.money.Money;
import io.echeance.core.order.OrderStanding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer of a seller, with all his orders.
 *
 * @param today of the list
 * @param events what reached us and what was issued, the newest first
 * @param kind which of them are shown; empty: all
 * @param more whether there are older ones
 */
public record CustomerView(
        String seller,
        String id,
        LocalDate today,
        List<OrderRow> orders,
        List<Event> events,
        String kind,
        boolean more) {

    /** Kinds of events by which one may look. */
    public static final List<String> KINDS = List.of("money", "care", "documents", "order");

    /** @param fact what is shown of it; a document too is written as one */
    public record Event(String orderId, String kind, String word, FactLine fact) {}

    static CustomerView of(String seller, String id, JsonNode list, JsonNode timeline, String kind) {
        List<Event> events = new ArrayList<>();
        for (JsonNode event : timeline.path("events")) {
            String type = event.path("type").asText();
            boolean document = event.path("kind").asText().equals("DOCUMENT");
            Event shown = new Event(
                    event.path("orderId").asText(),
                    document ? "documents" : kindOf(type),
                    (document ? "kind." : "fact.") + type,
                    document ? document(event) : FactLine.of(event));
            if (kind.isEmpty() || kind.equals(shown.kind())) {
                events.add(shown);
            }
        }
        return new CustomerView(
                seller,
                id,
                LocalDate.parse(list.path("today").asText()),
                OrderRow.all(list),
                events,
                kind,
                timeline.path("more").asBoolean());
    }

    private static FactLine document(JsonNode event) {
        LocalDate on = LocalDate.parse(event.path("on").asText());
        return new FactLine(
                event.path("id").asText(),
                event.path("type").asText(),
                on,
                on,
                Money.of(event.path("gross").asText()),
                null,
                List.of(event.path("payer").asText()));
    }

    static String kindOf(String type) {
        return switch (type) {
            case "PaymentReceived", "PaymentReturned", "PaymentApplied", "RefundPaid" -> "money";
            case "ContactNoted",
                    "Resubmitted",
                    "Assigned",
                    "DunningHeld",
                    "DunningReleased",
                    "PenaltyWaived",
                    "DebtWrittenOff",
                    "NoticeServed" -> "care";
            default -> "order";
        };
    }

    public Money late() {
        return orders.stream().map(OrderRow::late).reduce(Money.ZERO, Money::plus);
    }

    /** All that is unpaid, due or not. */
    public Money outstanding() {
        return orders.stream().map(OrderRow::outstanding).reduce(Money.ZERO, Money::plus);
    }

    public long daysLate() {
        return orders.stream().mapToLong(OrderRow::daysLate).max().orElse(0);
    }

    /** The order that has been late longest; null: he has none. */
    public @Nullable OrderRow first() {
        return orders.isEmpty() ? null : orders.getFirst();
    }

    /** The last contact about any of his orders; null: none was noted. */
    public @Nullable LocalDate contactedOn() {
        return orders.stream()
                .map(order -> order.standing().care())
                .filter(care -> care != null && care.contactedOn() != null)
                .map(OrderStanding.Care::contactedOn)
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
