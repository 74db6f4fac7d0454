package io.echeance.query.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Of what people have done, what somebody wants to see. Null: any.
 *
 * @param kind as facts are called, such as {@code PenaltyWaived}
 * @param from the first day on which it became known
 * @param until the last one
 */
record AuditWanted(
        @Nullable String seller,
        @Nullable String order,
        @Nullable String by,
        @Nullable String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    @SuppressWarnings("NullAway") // Null means any.
    static AuditWanted of(Asked asked) {
        return new AuditWanted(
                asked.text("seller").orElse(null),
                asked.text("order").orElse(null),
                asked.text("by").orElse(null),
                asked.text("kind").orElse(null),
                asked.date("from"),
                asked.date("until"));
    }

    /** @param who null: nobody can read it any more; no search for somebody finds it */
    boolean isWanted(String what, @Nullable String who, LocalDate day) {
        return (kind == null || kind.equals(what))
                && (by == null || by.equals(who))
                && (from == null || !day.isBefore(from))
                && (until == null || !day.isAfter(until));
    }

    boolean isOf(String one) {
        return seller == null || seller.equals(one);
    }
}
