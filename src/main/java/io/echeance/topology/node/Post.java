package io.echeance.topology.node;

import io.echeance.core.mailing.Mailing;
import io.echeance.core.mailing.Mailing.MailingSection;
import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.CustomerNews.SectionDue;
import io.echeance.topology.store.AtCommit;
import io.echeance.topology.store.PostRows;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** @param open the first day that is not mailed yet */
    void take(SectionDue due, LocalDate open) {
        LocalDate day = due.day() == null ? open : due.day();
        if (!day.isBefore(open)) {
            rows.put(due, day);
        }
    }

    /** @param from the first day that was not mailed */
    void send(LocalDate from, Announced day) {
        rows.take(from, day.date()).forEach((key, due) -> {
            SectionDue first = due.getFirst();
            List<MailingSection> sections =
                    Mailing.inOrder(due.stream().map(SectionDue::section).toList());
            int now = Math.min(sections.size(), Mailing.MOST_SECTIONS);
            Set<MailingSection> written = new HashSet<>(sections.subList(0, now));
            LocalDate morning = day.date().plusDays(1);
            Mailing mailing = Mailing.of(first.seller(), first.payer(), morning, sections.subList(0, now));
            context.forward(new Record<>(key, mailing, day.at()));
            for (SectionDue one : due) {
                if (!written.contains(one.section())) {
                    rows.put(one, morning);
                }
            }
        });
    }
}
