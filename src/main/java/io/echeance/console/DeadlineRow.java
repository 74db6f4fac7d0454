package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.order.OrderStanding.OrderDeadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** A day that ends something of an order: an answer to a notice, a funder's decision, the time before litigation. */
public record DeadlineRow(String orderId, OrderDeadline deadline) {

    /**
     * Of a page of the list, where an order stands once a kind and day: each of its deadlines that is not over, once,
     * the earliest first.
     */
    static List<DeadlineRow> all(JsonNode page) {
        SequencedSet<DeadlineRow> rows = new LinkedHashSet<>();
        for (OrderRow row : OrderRow.all(page)) {
            row.standing().deadlines().stream()
                    .filter(one -> !one.on().isBefore(row.today()))
                    .forEach(one -> rows.add(new DeadlineRow(row.standing().orderId(), one)));
        }
        List<DeadlineRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((DeadlineRow row) -> row.deadline().on())
                .thenComparing(row -> row.deadline().kind())
                .thenComparing(DeadlineRow::orderId));
        return sorted;
    }
}
