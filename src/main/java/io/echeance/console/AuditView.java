package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people have done.
 *
 * @param sought what of it is asked for, by the names of the fields
 * @param isPart whether there may be more of it on the next page though this one has room
 */
public record AuditView(List<Act> acts, Map<String, String> sought, boolean isPart) {

    /** Facts that people sign, as the filter offers them. */
    public static final List<String> KINDS = List.of(
            "Assigned",
            "ContactNoted",
            "CreditLimitSet",
            "DebtWrittenOff",
            "DunningHeld",
            "DunningReleased",
            "MonthClosed",
            "NoticeServed",
            "PaymentApplied",
            "PaymentDecided",
            "PaymentReceived",
            "PenaltyWaived",
            "Resubmitted",
            "RightAnswered",
            "RightAsked",
            "StandingDecided");

    private static final List<String> DETAILS =
            List.of("reason", "note", "kind", "outcome", "right", "until", "receivable", "channel", "to", "identity");

    /**
     * One of them.
     *
     * @param time at which it was sent, such as {@code 09:12}; empty: nobody knows
     * @param by empty: it cannot be read any more
     * @param about an order, a customer, a payment or a month, by its id
     * @param address where one sees it as it was on that day
     * @param amount null: it has none
     * @param details why, until when, to whom
     */
    public record Act(
            LocalDate knownOn,
            String time,
            String by,
            String what,
            String about,
            String seller,
            String address,
            @Nullable Money amount,
            List<String> details,
            String factId) {

        static Act of(JsonNode row) {
            JsonNode fact = row.path("fact");
            List<String> details = new ArrayList<>();
            for (String field : DETAILS) {
                if (fact.path(field).isTextual()) {
                    details.add(fact.path(field).asText());
                }
            }
            if (row.path("what").asText().equals("PaymentApplied")) {
                details.add(became(fact));
            }
            LocalDate day = LocalDate.parse(row.path("knownOn").asText());
            String seller = row.path("seller").asText();
            return new Act(
                    day,
                    time(row.path("toldAt").asText()),
                    row.path("by").asText(),
                    row.path("what").asText(),
                    about(row),
                    seller,
                    address(row, day),
                    fact.path("amount").isTextual()
                            ? Money.of(fact.path("amount").asText())
                            : null,
                    details,
                    row.path("factId").asText());
        }

        /** Of a decision about a payment that has not taken effect by itself. */
        private static String became(JsonNode decision) {
            if (decision.hasNonNull("refusal")) {
                return "REFUSED";
            }
            return decision.hasNonNull("confirmedBy") ? "CONFIRMED" : "WAITS_FOR_SECOND";
        }

        private static String time(String toldAt) {
            return toldAt.isEmpty()
                    ? ""
                    : OffsetDateTime.parse(toldAt)
                            .toLocalTime()
                            .truncatedTo(ChronoUnit.MINUTES)
                            .toString();
        }

        private static String about(JsonNode row) {
            for (String field : List.of("orderId", "customer", "paymentId", "month")) {
                if (row.hasNonNull(field)) {
                    return row.path(field).asText();
                }
            }
            return "";
        }

        /** An order, or a customer, in the time machine on that day, with what was known then. */
        private static String address(JsonNode row, LocalDate day) {
            String seller = "/console/sellers/" + Desk.part(row.path("seller").asText());
            String then = "/time?asOf=" + day;
            if (row.hasNonNull("orderId")) {
                return "/console/orders/" + Desk.part(row.path("orderId").asText()) + then;
            }
            if (row.hasNonNull("customer")) {
                String customer = Desk.part(row.path("customer").asText());
                return "/console/customers/" + Desk.part(row.path("seller").asText()) + "/" + customer + then;
            }
            if (row.hasNonNull("month")) {
                return seller + "/months/" + row.path("month").asText();
            }
            return "/console/payments/" + Desk.part(row.path("paymentId").asText());
        }
    }

    /** Of the filter; empty: any. */
    public String sought(String field) {
        return sought.getOrDefault(field, "");
    }

    /** Who was shown whose names. */
    public record Access(
            String at, String by, String operation, List<String> persons, List<String> orders, String purpose) {

        static Access of(JsonNode row) {
            return new Access(
                    row.path("at").asText(),
                    row.path("by").asText(),
                    row.path("operation").asText(),
                    texts(row.path("persons")),
                    texts(row.path("orders")),
                    row.path("purpose").asText());
        }

        private static List<String> texts(JsonNode list) {
            List<String> texts = new ArrayList<>();
            list.forEach(one -> texts.add(one.asText()));
            return texts;
        }
    }
}
