package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.money.Money;
import io.echeance.core.order.OrderStanding;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list.
 *
 * @param today of the list
 * @param oldestDueOn the earliest due date of unpaid principal; null: all is paid
 */
public record OrderRow(
        OrderStanding standing,
        LocalDate today,
        Money late,
        Money outstanding,
        @Nullable LocalDate oldestDueOn) {

    /** Of a page of a list, as it is answered. */
    static List<OrderRow> all(JsonNode page) {
        List<OrderRow> rows = new ArrayList<>();
        if (page.hasNonNull("today")) {
            LocalDate today = LocalDate.parse(page.path("today").asText());
            page.path("rows").forEach(row -> rows.add(of(row, today)));
        }
        return rows;
    }

    private static OrderRow of(JsonNode row, LocalDate today) {
        ObjectNode own = row.deepCopy();
        own.remove("at");
        OrderStanding standing = Desk.read(OrderStanding.class, own);
        return new OrderRow(
                standing,
                today,
                standing.late(today),
                standing.outstanding(),
                standing.oldestDueOn().orElse(null));
    }

    /** How many days the oldest unpaid principal is late; 0: none is. */
    public long daysLate() {
        return oldestDueOn == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(oldestDueOn, today));
    }

    public OrderStanding.@Nullable Debt next() {
        return standing.nextStep().orElse(null);
    }
}
