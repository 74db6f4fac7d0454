package io.echeance.topology.store;

import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.Debt;
import io.echeance.core.order.PayerKind;
import io.echeance.topology.store.KeyBytes.Index;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ageing, an index of the accounts: by how many cents what is unpaid of a seller, a kind of payer and a
 * due date has changed in a span of time, from its first day on.
 *
 * <p>What was unpaid at the close of a day, as it was known then, is the sum of the years before its year, of the
 * months of that year before its month, and of the days of that month up to it. None of these rows is ever touched
 * again, so a past day is read while the stream goes on. A debt that came and went within a span leaves no row in it.
 *
 * @param from first day of the span; of {@link Span#EVER}, the epoch
 */
public record AgeingRow(Span span, LocalDate from, Debtor debtor) {

    /** Who owes whom, and from when on it is late. */
    public record Debtor(String seller, PayerKind kind, LocalDate dueOn) {}

    /** Their codes are for ever: keys begin with them. */
    public enum Span {
        /** All that ever changed: what is unpaid now. */
        EVER(0),
        YEAR(1),
        MONTH(2),
        DAY(3);

        private final int code;

        Span(int code) {
            this.code = code;
        }

        /** The first day of the span that {@code day} lies in. */
        public LocalDate startOf(LocalDate day) {
            return switch (this) {
                case EVER -> LocalDate.EPOCH;
                case YEAR -> day.withDayOfYear(1);
                case MONTH -> day.withDayOfMonth(1);
                case DAY -> day;
            };
        }
    }

    public Bytes key() {
        return start(span, from)
                .text(debtor.seller())
                .text(debtor.kind().name())
                .day(debtor.dueOn())
                .done();
    }

    /** Where the rows of a span begin that start on a day or later. */
    public static Bytes startOf(Span span, LocalDate from) {
        return start(span, from).done();
    }

    private static KeyBytes start(Span span, LocalDate from) {
        return KeyBytes.of(Index.AGEING).code(span.code).day(from);
    }

    /** What stands in a row. */
    static byte[] value(long cents) {
        return ByteBuffer.allocate(Long.BYTES).putLong(cents).array();
    }

    public static long cents(byte[] value) {
        return ByteBuffer.wrap(value).getLong();
    }

    public static AgeingRow of(Bytes key) {
        ByteBuffer rest = KeyBytes.behindIndex(key);
        Span span = Span.values()[rest.get()];
        LocalDate from = KeyBytes.day(rest);
        return new AgeingRow(
                span,
                from,
                new Debtor(KeyBytes.text(rest), PayerKind.valueOf(KeyBytes.text(rest)), KeyBytes.day(rest)));
    }

    /**
     * By how many cents what is unpaid of an order has changed.
     *
     * @param before null: nothing was unpaid
     */
    public static Map<Debtor, Long> changes(@Nullable OrderStanding before, OrderStanding after) {
        Map<Debtor, Long> changes = new HashMap<>();
        if (before != null) {
            add(changes, before, -1);
        }
        add(changes, after, 1);
        changes.values().removeIf(cents -> cents == 0);
        return changes;
    }

    private static void add(Map<Debtor, Long> sums, OrderStanding standing, int sign) {
        for (Debt debt : standing.debts()) {
            Debtor debtor = new Debtor(standing.seller(), debt.kind(), debt.dueOn());
            sums.merge(debtor, sign * debt.outstanding().cents(), Math::addExact);
        }
    }
}
