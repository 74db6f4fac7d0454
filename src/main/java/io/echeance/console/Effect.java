package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.money.Money;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What something will change: the order as it will be on a day without it, and with it.
 *
 * @param until the day up to which it is looked ahead
 * @param away what will not be said any more
 * @param comes what will be said instead
 * @param amounts those that will be others on that day
 */
public record Effect(LocalDate until, List<Said> away, List<Said> comes, List<Amount> amounts) {

    /**
     * A document or an alert that will be said.
     *
     * @param kind key of its word, such as {@code alert.REMIND}
     * @param amount null: it has none
     */
    public record Said(
            LocalDate on,
            String kind,
            String payer,
            @Nullable String step,
            @Nullable Money amount) {}

    /** @param what {@code outstanding}, {@code late} or {@code interestToDate} */
    public record Amount(String what, Money without, Money with) {}

    public boolean isNothing() {
        return away.isEmpty() && comes.isEmpty() && amounts.isEmpty();
    }

    /** Of two forecasts up to the same day. */
    static Effect of(JsonNode without, JsonNode with) {
        List<Said> before = said(without);
        List<Said> after = said(with);
        List<Said> away = new ArrayList<>(before);
        after.forEach(away::remove);
        List<Said> comes = new ArrayList<>(after);
        before.forEach(comes::remove);
        List<Amount> amounts = new ArrayList<>();
        add(amounts, "outstanding", Position::outstanding, without, with);
        add(amounts, "late", Position::late, without, with);
        add(amounts, "interestToDate", Position::interestToDate, without, with);
        return new Effect(LocalDate.parse(without.path("until").asText()), away, comes, amounts);
    }

    private static void add(
            List<Amount> amounts, String what, Function<Position, Money> amount, JsonNode without, JsonNode with) {
        Money before = sum(without, amount);
        Money after = sum(with, amount);
        if (!before.equals(after)) {
            amounts.add(new Amount(what, before, after));
        }
    }

    static Money sum(JsonNode forecast, Function<Position, Money> amount) {
        return forecast.has("statement")
                ? Desk.read(Statement.class, forecast.path("statement")).payers().stream()
                        .map(amount)
                        .reduce(Money.ZERO, Money::plus)
                : Money.ZERO;
    }

    /** In their order. */
    static List<Said> said(JsonNode forecast) {
        List<Said> said = new ArrayList<>();
        forecast.path("said").forEach(line -> said.add(one(line)));
        return said;
    }

    /** A line of {@code simulate}. */
    static Said one(JsonNode line) {
        String kind = switch (line.path("topic").asText()) {
            case "invoices" -> "kind." + line.path("kind").asText();
            case "dunning-alerts" -> "alert." + line.path("kind").asText();
            default -> "topic." + line.path("topic").asText();
        };
        return new Said(
                LocalDate.parse(line.path("on").asText()),
                kind,
                line.path("payer").asText(),
                line.hasNonNull("step") ? line.path("step").asText() : null,
                amount(line));
    }

    private static @Nullable Money amount(JsonNode line) {
        for (String name : List.of("gross", "principal", "amount")) {
            if (line.hasNonNull(name)) {
                return Money.of(line.path(name).asText());
            }
        }
        return null;
    }
}
