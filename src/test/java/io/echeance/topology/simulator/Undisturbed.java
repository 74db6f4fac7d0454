package io.echeance.topology.simulator;

import io.echeance.core.book.Book;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Rejection;
import io.echeance.laws.History;
import io.echeance.serde.record.AlertKind;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.topology.simulator.Cluster.Delivered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said where nothing disturbs: one book takes what comes on each day, then the day is closed. But for the day
 * on which the intake takes a fact, nothing that the stream says is taken for given: a hold that it sets too late, or
 * an alert that it keeps to itself, shows.
 *
 * <p>What comes on one day on several topics has no order: whatever the stream says must be what <em>some</em> order
 * of each day leads to. What one partition of a topic holds keeps its order; of payments, what is about one of them:
 * each finds its order in its own time.
 */
final class Undisturbed {

    /** With a dozen facts on the fullest day, an order that differs in what matters is among so many. */
    private static final int ORDERS_TRIED = 300;

    /** Of numbering, which the book leaves to others. */
    private static final Set<AlertKind> OF_NUMBERING = EnumSet.of(AlertKind.PARTY_MISSING, AlertKind.FOREIGN_BUSINESS);

    private final SimulatedOutputs said;
    private final SortedSet<LocalDate> days;

    /** What the intake takes on each day, as it lies on the partitions of its topics. */
    private final SortedMap<LocalDate, SortedMap<String, List<Fact>>> taken = new TreeMap<>();

    private Undisturbed(Cluster cluster) {
        said = SimulatedOutputs.by(cluster);
        days = Arrivals.in(said.log()).days(0);
        Map<String, LocalDate> stamps = stamps(cluster);
        for (Delivered one : cluster.delivered()) {
            if (one.event() instanceof Event.Sent sent && sent.fact() != null) {
                LocalDate on = Objects.requireNonNull(stamps.get(Verdict.place(one.entry())), "each has its day");
                taken.computeIfAbsent(on, first -> new TreeMap<>())
                        .computeIfAbsent(place(sent, sent.fact()), first -> new ArrayList<>())
                        .add(sent.fact());
            }
        }
    }

    private static String place(Event.Sent sent, Fact fact) {
        String partition = sent.topic() + "-" + sent.partition();
        return fact instanceof PaymentFact money ? partition + "/" + money.movementId() : partition;
    }

    /** By its place, when each fact is known: as it goes on to its order or its payment, or as it is refused. */
    private Map<String, LocalDate> stamps(Cluster cluster) {
        Map<String, LocalDate> stamps = new HashMap<>();
        said.rejected().forEach(refused -> stamps.put(Verdict.place(refused), Objects.requireNonNull(refused.on())));
        Stream.concat(said.log().stream().map(logged -> logged.fact()), Wire.handedToPayments(cluster))
                .filter(entry -> entry.payload() instanceof Received && entry.origin() != null)
                .forEach(entry -> stamps.put(
                        Arrivals.place(entry.origin()),
                        Objects.requireNonNull(entry.knownOn(), "a day was closed before it came")));
        return stamps;
    }

    /** How what was said differs from what the order in which it was sent leads to; null: some order leads to it. */
    static @Nullable String difference(Cluster cluster) {
        return new Undisturbed(cluster).difference();
    }

    private @Nullable String difference() {
        Announced actual = new Announced(
                said.alerts().stream()
                        .filter(alert -> !OF_NUMBERING.contains(AlertKind.of(alert)))
                        .toList(),
                said.invoices().stream().map(invoice -> invoice.document()).toList(),
                said.refunds(),
                said.rejected().stream()
                        .map(refused -> refused.factId() + " " + refused.reason())
                        .toList());
        String first = null;
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 0; n < ORDERS_TRIED; n++) {
            String different = announced(n == 0 ? null : random).differenceFrom(actual);
            if (different == null) {
                return null;
            }
            first = first == null ? different : first;
        }
        return somebodyDecidesOnTheDay() ? null : first;
    }

    /**
     * About a payment on the day on which it comes: whether it had reached its order before the decision, so that what
     * it cleared was said, no order of the day tells. See {@link Decided} for these.
     */
    private boolean somebodyDecidesOnTheDay() {
        return taken.values().stream()
                .flatMap(places -> places.values().stream())
                .anyMatch(facts -> facts.stream().anyMatch(PaymentApplied.class::isInstance)
                        && facts.stream().anyMatch(PaymentReceived.class::isInstance));
    }

    private record Announced(
            List<Alert> alerts, List<Document> documents, List<RefundDue> refunds, List<String> rejected) {

        static Announced of(List<Output> outputs) {
            return new Announced(
                    only(outputs, Alert.class),
                    only(outputs, Document.class),
                    only(outputs, RefundDue.class),
                    only(outputs, Rejection.class).stream()
                            .map(refused -> refused.factId() + " " + refused.reason())
                            .toList());
        }

        private static <T> List<T> only(List<Output> outputs, Class<T> kind) {
            return outputs.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        @Nullable
        String differenceFrom(Announced actual) {
            return Stream.of(
                            Counts.difference("alerts", actual.alerts, alerts),
                            Counts.difference("documents", actual.documents, documents),
                            Counts.difference("refunds", actual.refunds, refunds),
                            Counts.difference("what is refused", actual.rejected, rejected))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** @param random what deals the partitions of a day; null: one after the other */
    private Announced announced(@Nullable SplittableRandom random) {
        Book book = new Book(History.DECIDER);
        List<Output> outputs = new ArrayList<>();
        SortedSet<LocalDate> mornings = new TreeSet<>(taken.keySet());
        days.forEach(day -> mornings.add(day.plusDays(1)));
        for (LocalDate morning : mornings) {
            if (days.contains(morning.minusDays(1))) {
                outputs.addAll(book.close(morning.minusDays(1)));
            }
            dealt(taken.getOrDefault(morning, Collections.emptySortedMap()), random)
                    .forEach(fact -> outputs.addAll(book.take(fact, morning)));
        }
        return Announced.of(outputs);
    }

    private static List<Fact> dealt(SortedMap<String, List<Fact>> places, @Nullable SplittableRandom random) {
        SortedMap<String, List<Fact>> left = new TreeMap<>();
        places.forEach((place, facts) -> left.put(place, new ArrayList<>(facts)));
        List<Fact> dealt = new ArrayList<>();
        while (!left.isEmpty()) {
            String place = random == null
                    ? left.firstKey()
                    : List.copyOf(left.keySet()).get(random.nextInt(left.size()));
            dealt.add(left.get(place).removeFirst());
            if (left.get(place).isEmpty()) {
                left.remove(place);
            }
        }
        return dealt;
    }
}
