package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.console.OrderView.DebtLine;
import io.echeance.core.lateness.FloorTest;
import io.echeance.core.money.Money;
import io.echeance.core.order.Segment;
import io.echeance.core.order.Statement.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an amount comes about.
 *
 * @param what {@code outstanding}, {@code late}, {@code paid} or {@code interestToDate}
 * @param payer whose; empty: all payers'
 * @param debt of which debt alone; null: of all
 * @param parts that add up to it
 * @param segments of its interest; empty: it is none
 * @param basis clauses and articles that it rests on
 * @param moved the facts without which it would be another one, in order of arrival
 */
public record ExplainView(
        String orderId,
        String what,
        String payer,
        @Nullable DebtLine debt,
        @Nullable DocumentLine document,
        LocalDate today,
        Money total,
        List<Part> parts,
        List<Segment> segments,
        List<FloorTest> floors,
        Set<String> basis,
        List<Moved> moved) {

    /** @param amount what a debt adds to the whole */
    public record Part(DebtLine line, Money amount) {}

    /** @param without what the amount would be */
    public record Moved(FactLine fact, Money without) {}

    static ExplainView of(
            String id, OrderView order, JsonNode answer, JsonNode influences, String what, String payer, String key) {
        List<DebtLine> lines = order.payers().stream()
                .filter(block -> payer.isEmpty() || block.position().payer().equals(payer))
                .flatMap(block -> block.debts().stream())
                .filter(line -> key.isEmpty() || line.debt().key().toString().equals(key))
                .toList();
        if (lines.isEmpty() && !key.isEmpty()) {
            throw new Trouble(404, "");
        }
        DebtLine debt = key.isEmpty() ? null : lines.getFirst();
        DocumentLine document = debt == null ? null : document(order, debt);
        List<Segment> segments = new ArrayList<>();
        Set<String> basis = new LinkedHashSet<>();
        if (what.equals("interestToDate")) {
            lines.forEach(line -> segments.addAll(line.debt().segments()));
            lines.forEach(line -> basis.addAll(line.debt().basis()));
        } else if (document != null) {
            document.items().forEach(item -> basis.addAll(item.basis()));
        }
        List<Part> parts = lines.stream()
                .map(line -> new Part(line, part(line, what)))
                .filter(part -> !part.amount().isZero())
                .toList();
        Money total = debt != null ? part(debt, what) : whole(order, payer, what);
        return new ExplainView(
                id,
                what,
                payer,
                debt,
                document,
                order.statement().today(),
                total,
                parts,
                segments,
                floors(answer, lines, what),
                basis,
                moved(influences, what, payer, key, total, order));
    }

    private static @Nullable DocumentLine document(OrderView order, DebtLine debt) {
        String id = debt.debt().key().document().toString();
        return order.documents().stream()
                .filter(document -> document.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static Money part(DebtLine line, String what) {
        return switch (what) {
            case "late" -> line.daysLate() > 0 ? line.debt().outstanding() : Money.ZERO;
            case "paid" -> line.paid();
            case "interestToDate" -> line.debt().interestToDate();
            default -> line.debt().outstanding();
        };
    }

    private static Money whole(OrderView order, String payer, String what) {
        return order.statement().payers().stream()
                .filter(position -> payer.isEmpty() || position.payer().equals(payer))
                .map(position -> amount(position, what))
                .reduce(Money.ZERO, Money::plus);
    }

    private static Money amount(Position position, String what) {
        return switch (what) {
            case "late" -> position.late();
            case "paid" -> position.paid();
            case "interestToDate" -> position.interestToDate();
            default -> position.outstanding();
        };
    }

    private static List<FloorTest> floors(JsonNode answer, List<DebtLine> lines, String what) {
        List<FloorTest> floors = new ArrayList<>();
        if (what.equals("interestToDate")) {
            for (JsonNode one : answer.path("explanation").path("floorTests")) {
                FloorTest test = Desk.read(FloorTest.class, one);
                if (lines.stream().anyMatch(line -> line.debt().key().equals(test.receivable()))) {
                    floors.add(test);
                }
            }
        }
        return floors;
    }

    /** Each influence says only what changes: the payers that it does not name stay as they are. */
    private static List<Moved> moved(
            JsonNode influences, String what, String payer, String key, Money total, OrderView order) {
        List<Moved> moved = new ArrayList<>();
        for (JsonNode influence : influences.path("influences")) {
            Money without = total;
            for (JsonNode amount : influence.path("without")) {
                if (amount.path("what").asText().equals(what)
                        && amount.path("receivable").asText().equals(key)
                        && (payer.isEmpty()
                                || !key.isEmpty()
                                || amount.path("payer").asText().equals(payer))) {
                    Money now =
                            key.isEmpty() ? whole(order, amount.path("payer").asText(), what) : total;
                    without = without.plus(Money.of(amount.path("amount").asText()))
                            .minus(now);
                }
            }
            if (!without.equals(total)) {
                moved.add(new Moved(FactLine.of(influence.path("fact")), without));
            }
        }
        return moved;
    }

    /** What no debt accounts for, such as money that is received and not allocated. */
    public Money rest() {
        return total.minus(parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus));
    }

    /** Whether the parts, or the segments, make the whole. */
    public boolean addsUp() {
        Money sum = segments.isEmpty()
                ? parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus)
                : segments.stream().map(Segment::amount).reduce(Money.ZERO, Money::plus);
        return sum.equals(total);
    }
}
