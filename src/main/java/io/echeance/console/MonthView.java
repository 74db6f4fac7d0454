package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.ledger.JournalTotal;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A month of a seller's books, with all that is to be looked at before it is closed.
 *
 * @param refusal why it was not closed just now; null: nobody tried, or it was
 * @param key of the closing that is not sent yet
 */
public record MonthView(
        String seller,
        LocalDate today,
        Row row,
        List<JournalTotal> totals,
        List<Check> checks,
        @Nullable String refusal,
        String key) {

    /** A month in a list: {@code state} is CLOSED, NEXT, LATER or RUNNING. */
    public record Row(
            YearMonth month,
            String state,
            long entries,
            Money debit,
            Money credit,
            boolean asClosed,
            @Nullable Closed closed) {

        /** @param by null: who looks sees no names */
        public record Closed(LocalDate on, @Nullable String by, long entries, Money debit) {}

        static Row of(JsonNode row) {
            JsonNode closed = row.path("closed");
            return new Row(
                    YearMonth.parse(row.path("month").asText()),
                    row.path("state").asText(),
                    row.path("entries").asLong(),
                    Money.of(row.path("debit").asText()),
                    Money.of(row.path("credit").asText()),
                    row.path("asClosed").asBoolean(),
                    closed.isMissingNode()
                            ? null
                            : new Closed(
                                    LocalDate.parse(closed.path("on").asText()),
                                    closed.hasNonNull("by") ? closed.path("by").asText() : null,
                                    closed.path("entries").asLong(),
                                    Money.of(closed.path("debit").asText())));
        }

        public boolean isNext() {
            return state.equals("NEXT");
        }

        public boolean isClosed() {
            return state.equals("CLOSED");
        }
    }

    /** One thing to look at: {@code outcome} is GOOD, LOOK or WRONG. */
    public record Check(String name, String outcome, long count, Money amount, String of, String known) {

        private static final Map<String, String> LINKS = Map.of(
                "BOOKS", "/console/health",
                "BANK", "/console/suspense",
                "SUSPENSE", "/console/suspense",
                "SUSPENSE_ACCOUNT", "/console/suspense",
                "DRAFTS", "/console?reason=TECHNICAL",
                "APPROVALS", "/console/approvals",
                "REFUNDS", "/console/deadlines");

        static Check of(JsonNode check) {
            String account = check.path("account").asText();
            return new Check(
                    check.path("check").asText(),
                    check.path("outcome").asText(),
                    check.path("count").asLong(),
                    Money.of(check.path("amount").asText()),
                    account.isEmpty() ? check.path("year").asText() : account,
                    check.path("known").asText());
        }

        public boolean isGood() {
            return outcome.equals("GOOD");
        }

        /** With its figures. */
        public String sentence(Words w) {
            String key = "month-check." + name + (isGood() ? ".good" : ".look");
            String of471 = known.isEmpty() ? "" : w.money(Money.of(known));
            return w.say(key, w.number(count), w.money(amount), of, of471);
        }

        /** Where one sees more of it; null: nowhere. */
        public @Nullable String link() {
            return LINKS.get(name);
        }
    }

    public static MonthView of(JsonNode answer, @Nullable String refusal, String key) {
        List<JournalTotal> totals = new ArrayList<>();
        answer.path("totals").forEach(one -> totals.add(Desk.read(JournalTotal.class, one)));
        List<Check> checks = new ArrayList<>();
        answer.path("checks").forEach(one -> checks.add(Check.of(one)));
        return new MonthView(
                answer.path("seller").asText(),
                LocalDate.parse(answer.path("today").asText()),
                Row.of(answer),
                totals,
                checks,
                refusal,
                key);
    }

    /** Whether nothing stands in the way of closing it. */
    public boolean mayBeClosed() {
        return row.isNext()
                && checks.stream().noneMatch(check -> check.outcome().equals("WRONG"));
    }
}
