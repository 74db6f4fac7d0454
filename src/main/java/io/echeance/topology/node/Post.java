package io.echeance.topology.node;

import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.Customers.OpenCredit;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.mailing.Mailing.MailingSection;
import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.CustomerNews.OrderEntered;
import io.echeance.serde.record.CustomerNews.SectionDue;
import io.echeance.serde.record.CustomerNews.Waiting;
import io.echeance.topology.store.AtCommit;
import io.echeance.topology.store.PostRows;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What payers are written: one {@link Mailing} a payer of a seller and day, once all partitions of the accounts have
 * closed it. What an account says later goes with the next day's. A day is mailed once: what a replay says of a day
 * that was is not sent again.
 */
final class Post {

    private final ProcessorContext<String, Object> context;
    private final PostRows rows;

    Post(ProcessorContext<String, Object> context, String node) {
        this.context = context;
        this.rows = new PostRows(context.getStateStore(StateStores.POST));
        AtCommit.does(node, context, rows::write);
    }

    /** @param open the first day that is not closed yet */
    void take(Waiting news, LocalDate open) {
        LocalDate day = news.day() == null ? open : news.day();
        if (!day.isBefore(open)) {
            rows.put(news, day);
        }
    }

    /** What went with the close of a day: what is to be written, and which orders were placed, by whom it is about. */
    record OfADay(SortedMap<CustomerKey, List<MailingSection>> sections, SortedMap<CustomerKey, List<String>> orders) {}

    /** @param from the first day that was not closed */
    OfADay takeAll(LocalDate from, LocalDate day) {
        OfADay all = new OfADay(new TreeMap<>(), new TreeMap<>());
        rows.take(from, day).forEach((whose, news) -> {
            for (Waiting one : news) {
                switch (one) {
                    case SectionDue due ->
                        all.sections
                                .computeIfAbsent(whose, first -> new ArrayList<>())
                                .add(due.section());
                    case OrderEntered order ->
                        all.orders
                                .computeIfAbsent(whose, first -> new ArrayList<>())
                                .add(order.orderId());
                }
            }
        });
        all.orders.values().forEach(orders -> orders.sort(null));
        return all;
    }

    void send(OfADay all, Announced day, Function<CustomerKey, List<OpenCredit>> credits) {
        all.sections.forEach((whose, sections) -> {
            List<MailingSection> sorted = Mailing.inOrder(sections);
            int now = Math.min(sorted.size(), Mailing.MOST_SECTIONS);
            LocalDate morning = day.date().plusDays(1);
            Set<MailingSection> written = new HashSet<>(sorted.subList(0, now));
            Mailing mailing =
                    Mailing.of(whose.seller(), whose.customer(), morning, sorted.subList(0, now), credits.apply(whose));
            context.forward(new Record<>(whose.toString(), mailing, day.at()));
            mailing.setOffs().forEach(alert -> context.forward(new Record<>(alert.orderId(), alert, day.at())));
            for (MailingSection one : sorted) {
                if (!written.contains(one)) {
                    rows.put(new SectionDue(morning, whose.seller(), whose.customer(), one), morning);
                }
            }
        });
    }
}
