package io.echeance.serde.record;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.MailingFailed;
import io.echeance.core.customer.CustomerOrder;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.StandingRules;
import io.echeance.core.order.CustomerRecord;
import io.echeance.core.terms.Quality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a customer: a row for each order that shows anything, and one for the customer itself. What the terms
 * make of customers is kept beside them, once a partition.
 */
public sealed interface CustomerRow {

    /**
     * An order shows something of its customer.
     *
     * @param day at whose close it counts; null: no day was closed yet, and it counts at once
     */
    record OrderShown(@Nullable LocalDate day, String seller, String customer, CustomerOrder order) {

        /** Whether it counts at the close of a day. */
        public boolean countsAt(LocalDate closed) {
            return day == null || !day.isAfter(closed);
        }
    }

    /**
     * An order, as it is shown on days that are still to be closed: in order of arrival, each of a later day than the
     * one before.
     */
    record OrderRow(List<OrderShown> shown) {

        public OrderRow {
            shown = List.copyOf(shown);
        }

        /** What comes later by its arrival, of the same day or an earlier one, takes the place of what was there. */
        public OrderRow with(OrderShown news) {
            List<OrderShown> kept = new ArrayList<>(shown);
            kept.removeIf(one ->
                    one.day() != null && (news.day() == null || !one.day().isBefore(news.day())));
            if (news.day() == null) {
                kept.clear();
            }
            kept.add(news);
            return new OrderRow(kept);
        }
    }

    /** The same as it is kept, under the names of the customer and the order. */
    record KeptOrder(List<KeptShowing> shown) implements CustomerRow {

        public KeptOrder {
            shown = List.copyOf(shown);
        }
    }

    /** @param rules the name under which they are kept */
    record KeptShowing(
            @Nullable LocalDate day, LocalDate orderedOn, Quality quality, Bytes rules, CustomerRecord shown) {

        public static KeptShowing of(@Nullable LocalDate day, CustomerOrder order, Bytes rules) {
            return new KeptShowing(day, order.orderedOn(), order.quality(), rules, order.shown());
        }

        public OrderShown shown(CustomerKey customer, String orderId, StandingRules found) {
            CustomerOrder order = new CustomerOrder(orderId, orderedOn, quality, found, shown);
            return new OrderShown(day, customer.seller(), customer.customer(), order);
        }
    }

    /** What terms make of customers. */
    record KeptRules(StandingRules rules) implements CustomerRow {}

    /**
     * The customer.
     *
     * @param decided what people have decided, in order of arrival
     * @param said how it stands, as last said; null: nothing was said
     */
    record CustomerFile(
            List<KnownDecision> decided, @Nullable CustomerStanding said) implements CustomerRow {

        public static final CustomerFile EMPTY = new CustomerFile(List.of(), null);

        public CustomerFile {
            decided = List.copyOf(decided);
        }

        /** What counts at the close of a day. */
        public List<CustomerFact> facts(LocalDate closed) {
            return decided.stream()
                    .filter(one -> one.day() == null || !one.day().isAfter(closed))
                    .map(KnownDecision::fact)
                    .toList();
        }

        public List<CustomerFact> facts() {
            return decided.stream().map(KnownDecision::fact).toList();
        }

        public CustomerFile with(KnownDecision one) {
            List<KnownDecision> more = new ArrayList<>(decided);
            // Of mailings that came back those of the last day are kept: that they are known when they come again.
            more.removeIf(other -> one.fact() instanceof MailingFailed
                    && other.fact() instanceof MailingFailed
                    && !Objects.equals(other.day(), one.day()));
            more.add(one);
            return new CustomerFile(more, said);
        }
    }

    /**
     * @param day at whose close it counts; null: it reached us before any day was closed
     * @param origin with its words, sealed; null: it has them itself
     * @param at when it was sent, in milliseconds of the epoch
     */
    record KnownDecision(
            @Nullable LocalDate day,
            CustomerFact fact,
            @Nullable Origin origin,
            long at) {

        /** With its words; nobody knows when. */
        public KnownDecision(@Nullable LocalDate day, CustomerFact fact) {
            this(day, fact, null, 0);
        }

        /** Whether it counts at the close of a day and did not at that of the one closed before it. */
        public boolean countsFirst(@Nullable LocalDate before, LocalDate closed) {
            return day == null ? before == null : !day.isAfter(closed) && (before == null || day.isAfter(before));
        }
    }
}
