package io.echeance.topology.simulator;

import io.echeance.core.admission.Admission;
import io.echeance.core.matching.InMemory;
import io.echeance.core.matching.KnownName;
import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.Step;
import io.echeance.core.order.Account;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.scenario.ScenarioTerms;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PaymentRow;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.simulator.Cluster.Delivered;
import io.echeance.topology.store.PaymentRows;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of people's decisions: of the payments whose facts all stood on one partition, in the order in which they
 * stood there, what the core says of them when it knows the orders of each day from its beginning.
 */
final class Decided {

    private final SimulatedOutputs said;
    private final SortedSet<LocalDate> days;
    private final SortedMap<LocalDate, List<KnownName>> orders = new TreeMap<>();
    private final Map<String, Rejected> rejected = new HashMap<>();

    /** A fact, and the day on which the register took it. */
    private record Taken(PaymentFact fact, LocalDate on, long offset) {}

    private Decided(SimulatedOutputs said, SortedSet<LocalDate> days) {
        this.said = said;
        this.days = days;
        said.rejected().forEach(one -> rejected.put(one.topic() + "-" + one.partition() + "@" + one.offset(), one));
        for (Account account : said.accounts().values()) {
            for (KnownFact known : account.evidence().facts()) {
                if (known.fact() instanceof OrderPlaced placed && account.terms() != null) {
                    orders.computeIfAbsent(known.knownOn(), first -> new ArrayList<>())
                            .addAll(List.of(KnownName.of(placed, account.terms()), KnownName.ofPayer(placed)));
                }
            }
        }
    }

    /** @param days those that were closed, on whichever partition */
    static @Nullable String differently(SimulatedOutputs said, Cluster cluster, SortedSet<LocalDate> days) {
        Decided decided = new Decided(said, days);
        Map<String, PaymentRow> files = SimulatedOutputs.rows(cluster, StateStores.PAYMENTS);
        Map<String, List<Delivered>> byPayment = new TreeMap<>();
        for (Delivered input : cluster.delivered()) {
            if (input.event() instanceof Event.Sent sent
                    && sent.fact() instanceof PaymentFact fact
                    && Admission.atTheDoor(fact) == null) {
                byPayment
                        .computeIfAbsent(DerivedIds.whole(fact.movementId()), first -> new ArrayList<>())
                        .add(input);
            }
        }
        for (var payment : byPayment.entrySet()) {
            String wrong = decided.differently(payment.getKey(), payment.getValue(), files);
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    /** Where those came from that wait for an answer, or behind a decision that does. */
    static Stream<Origin> waiting(Cluster cluster) {
        return SimulatedOutputs.<String, PaymentRow>rows(cluster, StateStores.PAYMENTS).entrySet().stream()
                .filter(row -> !row.getKey().startsWith(PaymentRows.ofPlaced(""))) // The log has these already.
                .flatMap(row -> row.getValue().asking().stream())
                .flatMap(asking -> Stream.ofNullable(asking.origin()));
    }

    /** @param id of a payment, with its parts and details */
    private @Nullable String differently(String id, List<Delivered> inputs, Map<String, PaymentRow> files) {
        Set<Object> partitions = new HashSet<>();
        List<Taken> facts = new ArrayList<>();
        for (Delivered input : inputs) {
            partitions.add(input.entry().partition());
            PaymentFact fact = (PaymentFact) ((Event.Sent) input.event()).fact();
            LocalDate on = takenOn(fact, Verdict.place(input.entry()), files.get(fact.movementId()));
            if (on != null) {
                facts.add(new Taken(fact, on, input.entry().offset()));
            }
        }
        facts.sort(Comparator.comparing(Taken::on).thenComparing(Taken::offset));
        boolean isClear = partitions.size() == 1
                && !days.isEmpty()
                && facts.stream().noneMatch(fact -> !fact.on().isAfter(days.first()))
                && inOrder(facts)
                && (facts.stream().noneMatch(fact -> fact.fact() instanceof PaymentDetailed)
                        || facts.stream().noneMatch(fact -> namesADocument(fact.fact())));
        if (!isClear) {
            return null;
        }
        Set<String> expected = expected(facts);
        Set<String> actual = actual(id, inputs);
        return actual.equals(expected)
                ? null
                : "decisions end differently: of %s %s, and by the core %s%n  %s"
                        .formatted(id, actual, expected, facts);
    }

    /** Then it may have its order when its details come; what was drawn for orders is not known here. */
    private boolean namesADocument(PaymentFact fact) {
        String named = fact instanceof PaymentReceived payment ? payment.reference() : null;
        return named != null
                && !said.accounts().containsKey(named)
                && named.chars().anyMatch(Character::isDigit);
    }

    /** Before the first close any day may come before another. */
    private static boolean inOrder(List<Taken> byDay) {
        List<Taken> asTheyStand = new ArrayList<>(byDay);
        asTheyStand.sort(Comparator.comparing(Taken::offset));
        return asTheyStand.equals(byDay);
    }

    /** Null: it is the same as one before it. */
    private @Nullable LocalDate takenOn(PaymentFact fact, String place, @Nullable PaymentRow row) {
        Rejected refused = rejected.get(place);
        if (row != null) {
            List<Filed> filed = new ArrayList<>(row.file().entries());
            filed.addAll(row.file().behind());
            for (Filed entry : filed) {
                if (entry.fact().equals(fact)) {
                    // The same may have come before it, and been refused.
                    return refused != null && refused.on().isBefore(entry.since()) ? refused.on() : entry.since();
                }
            }
        }
        return refused == null ? null : refused.on();
    }

    private Set<String> expected(List<Taken> facts) {
        InMemory matching = new InMemory(ScenarioTerms.all().catalogue()::sellers);
        Set<String> outcomes = new TreeSet<>();
        SortedMap<LocalDate, List<KnownName>> left = new TreeMap<>(orders);
        SortedSet<LocalDate> open = new TreeSet<>(days);
        for (Taken taken : facts) {
            while (!open.isEmpty() && open.first().isBefore(taken.on())) {
                close(matching, open.removeFirst(), left, outcomes);
            }
            learn(matching, taken.on(), left, outcomes);
            note(matching.take(taken.fact(), taken.on()), outcomes);
        }
        while (!open.isEmpty()) {
            close(matching, open.removeFirst(), left, outcomes);
        }
        return outcomes;
    }

    private static void close(
            InMemory matching, LocalDate day, SortedMap<LocalDate, List<KnownName>> left, Set<String> outcomes) {
        learn(matching, day, left, outcomes);
        note(matching.close(day), outcomes);
    }

    private static void learn(
            InMemory matching, LocalDate day, SortedMap<LocalDate, List<KnownName>> left, Set<String> outcomes) {
        while (!left.isEmpty() && !left.firstKey().isAfter(day)) {
            for (KnownName name : left.remove(left.firstKey())) {
                note(matching.learn(name, day), outcomes);
            }
        }
    }

    private static void note(List<Step.Result> results, Set<String> outcomes) {
        for (Step.Result result : results) {
            if (result instanceof Step.Decided(PaymentFact decision, var confirmed, var outcome)) {
                outcomes.add(decision.factId() + " is taken");
            } else if (result instanceof Step.Refused(PaymentFact decision, var on, var refusal) && decides(decision)) {
                outcomes.add(decision.factId() + " " + refusal.reason());
            }
        }
    }

    private static boolean decides(PaymentFact fact) {
        return fact instanceof PaymentApplied || fact instanceof PaymentDetailed;
    }

    private Set<String> actual(String id, List<Delivered> inputs) {
        Set<String> outcomes = new TreeSet<>();
        said.decisions().stream()
                .map(decision -> decision.decided())
                .filter(decision -> DerivedIds.whole(decision.paymentId()).equals(id))
                .forEach(decision -> outcomes.add(decision.decisionId() + " is taken"));
        for (Delivered input : inputs) {
            Rejected refused = rejected.get(Verdict.place(input.entry()));
            PaymentFact fact = (PaymentFact) ((Event.Sent) input.event()).fact();
            if (refused != null && decides(fact)) {
                outcomes.add(fact.factId() + " " + refused.reason());
            }
        }
        return outcomes;
    }
}
