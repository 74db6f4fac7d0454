package io.echeance.app.cluster;

import io.echeance.core.decision.Decider;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Account;
import io.echeance.core.order.Fact;
import io.echeance.core.reporting.Cashed;
import io.echeance.core.reporting.EReport;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsCatalogue;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.DayContinued;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.topology.Topic;
import io.echeance.topology.store.Calendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the log has received of the orders, with the invoices that were issued. The accounts hold the evidence that
 * was accepted; how an order stood at the close of a day is replayed from it.
 */
public final class ReceivedOrders {

    private final Map<String, Terms> terms = new LinkedHashMap<>();
    private final List<StatutoryRates.SemesterRates> rates = new ArrayList<>();
    private final SortedMap<String, Account> accounts = new TreeMap<>();
    private final List<Invoice> invoices = new ArrayList<>();
    private final Map<Integer, LocalDate> todays = new HashMap<>();
    private final Decider decider;

    private ReceivedOrders(Cluster cluster) {
        try (TopicReader reader = TopicReader.fromBeginning(cluster, List.of(Topic.TERMS, Topic.STATUTORY_RATES))) {
            reader.rest(read -> {
                read.as(Terms.class).ifPresent(version -> terms.putIfAbsent(version.id(), version));
                read.as(StatutoryRates.SemesterRates.class).ifPresent(rates::add);
            });
        }
        decider = new Decider(new TermsCatalogue(terms.values()), new StatutoryRates(rates));
        try (TopicReader reader = TopicReader.fromBeginning(cluster, List.of(Topic.FACTS, Topic.INVOICES))) {
            reader.rest(read -> {
                read.as(LoggedFact.class)
                        .ifPresent(entry -> hear(
                                entry, read.record().partition(), read.record().timestamp()));
                read.as(Invoice.class).ifPresent(invoices::add);
            });
        }
        invoices.sort(Comparator.comparing(invoice -> invoice.document().on()));
    }

    /** All that is committed by now. */
    public static ReceivedOrders read(Cluster cluster) {
        return new ReceivedOrders(cluster);
    }

    private void hear(LoggedFact entry, int partition, long timestamp) {
        switch (entry.payload()) {
            case Received(Fact fact) -> {
                LocalDate closed = todays.getOrDefault(
                        partition, LocalDate.ofInstant(Instant.ofEpochMilli(timestamp), Calendar.ZONE));
                // One that lay behind the record of a day waits until that day is closed.
                LocalDate knownOn = entry.knownOn();
                LocalDate today = knownOn != null && (knownOn.isAfter(closed) || !todays.containsKey(partition))
                        ? knownOn
                        : closed;
                String orderId = Objects.requireNonNull(fact.orderId(), "the log knows the order");
                Account account = accounts.getOrDefault(orderId, Account.opened(orderId));
                accounts.put(orderId, decider.take(account, fact, today).account());
            }
            case DayClosed(LocalDate day) ->
                todays.merge(partition, day.plusDays(1), (one, other) -> one.isAfter(other) ? one : other);
            case DayMarker marker -> {
                // How a day travels says nothing of an order.
            }
            case DayContinued rest -> {
                // How the stream divides its work says nothing of an order.
            }
        }
    }

    /** The last day that is over for all orders; empty: none is. */
    public Optional<LocalDate> lastClosedDay() {
        return todays.values().stream().min(LocalDate::compareTo).map(today -> today.minusDays(1));
    }

    /** @param to included, and over */
    public EReport report(String seller, LocalDate from, LocalDate to) {
        List<Cashed> changes = accounts.values().stream()
                .filter(account ->
                        account.terms() != null && account.terms().seller().equals(seller))
                .map(account -> Cashed.between(account, decider, from, to))
                .toList();
        List<Invoice> ofSeller = invoices.stream()
                .filter(invoice -> invoice.document().seller().equals(seller))
                .toList();
        return EReport.of(seller, from, to, ofSeller, changes);
    }
}
