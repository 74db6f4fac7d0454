package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.OrderStanding.HoldOnOrder;
import io.echeance.query.Ageing;
import io.echeance.query.worklist.Worklist;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What pages about the whole book show. */
public final class BookView {

    private BookView() {}

    /**
     * A bar of the aged balance.
     *
     * @param name such as {@code to30}
     * @param x where it begins, of 960
     */
    public record Bucket(String name, Money amount, int x, int width) {

        private static final int WIDTH = 960;

        static List<Bucket> all(Ageing.Amounts total) {
            List<Bucket> bars = new ArrayList<>();
            long whole = Math.max(1, total.total().cents());
            int x = 0;
            for (Named one : List.of(
                    new Named("notDue", total.notDue()),
                    new Named("to30", total.to30()),
                    new Named("to60", total.to60()),
                    new Named("to90", total.to90()),
                    new Named("over90", total.over90()))) {
                int width = Math.clamp(WIDTH * one.amount().cents() / whole, 0, WIDTH);
                bars.add(new Bucket(one.name(), one.amount(), x, width));
                x += width;
            }
            return bars;
        }

        private record Named(String name, Money amount) {}
    }

    /**
     * A promise.
     *
     * @param amount null: no amount was said
     */
    public record Promise(
            String orderId,
            String customer,
            LocalDate lastDay,
            @Nullable Money amount) {}

    /**
     * @param due on their last day today
     * @param coming until then, the earliest first
     * @param broken customers whose promise ran out without being kept
     */
    public record Promises(LocalDate today, List<Promise> due, List<Promise> coming, List<Worklist.Row> broken) {

        static Promises of(List<OrderRow> rows, JsonNode worklist, LocalDate today, int days) {
            List<Promise> all = new ArrayList<>();
            for (OrderRow row : rows) {
                for (HoldOnOrder hold : row.standing().holds()) {
                    LocalDate lastDay = hold.lastDay();
                    if (hold.reason() == HoldReason.PROMISE && lastDay != null && hold.isInForce(today)) {
                        all.add(new Promise(
                                row.standing().orderId(), row.standing().customer(), lastDay, hold.promised()));
                    }
                }
            }
            all.sort(Comparator.comparing(Promise::lastDay).thenComparing(Promise::orderId));
            List<Worklist.Row> broken = new ArrayList<>();
            worklist.path("rows").forEach(row -> broken.add(Desk.read(Worklist.Row.class, row)));
            return new Promises(
                    today,
                    all.stream().filter(one -> one.lastDay().equals(today)).toList(),
                    all.stream()
                            .filter(one -> one.lastDay().isAfter(today)
                                    && !one.lastDay().isAfter(today.plusDays(days)))
                            .toList(),
                    broken);
        }
    }

    /** Orders with money to be paid back, with money that left without being owed, and the days that end something. */
    public record Deadlines(LocalDate today, List<OrderRow> refunds, List<OrderRow> owedBack, List<DeadlineRow> near) {}
}
