package io.echeance.topology.simulator;

import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.simulator.Cluster.Delivered;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What waits for somebody when all has come to its rest, and what is done while it does. */
final class WhatWaits {

    private WhatWaits() {}

    /** What is wrong; null: nothing. */
    static @Nullable String wrongly(SimulatedOutputs said, List<Delivered> delivered) {
        String held = remindersAreHeldForWhatWaits(said, delivered);
        return held == null ? whatCameBackWaitsForNobody(said, delivered) : held;
    }

    /** Reminders are held for what waits; what has its order, is set aside or has come back holds none any more. */
    private static @Nullable String remindersAreHeldForWhatWaits(SimulatedOutputs said, List<Delivered> delivered) {
        Set<String> waiting = new HashSet<>();
        said.suspended().stream()
                .filter(SuspenseEntry::waits)
                .forEach(entry -> waiting.add(entry.fact().factId()));
        Set<String> released = new HashSet<>();
        List<DunningHeld> holds = new ArrayList<>();
        for (SimulatedOutputs.Logged logged : said.log()) {
            if (logged.fact().payload() instanceof LoggedFact.Received(DunningReleased release)) {
                released.add(release.holdId());
            } else if (logged.fact().payload() instanceof LoggedFact.Received(DunningHeld held)
                    && logged.fact().origin() == null) {
                holds.add(held);
            }
        }
        LocalDate last = lastDay(delivered);
        for (DunningHeld held : holds) {
            boolean waits = waiting.stream().anyMatch(id -> held.holdId().startsWith("payment-waits/" + id + "/"));
            boolean isOver = held.until() != null && held.until().isBefore(last);
            if (!waits && !isOver && !released.contains(held.holdId())) {
                return "reminders are held though no payment waits: " + held;
            }
        }
        return null;
    }

    /** By days that are over, and by timestamps. */
    private static LocalDate lastDay(List<Delivered> delivered) {
        LocalDate last = LocalDate.MIN;
        for (Delivered one : delivered) {
            LocalDate day = one.event() instanceof Event.DayOver(LocalDate over, Instant at)
                    ? over.plusDays(1)
                    : one.entry() == null
                            ? LocalDate.MIN
                            : LocalDate.ofInstant(
                                            Instant.ofEpochMilli(one.entry().timestamp()), ZoneOffset.UTC)
                                    .plusDays(1);
            last = day.isAfter(last) ? day : last;
        }
        return last;
    }

    /** Nobody has to place money that has come back, nor to look for what came back: of each that was told once. */
    private static @Nullable String whatCameBackWaitsForNobody(SimulatedOutputs said, List<Delivered> delivered) {
        Map<String, List<SuspenseEntry>> byPayment = new TreeMap<>();
        for (SuspenseEntry entry : said.suspended()) {
            byPayment
                    .computeIfAbsent(entry.fact().movementId(), first -> new ArrayList<>())
                    .add(entry);
        }
        for (var payment : byPayment.entrySet()) {
            List<SuspenseEntry> rows = payment.getValue();
            boolean isThere = rows.stream().anyMatch(row -> row.fact() instanceof PaymentReceived);
            boolean isBack = rows.stream().anyMatch(row -> row.fact() instanceof PaymentReturned);
            boolean isOnce = Counts.presentations(payment.getKey(), delivered) < 2;
            for (SuspenseEntry row : rows) {
                boolean isWrong = row.fact() instanceof PaymentReceived && row.setAside() == null
                        ? row.waits() == isBack
                        : row.fact() instanceof PaymentReturned && row.waits() == isThere;
                if (isOnce && isWrong) {
                    return "in suspense is what has come back, or does not wait what has not: " + rows;
                }
            }
        }
        return null;
    }
}
