package io.echeance.topology.simulator;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.order.Account;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Fact;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Rejection;
import io.echeance.serde.record.AlertKind;
import io.echeance.serde.record.CustomerNews.SectionDue;
import io.echeance.serde.record.CustomerRow.OrderShown;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.Topic;
import io.echeance.topology.simulator.Cluster.Delivered;
import io.echeance.topology.simulator.PartitionLog.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges a run that has come to its rest. */
final class Verdict {

    /** What matching and numbering tell. */
    private static final Set<AlertKind> OF_OTHERS = EnumSet.of(
            AlertKind.UNMATCHED_PAYMENT,
            AlertKind.UNMATCHED_RETURN,
            AlertKind.RULE_DEMOTED,
            AlertKind.PARTY_MISSING,
            AlertKind.FOREIGN_BUSINESS,
            AlertKind.ORDER_OF_BLOCKED_CUSTOMER,
            AlertKind.PREPAYMENT_DUE,
            AlertKind.OVER_LIMIT,
            AlertKind.ADDRESS_UNUSABLE);

    private final Cluster cluster;
    private final SimulatedOutputs said;
    private final Arrivals arrivals;

    private Verdict(Cluster cluster) {
        this.cluster = cluster;
        this.said = SimulatedOutputs.by(cluster);
        this.arrivals = Arrivals.in(said.log());
    }

    /** What is wrong; null: nothing. */
    static @Nullable String of(Cluster cluster) {
        Verdict verdict = new Verdict(cluster);
        List<Supplier<@Nullable String>> laws = List.of(
                verdict::storesAreTheirChangelogs,
                verdict::inputsAreAccountedFor,
                () -> Counts.nothingIsKnownBeforeItWasSent(verdict.said, cluster.delivered()),
                verdict::daysAreBarriers,
                verdict::everyDayIsClosedEverywhere,
                verdict::ordersAreAsTheCoreHasThem,
                () -> Counts.numbersRunWithoutGap(verdict.said),
                () -> Counts.booksBalance(verdict.said),
                () -> WhatWaits.wrongly(verdict.said, verdict.cluster.delivered()),
                () -> Decided.differently(verdict.said, verdict.cluster, verdict.arrivals.days(0)),
                () -> Counts.allMoneyIsSomewhereOnce(verdict.said, verdict.cluster.delivered()),
                () -> Counts.waitingPaymentsAreAnnouncedOnce(verdict.said, verdict.cluster.delivered()));
        return firstOf(laws);
    }

    private static @Nullable String firstOf(List<Supplier<@Nullable String>> laws) {
        for (var law : laws) {
            String broken = law.get();
            if (broken != null) {
                return broken;
            }
        }
        return null;
    }

    static String place(Rejected rejected) {
        return rejected.topic() + "-" + rejected.partition() + "@" + rejected.offset();
    }

    static String place(Entry entry) {
        return entry.partition() + "@" + entry.offset();
    }

    private @Nullable String storesAreTheirChangelogs() {
        for (SimulatedTask task : cluster.tasks()) {
            String different = task.states().firstDifference(task.id().partition(), cluster.broker());
            if (different != null) {
                return "a store is not what its changelog says: " + different;
            }
        }
        return null;
    }

    /** Each is in the log, rejected, in suspense, or there before with the same content; none in two places. */
    private @Nullable String inputsAreAccountedFor() {
        Map<String, Integer> found = new HashMap<>();
        Stream.of(
                        said.log().stream().map(logged -> logged.fact().origin()),
                        said.suspended().stream().map(entry -> entry.origin()),
                        said.decisions().stream().map(decision -> decision.origin()),
                        said.decisions().stream().map(decision -> decision.firstOrigin()),
                        Decided.waiting(cluster))
                .flatMap(origins -> origins.filter(Objects::nonNull))
                .forEach(origin -> found.merge(Arrivals.place(origin), 1, Integer::sum));
        Map<String, Integer> rejected = new HashMap<>();
        said.rejected().forEach(each -> rejected.merge(place(each), 1, Integer::sum));
        for (Delivered input : cluster.delivered()) {
            if (input.entry() == null || input.event() instanceof Event.Sent sent && sent.fact() == null) {
                continue;
            }
            String place = place(input.entry());
            int times = found.getOrDefault(place, rejected.getOrDefault(place, 0));
            if (times != 1 && !(times == 0 && cameTwice(input))) {
                return "an input is not found once: %d times, %s, %s".formatted(times, place, input.event());
            }
        }
        return null;
    }

    private boolean cameTwice(Delivered input) {
        return input.event() instanceof Event.Sent(var topic, int partition, var key, PaymentFact fact, var at)
                && cluster.delivered().stream()
                                .filter(other -> other.event() instanceof Event.Sent sent && fact.equals(sent.fact()))
                                .count()
                        > 1;
    }

    /**
     * What lay on its topic before the record of a day, and is not younger by its timestamp, is known on that day at
     * the latest; a payment, on the day on which what it names became known, if that is later.
     */
    private @Nullable String daysAreBarriers() {
        Map<String, LocalDate> known = new HashMap<>(arrivals.knownOn());
        Map<String, LocalDate> appeared = appeared();
        for (Delivered sent : cluster.delivered()) {
            LocalDate on = sent.entry() == null ? null : known.get(place(sent.entry()));
            if (on == null || isDecidedByAPerson(sent)) {
                continue;
            }
            for (Delivered later : news()) {
                if (later.event() instanceof Event.DayOver(LocalDate day, Instant at)
                        && later.moment() > sent.moment()
                        && sent.entry().timestamp() <= at.toEpochMilli()
                        && on.isAfter(day)
                        && on.isAfter(Naming.since(sent.event(), appeared))) {
                    return "a day overtook a fact: %s was closed after %s was there, but it is known on %s only: %s"
                            .formatted(day, place(Objects.requireNonNull(sent.entry())), on, sent.event());
                }
            }
        }
        return null;
    }

    /** It is known on the day of the decision. */
    private boolean isDecidedByAPerson(Delivered input) {
        return input.event() instanceof Event.Sent sent
                && sent.fact() instanceof PaymentFact money
                && said.decisions().stream()
                        .anyMatch(decision -> decision.decided().paymentId().equals(money.movementId()));
    }

    /** When each order, document and number became known, and each payment. */
    private Map<String, LocalDate> appeared() {
        Map<String, LocalDate> appeared = new HashMap<>();
        for (Account account : said.accounts().values()) {
            for (KnownFact known : account.evidence().facts()) {
                switch (known.fact()) {
                    case OrderPlaced placed -> appeared.putIfAbsent(placed.orderId(), known.knownOn());
                    case DocumentNumbered numbered -> appeared.putIfAbsent(numbered.number(), known.knownOn());
                    case PaymentReceived paid ->
                        // A return may wait with any payment of its id.
                        appeared.merge("payment " + paid.paymentId(), known.knownOn(), Verdict::later);
                    case RefundPaid refund -> appeared.putIfAbsent("payment " + refund.refundId(), known.knownOn());
                    case Fact other -> {
                        // Nobody names it.
                    }
                }
            }
            account.issued()
                    .documents()
                    .forEach(document -> appeared.putIfAbsent(document.id().text(), document.on()));
        }
        return appeared;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The days that were none that was closed before, nor earlier than one. */
    private List<Delivered> news() {
        LocalDate latest = LocalDate.MIN;
        List<Delivered> news = new ArrayList<>();
        for (Delivered delivered : cluster.delivered()) {
            if (delivered.event() instanceof Event.DayOver(LocalDate day, Instant at) && day.isAfter(latest)) {
                latest = day;
                news.add(delivered);
            }
        }
        return news;
    }

    /** Each day that was news, on every partition. */
    private @Nullable String everyDayIsClosedEverywhere() {
        SortedSet<LocalDate> news = new TreeSet<>();
        news().forEach(day -> news.add(((Event.DayOver) day.event()).day()));
        for (int n = 0; n < cluster.broker().partitions(Topic.FACTS.id()); n++) {
            if (!arrivals.days(n).equals(news)) {
                return "a day is missing: partition %d of the log has closed %s, not %s"
                        .formatted(n, arrivals.days(n), news);
            }
        }
        return null;
    }

    private @Nullable String ordersAreAsTheCoreHasThem() {
        List<Document> issued = new ArrayList<>();
        Set<DocumentId> heldBack = new HashSet<>();
        said.held().forEach(held -> heldBack.add(held.draft().document().id()));
        List<LedgerEntry> posted = new ArrayList<>();
        List<Output> received = new ArrayList<>();
        List<OrderShown> shown = new ArrayList<>();
        List<SectionDue> letters = new ArrayList<>();
        for (String orderId : arrivals.orders()) {
            Account account = said.accounts().get(orderId);
            Expected expected = arrivals.expected(
                    orderId,
                    said.taken().getOrDefault(orderId, List.of()),
                    rejections().filter(each -> orderId.equals(each.orderId())).toList());
            if (!expected.account().equals(account == null ? Account.opened(orderId) : account)) {
                return "an account is not as the core has it: %s is %s%n  and should be %s"
                        .formatted(orderId, account, expected.account());
            }
            if (!Objects.equals(expected.statement(), said.statements().get(orderId))) {
                return "a statement is not as the core has it: %s is %s%n  and should be %s"
                        .formatted(orderId, said.statements().get(orderId), expected.statement());
            }
            posted.addAll(expected.entries());
            shown.addAll(expected.shown());
            letters.addAll(expected.letters());
            expected.account().documents().stream()
                    .filter(document -> !heldBack.contains(document.id()))
                    .forEach(issued::add);
            expected.outputs().stream()
                    .filter(output -> !(output instanceof Document))
                    .forEach(received::add);
        }
        List<Document> documents =
                said.invoices().stream().map(Invoice::document).toList();
        List<Mailing> mailings = Expected.mailings(letters, shown, arrivals.days(0));
        mailings.forEach(mailing -> received.addAll(mailing.setOffs()));
        return firstOf(List.of(
                () -> Counts.difference("documents", documents, issued),
                () -> Counts.difference("entries", said.entries(), posted),
                () -> Counts.difference("mailings", said.mailings(), mailings),
                () -> cluster.hearsOfCustomers()
                        ? null
                        : Counts.difference("customers", said.standings(), Expected.standings(shown, arrivals.days(0))),
                () -> Counts.difference("alerts, refunds, holds and rejections", tellings(), received)));
    }

    private List<Output> tellings() {
        List<Output> tellings = new ArrayList<>();
        tellings.addAll(said.alerts());
        tellings.removeIf(one -> one instanceof Alert alert && OF_OTHERS.contains(AlertKind.of(alert)));
        tellings.addAll(said.refunds());
        tellings.addAll(said.holds());
        rejections().forEach(tellings::add);
        return tellings;
    }

    private Stream<Rejection> rejections() {
        Set<String> inTheLog = arrivals.inTheLog();
        return said.rejected().stream()
                .filter(rejected -> inTheLog.contains(place(rejected)))
                .map(each -> new Rejection(each.on(), each.orderId(), each.factId(), each.reason(), each.sentence()));
    }
}
