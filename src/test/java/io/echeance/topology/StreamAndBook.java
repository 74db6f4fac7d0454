package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Fact;
import io.echeance.core.order.NumberingFact;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Statement;
import io.echeance.laws.History;
import io.echeance.query.KnownPayment;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.PaymentRow;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.References;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The stream and the book in memory, told the same: they say the same of all money, day by day. */
final class StreamAndBook {

    private final StreamUnderTest stream;
    private final Book book = new Book(History.DECIDER);
    private final SortedMap<String, String> statements = new TreeMap<>();
    private final List<String> received = new ArrayList<>();
    private final Map<String, Money> money = new HashMap<>();

    /** @param before a day that is closed before all others */
    StreamAndBook(StreamUnderTest stream, LocalDate before) {
        this.stream = stream;
        stream.close(before);
        logged(before);
    }

    Book book() {
        return book;
    }

    /** Tells both what reaches us on a day, closes it, and compares all that they say of it. */
    List<Output> day(LocalDate day, List<Fact> facts) {
        List<Output> outputs = new ArrayList<>();
        for (Fact fact : facts) {
            received.add("\n" + day + " " + fact);
            stream.tell(fact, day);
            outputs.addAll(taken(fact, day));
            outputs.addAll(logged(day));
        }
        stream.close(day);
        List<Output> last = book.noMoreOn(day);
        last.forEach(this::refused);
        outputs.addAll(last);
        outputs.addAll(logged(day));

        assertThat(MoneyInBook.of(book))
                .as("all money%n%s", received)
                .isEqualTo(money.values().stream().reduce(Money.ZERO, Money::plus));
        assertThat(said())
                .as("said by the end of %s%n%s", day, received)
                .containsExactlyInAnyOrderElementsOf(said(outputs));
        assertThat(inSuspense())
                .as("in suspense after %s%n%s", day, received)
                .containsExactlyInAnyOrderElementsOf(Stream.of(book.suspense(), book.cameBack(), book.awaitingSecond())
                        .flatMap(List::stream)
                        .map(waiting -> waiting.since() + " " + waiting.fact() + " " + waiting.proposals() + " "
                                + waiting.setAside() + " " + waiting.cameBack())
                        .toList());
        assertThat(asking()).as("who asks after %s%n%s", day, received).isSubsetOf(waiting());
        assertThat(stream.<byte[]>store(StateStores.CLOSING_ASKERS).all().hasNext())
                .as("nobody asks beyond his day")
                .isFalse();
        stream.said(Topic.STATEMENTS, Statement.class)
                .forEach(statement -> statements.put(statement.orderId(), standing(statement)));
        statements.forEach((orderId, statement) -> assertThat(statement)
                .as("%s after %s%n%s", orderId, day, received)
                .isEqualTo(standing(Objects.requireNonNull(book.statement(orderId)))));
        return outputs;
    }

    private List<Output> taken(Fact fact, LocalDate day) {
        List<Output> outputs = book.take(fact, day);
        boolean isRefused = outputs.stream()
                .anyMatch(output ->
                        output instanceof Rejection refused && fact.factId().equals(refused.factId()));
        if (!isRefused) {
            outputs.forEach(this::refused);
        }
        if (fact instanceof PaymentReceived payment && !isRefused) {
            money.putIfAbsent(fact.factId(), payment.amount());
        }
        return outputs;
    }

    /** It waited behind a decision. */
    private void refused(Output output) {
        if (output instanceof Rejection rejection) {
            money.remove(rejection.factId());
        }
    }

    /** The book hears which numbers the stream gave, and when it closed the day. */
    private List<Output> logged(LocalDate day) {
        LocalDate today = day;
        List<Output> outputs = new ArrayList<>();
        for (LoggedFact entry : stream.said(Topic.FACTS, LoggedFact.class)) {
            if (entry.payload() instanceof Received(NumberingFact fact)) {
                outputs.addAll(book.take(fact, today));
            } else if (entry.payload() instanceof DayClosed(LocalDate closed)) {
                outputs.addAll(book.close(closed));
                today = closed.plusDays(1);
            }
        }
        return outputs;
    }

    private List<String> said() {
        List<String> said = new ArrayList<>();
        stream.said(Topic.DUNNING_ALERTS, Alert.class).forEach(alert -> said.add(alert.toString()));
        stream.said(Topic.REFUNDS, RefundDue.class).forEach(refund -> said.add(refund.toString()));
        stream.said(Topic.CASH_DECISIONS, CashDecision.class)
                .forEach(decision -> said.add(decision.decided().toString()));
        for (Rejected rejected : stream.rejected()) {
            said.add(rejected.on() + " " + rejected.orderId() + " " + rejected.factId() + " " + rejected.reason());
        }
        return said;
    }

    private static List<String> said(List<Output> outputs) {
        List<String> said = new ArrayList<>();
        for (Output output : outputs) {
            if (output instanceof Alert alert) {
                said.add(alert.toString());
            } else if (output instanceof PaymentDecided decided) {
                said.add(decided.toString());
            } else if (output instanceof RefundDue refund) {
                said.add(refund.toString());
            } else if (output instanceof Rejection rejection) {
                said.add(rejection.on() + " " + rejection.orderId() + " " + rejection.factId() + " "
                        + rejection.reason());
            }
        }
        return said;
    }

    private static String standing(Statement statement) {
        return statement.status() + " " + statement.payers() + " " + statement.holds();
    }

    /** Of the names that nobody has become known by: which payments ask. */
    private Set<String> asking() {
        Set<String> asking = new TreeSet<>();
        try (KeyValueIterator<Object, byte[]> rows =
                stream.<byte[]>store(StateStores.ASKERS).all()) {
            rows.forEachRemaining(
                    row -> asking.add(References.asker((Bytes) row.key).factId()));
        }
        return asking;
    }

    /** Whoever has no order, and is not set aside: what has come back, too, goes to its order when that appears. */
    private Set<String> waiting() {
        return Stream.concat(book.suspense().stream(), book.cameBack().stream())
                .filter(waiting -> waiting.setAside() == null)
                .map(waiting -> waiting.fact().factId())
                .collect(Collectors.toSet());
    }

    /** Of how many payments that wait it is known for whom alone their account paid. */
    int likelyPayers() {
        int likely = 0;
        try (KeyValueIterator<Object, PaymentRow> rows =
                stream.<PaymentRow>store(StateStores.PAYMENTS).all()) {
            while (rows.hasNext()) {
                likely += KnownPayment.of(rows.next().value.file())
                        .filter(known -> known.usualPayer() != null)
                        .map(known -> 1)
                        .orElse(0);
            }
        }
        return likely;
    }

    private List<String> inSuspense() {
        List<String> waiting = new ArrayList<>();
        try (KeyValueIterator<Object, SuspenseEntry> rows =
                stream.<SuspenseEntry>store(StateStores.SUSPENSE).all()) {
            rows.forEachRemaining(row -> waiting.add(row.value.since() + " " + row.value.fact() + " "
                    + row.value.proposals() + " " + row.value.setAside() + " " + row.value.cameBack()));
        }
        return waiting;
    }
}
