package io.echeance.app.person;

import io.echeance.app.person.OpenBusiness.Matter;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.Statement;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The orders of a person, those that were refused too, and others' of which the person pays a share. */
final class PersonOrders {

    private final String person;
    private final long since;
    private final Set<String> ids = new TreeSet<>();
    /** Of each the facts by which it may still be being placed. */
    private final Map<String, Set<String>> fresh = new HashMap<>();

    private final Map<String, Statement> statements = new TreeMap<>();
    private boolean sells;

    /** @param now an order of which nothing was said two days after it came was refused */
    PersonOrders(String person, Instant now) {
        this.person = person;
        this.since = now.minus(Duration.ofDays(2)).toEpochMilli();
    }

    /** Whose an order is has to be known before all else about it. */
    void hear(LoggedFact entry) {
        if (entry.payload() instanceof Received(OrderPlaced order)
                && order.customer().id().equals(person)) {
            ids.add(order.orderId());
            if (entry.origin() == null || entry.origin().at() >= since) {
                fresh.computeIfAbsent(order.orderId(), first -> new TreeSet<>()).add(order.factId());
            }
        }
    }

    /** What an order is refused by is no fact of it: there is none, or it is somebody else's. */
    void hear(Rejected refused) {
        Set<String> placing = fresh.get(String.valueOf(refused.orderId()));
        if (placing != null && refused.factId() != null) {
            placing.remove(refused.factId());
        }
    }

    /** An id of an order that is another's is not the person's, though a second order came under it. */
    void hear(Statement statement) {
        sells |= statement.seller().equals(person);
        if (!statement.customer().equals(person)) {
            ids.remove(statement.orderId());
        }
        if (ids.contains(statement.orderId()) || !payer(statement).isEmpty()) {
            statements.put(statement.orderId(), statement);
        }
    }

    /** Whether a fact is about one of them; an order of another that was refused under the id of one is not. */
    boolean have(Fact fact) {
        return ids.contains(String.valueOf(fact.orderId()))
                && !(fact instanceof OrderPlaced order && !order.customer().id().equals(person));
    }

    /** Those that were refused too: what was said of them lies under keys as well. */
    Set<String> ids() {
        return ids;
    }

    /** Those that were placed, or may still be. */
    List<String> placed() {
        return ids.stream()
                .filter(order -> statements.containsKey(order) || isBeingPlaced(order))
                .toList();
    }

    /** Of the person's own. */
    List<Statement> statements() {
        return ids.stream().map(statements::get).filter(Objects::nonNull).toList();
    }

    /** Whether there is nothing of the person's, nor of others' that the person pays. */
    boolean isEmpty() {
        return ids.isEmpty() && statements.isEmpty();
    }

    /** Orders that are not at their end, each with what is open, and of others' what the person owes or is owed. */
    List<OpenBusiness> open() {
        List<OpenBusiness> open = new ArrayList<>();
        if (sells) {
            open.add(new OpenBusiness(person, Matter.SELLER));
        }
        ids.stream().map(this::open).filter(Objects::nonNull).forEach(open::add);
        statements.values().stream()
                .filter(statement -> !ids.contains(statement.orderId()))
                .map(other -> OpenBusiness.of(other.orderId(), payer(other), other.status()))
                .filter(Objects::nonNull)
                .forEach(open::add);
        return open;
    }

    private @Nullable OpenBusiness open(String order) {
        Statement statement = statements.get(order);
        if (statement != null) {
            return OpenBusiness.of(statement);
        }
        return isBeingPlaced(order) ? new OpenBusiness(order, Matter.WORK) : null;
    }

    private boolean isBeingPlaced(String order) {
        return !fresh.getOrDefault(order, Set.of()).isEmpty();
    }

    /** As the payer of an order, of another's too. */
    private List<Statement.Position> payer(Statement statement) {
        return statement.payers().stream()
                .filter(position -> position.payer().equals(person))
                .toList();
    }
}
